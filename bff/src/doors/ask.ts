import type { IncomingHttpHeaders } from 'node:http'
import type { DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql'
import type { Yoga } from '../graphql/create-graphql.ts'
import type { Offered } from './contract.ts'
import { refusalOf, type Refused } from './refusal.ts'

/** Asks an operation for whom the headers say. Never throws what is a caller's to know: it comes as a refusal. */
export type Ask = (operation: Offered, variables: Record<string, unknown>, headers: IncomingHttpHeaders) => Promise<Answered>
export type Answered = { value: unknown } | Refused

/**
 * The way from the doors to the GraphQL server of this process: its own parsing, validation with its limits, context with identity and device,
 * execution and masking of errors, in the order in which it uses them itself. What GraphQL refuses or bounds, the doors do.
 */
export function createAsk(graphql: Yoga): Ask {
  return async ({ document, root }, variableValues, headers) => {
    const { parse, validate, contextFactory, execute, schema } = graphql.getEnveloped(asker(headers))
    const parsed = parse(document) as DocumentNode
    const mistakes = validate(schema, parsed) as readonly GraphQLError[]
    if (mistakes.length > 0) return { refused: refusalOf(mistakes) }
    const contextValue: unknown = await contextFactory()
    const { data, errors } = (await execute({ schema, document: parsed, variableValues, contextValue })) as ExecutionResult
    // A field that broke and may be null has cost itself alone: the rest is an answer.
    const value = data?.[root]
    return value === undefined || value === null ? { refused: refusalOf(errors ?? []) } : { value: withoutNulls(value) }
  }
}

/** The schema that is served. */
export function schemaOf(graphql: Yoga): GraphQLSchema {
  return graphql.getEnveloped(asker({})).schema as GraphQLSchema
}

function asker(headers: IncomingHttpHeaders) {
  return { req: { headers } } as Parameters<Yoga['getEnveloped']>[0]
}

/** Outside GraphQL what is not there is left out: a null would be one more thing to tell apart. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== null).map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== null && field !== undefined)
      .map(([name, field]) => [name, withoutNulls(field)]),
  )
}
