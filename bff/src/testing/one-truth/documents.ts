import fc, { type Arbitrary, type GeneratorValue } from 'fast-check'
import {
  doTypesOverlap,
  isAbstractType,
  getNamedType,
  isCompositeType,
  isObjectType,
  parse,
  specifiedRules,
  validate,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql'
import { limitDocument } from '../../graphql/limits.ts'

/*
 * Random documents that the customers' schema accepts: aliases at every level, fragments of both kinds on every type that fits, directives with
 * literals and variables, the same field twice, several operations. What fits together is left to validation, which throws away the rest.
 */

/** What a client calls the moments of a page, in place of their names: these alone may differ between two answers with the same etag. */
export const momentNames = ['composedAt', 'expiresAt', 'then', 'until'] as const

/** The variables a document may declare. Each is used where its name says. */
const variables = {
  line: 'ID',
  otherLine: 'ID = null',
  sureLine: 'ID!',
  surface: 'String = "home"',
  landing: 'String',
  formFactor: 'FormFactor!',
  screen: 'FormFactor = MEDIUM',
  isWanted: 'Boolean!',
  isShown: 'Boolean! = true',
  isHidden: 'Boolean = false',
} as const
type VariableName = keyof typeof variables

const often = (...values: string[]) => Array.from({ length: 12 }, () => values).flat()
const argumentValues: Readonly<Record<string, readonly string[]>> = {
  line: [...often('$line', '$otherLine', '$sureLine', 'null'), '"L-0001-1"', '7'],
  surface: [...often('$surface', '$surface', '$landing', '"home"', '"landing-0"'), 'null', '"nowhere"'],
  formFactor: ['$formFactor', '$formFactor', '$screen', 'COMPACT', 'MEDIUM', 'EXPANDED'],
  name: ['"Widget"', '"Nothing"'],
  includeDeprecated: ['true'],
}
const conditions = ['$isWanted', '$isShown', '$isHidden', 'true', 'false'] as const
const aliases = ['a', 'b', 'c', 'id', 'state', 'data', 'errors', 'title', 'constructor', '__proto_', 'toString'] as const
const wanted = new Set(['widgets', 'state'])
/** Roots a home is made of, and roots that are answers of their own. */
const homeRoots = ['mosaic', 'mosaic', 'me', 'me', '__typename'] as const
const otherRoots = ['balance', 'usage', 'bills', '__schema { queryType { name } }', '__type(name: "Money") { name kind }'] as const

/** @param schema the customers' schema. */
export function documents(schema: GraphQLSchema): Arbitrary<string> {
  return fc.gen().map((draw) => {
    // Not a filter: the values of a generator are drawn from one stream, which a filter would begin anew.
    for (;;) {
      const text = write(schema, draw)
      if (isAccepted(schema, text)) return text
    }
  })
}

/** Whether the server takes it, trusted or not. */
function isAccepted(schema: GraphQLSchema, text: string): boolean {
  try {
    return validate(schema, parse(text), [...specifiedRules, limitDocument]).length === 0
  } catch {
    return false
  }
}

function write(schema: GraphQLSchema, draw: GeneratorValue): string {
  const chance = (oneIn: number) => draw(fc.nat, { max: oneIn - 1 }) === 0
  const oneOf = <Value>(values: readonly Value[]): Value => values[draw(fc.nat, { max: values.length - 1 })] as Value
  const fragments = new Map<string, { type: GraphQLCompositeType; text: string }>()
  /** Lush documents select most of what there is, lean ones little; both are shapes that a plan must have. */
  const lush = oneOf([2, 3, 5])
  const isTwisted = chance(2)
  /** How many fields it may still select: what is larger than the shipped documents says nothing new. */
  let fuel = 300

  const operationCount = chance(8) ? 2 : 1
  const operations = Array.from({ length: operationCount }, (_, index) => operation(operationCount > 1 || chance(2) ? `Q${index}` : ''))
  return [...operations, ...[...fragments].map(([name, { type, text }]) => `fragment ${name} on ${type.name} ${text}`)].join('\n')

  function operation(name: string): string {
    const body = roots()
    const used = variablesIn(body, fragments)
    const declared = used.length > 0 ? `(${used.map((variable) => `$${variable}: ${variables[variable]}`).join(', ')})` : ''
    return name === '' && declared === '' && chance(2) ? body : `query ${name}${declared} ${body}`
  }

  function roots(): string {
    const query = schema.getQueryType() as GraphQLCompositeType
    const isHome = !chance(10)
    const others = Array.from({ length: draw(fc.nat, { max: 2 }) }, () => (isHome || chance(2) ? oneOf(homeRoots) : oneOf(otherRoots)))
    const first = isHome ? 'mosaic' : oneOf([...homeRoots, ...otherRoots])
    const names = chance(3) ? [...others, first] : [first, ...others]
    const selections = names.map((name, index) => {
      const field = isObjectType(query) ? query.getFields()[name] : undefined
      if (!field) return name
      // Two of them with different arguments need two names.
      const alias = index > 0 || chance(4) ? `${oneOf(['r', 'home', 'data', 'errors'])}${index}: ` : ''
      return alias + fieldText(field, 0)
    })
    return chance(6) ? `{ ...${fragmentOn(query, `{ ${selections.join(' ')} }`)} }` : `{ ${selections.join('\n')} }`
  }

  function selectionSet(type: GraphQLCompositeType, depth: number): string {
    if (fuel <= 0) return '{ __typename }'
    const selections: string[] = []
    const fields = isAbstractType(type) && !('getFields' in type) ? [] : Object.values(type.getFields())
    for (const field of fields) {
      const isLeaf = !isCompositeType(getNamedType(field.type))
      // What a home is about is seldom left out.
      const isWanted = wanted.has(field.name) ? !chance(6) : isLeaf ? chance(lush) || chance(3) : depth < 7 && chance(lush)
      if (isWanted) selections.push(fieldIn(type, field, depth))
      if (isWanted && isTwisted && chance(12)) selections.push(fieldIn(type, field, depth))
    }
    if (chance(6))
      selections.splice(draw(fc.nat, { max: selections.length }), 0, chance(4) ? `${oneOf(aliases)}: __typename` : '__typename')
    const fragmentCount = isAbstractType(type)
      ? oneOf(type.name === 'Widget' ? [0, 4, 12, 16, 24] : [0, 1, 2])
      : isTwisted && chance(5)
        ? 1
        : 0
    for (let count = 0; count < fragmentCount && depth < 6; count++) {
      selections.splice(draw(fc.nat, { max: selections.length }), 0, fragmentIn(type, depth))
    }
    return selections.length > 0 ? `{ ${selections.join(' ')} }` : '{ __typename }'
  }

  function fieldIn(type: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, depth: number): string {
    const isMoment = type.name === 'Mosaic' && (field.name === 'composedAt' || field.name === 'expiresAt')
    const alias = isTwisted && chance(isMoment ? 2 : 14) ? `${isMoment ? oneOf(['then', 'until']) : oneOf(aliases)}: ` : ''
    return alias + fieldText(field, depth)
  }

  function fieldText(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.filter(({ name }) => name === 'formFactor' || !chance(3))
    const args = given.map(({ name }) => `${name}: ${oneOf(argumentValues[name] ?? ['null'])}`)
    const inner = getNamedType(field.type)
    const selection = isCompositeType(inner) ? ` ${selectionSet(inner, depth + 1)}` : ''
    fuel--
    return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive(10)}${selection}`
  }

  function directive(oneIn: number): string {
    if (!isTwisted || !chance(oneIn)) return ''
    const one = () => `${oneOf(['@include', '@skip'])}(if: ${oneOf(conditions)})`
    const first = one()
    return ` ${first}${chance(6) ? (first.startsWith('@include') ? ' @skip(if: false)' : ' @include(if: true)') : ''}`
  }

  function fragmentIn(type: GraphQLCompositeType, depth: number): string {
    const known = [...fragments].filter(([, fragment]) => doTypesOverlap(schema, fragment.type, type))
    if (known.length > 0 && chance(3)) return `...${oneOf(known)[0]}${directive(5)}`
    const fitting = Object.values(schema.getTypeMap()).filter(
      (candidate): candidate is GraphQLCompositeType =>
        isCompositeType(candidate) && !candidate.name.startsWith('__') && doTypesOverlap(schema, candidate, type),
    )
    const on = chance(8) ? type : oneOf(fitting)
    const body = selectionSet(on, depth + 1)
    if (chance(2)) return `...${fragmentOn(on, body)}${directive(5)}`
    return `...${on === type && chance(2) ? '' : ` on ${on.name}`}${directive(5)} ${body}`
  }

  function fragmentOn(type: GraphQLCompositeType, text: string): string {
    const name = `F${fragments.size}`
    fragments.set(name, { type, text })
    return name
  }
}

/** The variables of a selection and of every fragment it leads to, each once. */
function variablesIn(text: string, fragments: ReadonlyMap<string, { text: string }>): VariableName[] {
  const texts = new Set([text])
  for (const each of texts) {
    for (const [, name = ''] of each.matchAll(/\.\.\.(F\d+)/g)) texts.add(fragments.get(name)?.text ?? '')
  }
  return [...new Set([...texts].flatMap((each) => [...each.matchAll(/\$(\w+)/g)].map(([, name]) => name as VariableName)))]
}
