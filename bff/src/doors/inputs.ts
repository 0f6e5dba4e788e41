import { show } from '@mosaic/schemas/errors'
import { coerceInputValue, getNamedType, GraphQLFloat, GraphQLInt, isEnumType, type GraphQLInputType } from 'graphql'
import type { Input, Offered } from './contract.ts'
import { badInput, type Refused } from './refusal.ts'

/** What a caller says, by name. */
export type Said = ReadonlyMap<string, unknown>

/**
 * What a caller says as the variables of an operation, each checked against its type. What the operation does not know is refused and not passed over:
 * a misspelt `line` must not become an answer about another line.
 *
 * @param areTexts true where every value comes as text (an address, XML): numbers are read from it, and the empty text is nothing said.
 */
export function readInputs(
  { inputs }: Offered,
  said: Said,
  { areTexts }: { areTexts: boolean },
): { variables: Record<string, unknown> } | Refused {
  const known = new Map(inputs.map((input) => [input.name, input]))
  const variables: Record<string, unknown> = {}
  for (const [name, value] of said) {
    const input = known.get(name)
    if (!input) return badInput(name, known.size > 0 ? `one of ${[...known.keys()].join(', ')}` : 'no inputs', 'a name nobody knows')
    if (value === undefined || value === null || (areTexts && value === '')) continue
    const given = areTexts ? fromText(value, input.type) : value
    if (!fits(given, input.type)) return badInput(name, expectedOf(input), show(value))
    variables[name] = given
  }
  const missing = inputs.find(({ name, isRequired }) => isRequired && !(name in variables))
  return missing ? badInput(missing.name, expectedOf(missing), 'nothing') : { variables }
}

/** GraphQL judges, and later reads: here its words would name a variable the caller never wrote. */
function fits(value: unknown, type: GraphQLInputType): boolean {
  let isFit = true
  coerceInputValue(value, type, () => (isFit = false))
  return isFit
}

/** Numbers as they stand in text; whatever else stands there is refused for being no number. */
function fromText(value: unknown, type: GraphQLInputType): unknown {
  const isNumber = [GraphQLInt, GraphQLFloat].some((scalar) => scalar === getNamedType(type))
  return isNumber && typeof value === 'string' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value) ? Number(value) : value
}

function expectedOf({ type }: Input): string {
  const named = getNamedType(type)
  if (isEnumType(named))
    return `one of ${named
      .getValues()
      .map(({ name }) => name)
      .join(', ')}`
  const words: Record<string, string> = {
    Int: 'a whole number',
    Float: 'a number',
    Boolean: 'true or false',
    ID: 'an id',
    String: 'a text',
  }
  return words[named.name] ?? named.name
}
