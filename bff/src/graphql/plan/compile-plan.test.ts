import {
  buildSchema,
  parse,
  printSchema,
  validate,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { describe, expect, test, vi } from 'vitest'
import { createSchema } from '../schema.ts'
import { documentId } from '../trusted-documents.ts'
import { compilePlan } from './compile-plan.ts'
import type { Plan, RootPart, Variables } from './contract.ts'
import { createPlans } from './plans.ts'

const schema = createSchema()

/** What is found for the one document there is. */
function find(text: string, variables: Variables = {}, operationName?: string) {
  return plansOf(text).find(documentId(text), operationName, variables)
}
function plansOf(text: string, of: GraphQLSchema = schema) {
  const id = documentId(text)
  return createPlans(new Map([[id, { id, file: 'test.graphql', document: parse(text) }]]), of)
}
/** The keys of a plan's home, in the order in which they are written. */
function keysOf(found: { plan: Plan } | undefined, root = 0): string[] {
  const home = found?.plan.roots[root] as RootPart & { part: 'home' }
  return home.fields.map(({ prefix }) => /"(.*)":$/.exec(prefix)?.[1] ?? prefix)
}

describe('has a plan', () => {
  test.each([
    ['a home', '{ mosaic { id } }'],
    ['a home and who asks', '{ me { id name lines { id } __typename } mosaic { id __typename } __typename }'],
    ['two homes', '{ one: mosaic { id } other: mosaic(surface: "summer") { id widgets { id } } }'],
    ['a home by a fragment of the root', '{ ...Home } fragment Home on Query { mosaic { ...Id } } fragment Id on Mosaic { id }'],
    ['a home without widgets, or with two lists of them', '{ mosaic { a: widgets { id } b: widgets { kind } } }'],
  ])('%s', (_, text) => expect(find(text)).toBeDefined())

  test('what is skipped counts as not there', () => {
    const text = 'query ($all: Boolean!) { mosaic { id } balance @include(if: $all) { __typename } }'
    expect(find(text, { all: false })).toBeDefined()
    expect(find(text, { all: true })).toBeUndefined()
  })
})

describe('has no plan', () => {
  test.each([
    ['a mutation', 'mutation { topUp(input: { lineId: "L", amount: 500, idempotencyKey: "12345678" }) { status } }'],
    ['nothing but who asks', '{ me { id } }'],
    ['introspection', '{ __schema { queryType { name } } }'],
    ['introspection beside a home', '{ mosaic { id } __type(name: "Mosaic") { name } }'],
    ['the balance', '{ balance { __typename } }'],
    ['the balance beside a home', '{ mosaic { id } balance { __typename } }'],
    ['usage', '{ mosaic { id } usage { __typename } }'],
    ['bills', '{ mosaic { id } bills { __typename } }'],
    ['an answer in parts', '{ mosaic { id ... @defer { revision } } }'],
    ['an answer in parts, from the root', '{ ...Home @defer } fragment Home on Query { mosaic { id } }'],
    ['a directive on the question', 'query @live { mosaic { id } }'],
    ['nothing, as everything is skipped', '{ mosaic @skip(if: true) { id } }'],
  ])('%s', (_, text) => expect(find(text)).toBeUndefined())

  test.each([
    ['a field of a widget', '{ mosaic { widgets { title { short(length: 3) } } } }'],
    ['a field of the page', '{ mosaic { title { value short(length: 3) } } }'],
    ['a field of who asks', '{ mosaic { id } me { nickname(in: "it") } }'],
    ['the page itself', '{ mosaic { id rating(of: 5) } }'],
    ['the widgets', '{ mosaic { id widgets(first: 3) { id } } }'],
  ])('an argument that nobody has planned for: of %s', (_, text) => {
    const extended = buildSchema(
      printSchema(schema)
        .replace('type Text {', 'type Text {\n  short(length: Int!): String')
        .replace('type Me {', 'type Me {\n  nickname(in: String!): String')
        .replace('type Mosaic {', 'type Mosaic {\n  rating(of: Int!): Int')
        .replace('  widgets: [', '  widgets(first: Int): ['),
    )
    expect(validate(extended, parse(text))).toEqual([])
    expect(plansOf(text, extended).find(documentId(text), undefined, {})).toBeUndefined()
    // It is the argument: without one there is a plan.
    const plain = '{ mosaic { id title { value } } me { id } }'
    expect(plansOf(plain, extended).find(documentId(plain), undefined, {})).toBeDefined()
  })
})

describe('which question it is', () => {
  const two = 'query One($line: ID!) { mosaic(line: $line) { id } } query Other { mosaic { revision } }'

  test('by the name of the operation', () => {
    expect(keysOf(find(two, { line: 'L-1' }, 'One'))).toEqual(['id'])
    expect(keysOf(find(two, {}, 'Other'))).toEqual(['revision'])
  })

  test.each<[string, Variables, string | undefined]>([
    ['no name where there are several', { line: 'L-1' }, undefined],
    ['a name that nobody has', { line: 'L-1' }, 'Third'],
    ['a variable that is missing', {}, 'One'],
    ['a variable of another type', { line: { id: 'L-1' } }, 'One'],
    ['a null that may not be', { line: null }, 'One'],
  ])('%s is the executor’s to tell', (_, variables, name) => expect(find(two, variables, name)).toBeUndefined())

  test('a document that nobody trusts', () => {
    expect(plansOf('{ mosaic { id } }').find(documentId('{ mosaic { revision } }'), undefined, {})).toBeUndefined()
  })

  test('arguments come from literals, variables and their defaults', () => {
    const argumentsOf = (text: string, variables: Variables = {}) => {
      const found = find(text, variables)
      const home = found?.plan.roots[0] as (RootPart & { part: 'home' }) | undefined
      return home?.argumentsOf(found?.variables ?? {})
    }
    expect(argumentsOf('{ mosaic { id } }')).toEqual({ surface: 'home', line: undefined })
    expect(argumentsOf('{ mosaic(surface: null, line: null) { id } }')).toEqual({ surface: 'home', line: undefined })
    expect(argumentsOf('{ mosaic(surface: "summer", line: 7) { id } }')).toEqual({ surface: 'summer', line: '7' })
    const text = 'query ($surface: String = "spring", $line: ID) { mosaic(surface: $surface, line: $line) { id } }'
    expect(argumentsOf(text)).toEqual({ surface: 'spring', line: undefined })
    expect(argumentsOf(text, { surface: null, line: 'L-1' })).toEqual({ surface: 'home', line: 'L-1' })
  })
})

describe('fields', () => {
  test('merged, in the order in which they are met first', () => {
    const text = `{ mosaic { b: id ...More a: revision id } mosaic { d: line b: id } }
      fragment More on Mosaic { a: revision ... on Mosaic { c: composedAt } b: id }`
    expect(keysOf(find(text))).toEqual(['b', 'a', 'c', 'id', 'd'])
  })

  test('by what the variables skip, each its own plan', () => {
    const text = `query ($a: Boolean!, $b: Boolean = true) {
      mosaic { id line @skip(if: $a) ...More @include(if: $b) etag @include(if: false) } } fragment More on Mosaic { revision }`
    expect(keysOf(find(text, { a: false }))).toEqual(['id', 'line', 'revision'])
    expect(keysOf(find(text, { a: true, b: true }))).toEqual(['id', 'revision'])
    expect(keysOf(find(text, { a: true, b: false }))).toEqual(['id'])
    const plans = plansOf(text)
    const one = plans.find(documentId(text), undefined, { a: true, b: true })
    expect(plans.find(documentId(text), undefined, { a: true })?.plan).toBe(one?.plan)
    expect(plans.find(documentId(text), undefined, { a: false })?.plan).not.toBe(one?.plan)
  })

  test('a name is written as JSON has it, and what it is called decides nothing', () => {
    const found = find('{ __proto: mosaic { constructor: id toString: revision } }')
    expect(found?.plan.roots[0]).toMatchObject({ part: 'home', prefix: '"__proto":' })
    expect(keysOf(found)).toEqual(['constructor', 'toString'])
  })

  test('what the client can draw is what its fragments stand on', () => {
    const text = '{ mosaic { widgets { id ...Gauge ... on BillWidget { kind } } } } fragment Gauge on GaugeLike { gauge { ratio } }'
    expect([...(find(text)?.plan.capabilities ?? [])].sort()).toEqual(['BillWidget', 'GaugeLike'])
  })
})

describe('compiled before anybody asks', () => {
  const skipping = (count: number) => {
    const names = Array.from({ length: count }, (_, index) => `v${index}`)
    const declared = count === 0 ? '' : `(${names.map((name) => `$${name}: Boolean!`).join()})`
    return `query ${declared} { mosaic { id ${names.map((name) => `${name}: line @skip(if: $${name})`).join(' ')} } }`
  }
  const variablesOf = (count: number, value: boolean) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, value]))
  /** Each compilation asks the schema for its root once. */
  const compiled = () => vi.spyOn(schema, 'getQueryType')

  test.each([0, 1, 4])('with %i variables that skip fields: every way there is', (count) => {
    const spy = compiled()
    const plans = plansOf(skipping(count))
    expect(spy).toHaveBeenCalledTimes(2 ** count)
    for (const value of [true, false]) expect(plans.find(documentId(skipping(count)), undefined, variablesOf(count, value))).toBeDefined()
    expect(spy).toHaveBeenCalledTimes(2 ** count)
  })

  test('with more of them: each way when it is first asked for', () => {
    const spy = compiled()
    const plans = plansOf(skipping(5))
    expect(spy).not.toHaveBeenCalled()
    for (const value of [true, false, true, false]) plans.find(documentId(skipping(5)), undefined, variablesOf(5, value))
    expect(spy).toHaveBeenCalledTimes(2)
  })
})

test('a fault of ours is no reason to go another way in silence', () => {
  const [operation] = parse('{ mosaic { id } }').definitions as [OperationDefinitionNode]
  const fragments: Record<string, FragmentDefinitionNode> = {}
  const broken = Object.create(schema, { getQueryType: { value: () => ({ getFields: () => { throw new TypeError('broken on purpose') } }) } }) as GraphQLSchema // prettier-ignore
  expect(() => compilePlan({ schema: broken, operation, fragments, variables: {} })).toThrow('broken on purpose')
})
