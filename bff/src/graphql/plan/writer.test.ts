import { shared } from '@mosaic/widgets/shared'
import fc, { type Arbitrary } from 'fast-check'
import {
  buildSchema,
  execute,
  isObjectType,
  parse,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type OperationDefinitionNode,
} from 'graphql'
import { describe, expect, test } from 'vitest'
import { createSchema } from '../schema.ts'
import { Unplannable, writerOf } from './writer.ts'

/* What is written is what graphql-js would answer; what it would complain about, or wait for, is refused. */

const schema = buildSchema(`
  type Query { thing: Thing }
  type Thing { text: String id: ID int: Int float: Float flag: Boolean color: Color any: Any sure: String! below: Thing list: [String] sureList: [Int!]! named: Named }
  enum Color { RED GREEN }
  scalar Any
  interface Named { name: String }
  type Person implements Named { name: String age: Int }
  type Place implements Named { name: String }
`)
const text = `{ thing {
  text id int float flag color any sure again: text __typename
  below { text below { sure } }
  list sureList
  named { ...Naming }
  twin: named { ...Naming }
} } fragment Naming on Named { name kind: __typename ... on Person { age } ...InPlace } fragment InPlace on Place { called: name }`
const document = parse(text)
const write = writer()

function writer() {
  const [operation, ...named] = document.definitions as [OperationDefinitionNode, ...FragmentDefinitionNode[]]
  const fragments = Object.fromEntries(named.map((fragment) => [fragment.name.value, fragment]))
  const type = schema.getQueryType()?.getFields()['thing']?.type as GraphQLOutputType
  const nodes = operation.selectionSet.selections.filter((selection) => selection.kind === 'Field')
  return writerOf({ schema, operation, fragments, variables: {} }, type, nodes)
}

/** What a plan writes; undefined when it refuses. Nothing else may come of it. */
function planned(thing: unknown): string | undefined {
  try {
    return write(thing)
  } catch (error) {
    if (error instanceof Unplannable) return undefined
    throw error
  }
}

/** What the executor answers; undefined when it has something to complain about. */
async function executed(thing: unknown): Promise<string | undefined> {
  const { data, errors } = await execute({ schema, document, rootValue: { thing } })
  return errors ? undefined : JSON.stringify(data?.['thing'])
}

const fine = {
  text: 'è "quoted" \\ \n \u2028 \ud83d\ude00',
  id: 7,
  int: -1,
  float: 1.5e-7,
  flag: false,
  color: 'RED',
  any: { deep: [1, null] },
  sure: '',
  below: { text: null, below: null },
  list: ['a', null, ''],
  sureList: [0, 2_147_483_647],
  named: { __typename: 'Person', name: 'Ada', age: 36 },
}

test('whatever is fine is written as the executor writes it', async () => {
  expect(planned(fine)).toBe(await executed(fine))
  expect(planned(null)).toBe('null')
  expect(planned(undefined)).toBe('null')
})

describe('refused', () => {
  test.each<[string, object]>([
    ['a null that may not be', { sure: null }],
    ['nothing where something must be', { sure: undefined }],
    ['a null that may not be, far below', { below: { text: 'a', below: { sure: null } } }],
    ['a null in a list that may have none', { sureList: [1, null] }],
    ['a missing list', { sureList: undefined }],
    ['a text where a list must be', { list: 'abc' }],
    ['a text that is an object', { text: {} }],
    ['a number that is none', { int: 'seven' }],
    ['a number with a fraction', { int: 1.5 }],
    ['a number that is too large', { int: 2 ** 31 }],
    ['no number at all', { float: Number.NaN }],
    ['a number without an end', { float: Number.POSITIVE_INFINITY }],
    ['a truth that is a text', { flag: 'yes' }],
    ['a colour that nobody knows', { color: 'PURPLE' }],
    ['an error in the place of a text', { text: new Error('no') }],
    ['an error in the place of anything', { any: new Error('no') }],
    ['an error in the place of an object', { below: new Error('no') }],
    ['an error in a list', { list: ['a', new Error('no')] }],
    ['a type that nobody knows', { named: { __typename: 'Ghost', name: 'a' } }],
    ['no type', { named: { name: 'a' } }],
    ['a type that is no such thing', { named: { __typename: 'Thing', name: 'a' } }],
  ])('%s, of which the executor complains', async (_, changes) => {
    expect(await executed({ ...fine, ...changes })).toBeUndefined()
    expect(planned({ ...fine, ...changes })).toBeUndefined()
  })

  test.each<[string, object]>([
    ['a promise of a text', { text: Promise.resolve('a') }],
    ['a promise of anything', { any: Promise.resolve('a') }],
    ['a promise of an object', { below: Promise.resolve({ text: 'a' }) }],
    ['a promise of a list', { list: Promise.resolve(['a']) }],
    ['a promise in a list', { list: [Promise.resolve('a')] }],
    ['a promise of one of several types', { named: Promise.resolve({ __typename: 'Place', name: 'a' }) }],
    ['a function', { text: () => 'a' }],
    ['a list that is no array', { list: new Set(['a']) }],
  ])('%s, which the executor can deal with', async (_, changes) => {
    expect(await executed({ ...fine, ...changes })).toBeDefined()
    expect(planned({ ...fine, ...changes })).toBeUndefined()
  })
})

describe('what is the same for everybody', () => {
  /** A thing that counts how often somebody reads its text. */
  const counting = () => {
    const reads = { count: 0 }
    const below = {
      get text() {
        reads.count++
        return 'è "quoted"'
      },
    }
    return { reads, below }
  }

  test('is written once, wherever it stands', () => {
    const { reads, below } = counting()
    const first = planned({ ...fine, below: shared(below) })
    const before = reads.count
    expect(planned({ ...fine, text: 'another', below })).toContain('"text":"è \\"quoted\\""')
    expect(planned({ ...fine, below })).toBe(first)
    expect(reads.count).toBe(before)
  })

  test('and what is somebody’s own is read each time', () => {
    const { reads, below } = counting()
    planned({ ...fine, below })
    const before = reads.count
    planned({ ...fine, below })
    expect(reads.count).toBeGreaterThan(before)
  })

  test('is refused as often as it is asked for, when it is not what it should be', () => {
    const broken = shared({ sure: null })
    for (const _ of ['once', 'twice']) expect(planned({ ...fine, below: { text: 'a', below: broken } })).toBeUndefined()
  })

  test('and lists', async () => {
    const sureList = shared([1, 2, 3])
    for (const _ of ['once', 'twice']) expect(planned({ ...fine, sureList })).toBe(await executed({ ...fine, sureList }))
  })
})

test('what stands in two places is written for both, and then anew for whoever comes next', async () => {
  for (let age = 1; age < 30; age++) {
    const named = { __typename: 'Person', name: `Ada ${age % 3}`, age }
    expect(planned({ ...fine, named })).toBe(await executed({ ...fine, named }))
  }
})

test('whatever it is given, it writes what the executor would, or nothing', async () => {
  let [written, refused] = [0, 0]
  await fc.assert(
    fc.asyncProperty(things(), async (thing) => {
      const answer = planned(thing)
      if (answer === undefined) refused++
      else {
        written++
        expect(answer).toBe(await executed(thing))
      }
    }),
    { numRuns: 3_000 },
  )
  expect(Math.min(written, refused)).toBeGreaterThan(500)
})

test('what is well-formed is never refused', async () => {
  await fc.assert(
    fc.asyncProperty(things(0), async (thing) => {
      expect(planned(thing)).toBe(await executed(thing))
    }),
    { numRuns: 1_000 },
  )
})

test('no type of the customers’ schema is told by its objects: a plan would not ask them', () => {
  const types = Object.values(createSchema().getTypeMap()).filter(isObjectType)
  expect(types.length).toBeGreaterThan(30)
  expect(types.filter(({ isTypeOf }) => isTypeOf).map(({ name }) => name)).toEqual([])
})

/** Things whose fields are mostly what they should be. @param oddness how often they are something else, against 20 */
function things(oddness = 1): Arbitrary<object> {
  const odd = fc.oneof(
    fc.anything(),
    fc.constantFrom<unknown>(Number.NaN, -0, 2 ** 31, -(2 ** 31), '7', true, new Error('no'), new Date(0)),
  )
  const mostly = (usual: Arbitrary<unknown>) => fc.oneof({ weight: 20, arbitrary: usual }, { weight: oddness, arbitrary: odd })
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('\ud800', '"', '\\', '\u2029', '\u007f'),
  )
  const perhaps = (usual: Arbitrary<unknown>) => mostly(fc.option(usual, { nil: undefined }))
  const named = fc.record({ __typename: mostly(fc.constantFrom('Person', 'Place')), name: perhaps(words), age: perhaps(fc.integer()) })
  return fc.record({
    text: perhaps(words),
    id: perhaps(fc.oneof(words, fc.integer())),
    int: perhaps(fc.integer()),
    float: perhaps(fc.double({ noNaN: true, noDefaultInfinity: true })),
    flag: perhaps(fc.boolean()),
    color: perhaps(fc.constantFrom('RED', 'GREEN')),
    any: perhaps(fc.jsonValue()),
    sure: mostly(words),
    below: perhaps(fc.record({ text: perhaps(words), below: perhaps(fc.record({ sure: mostly(words) })) })),
    list: perhaps(fc.array(perhaps(words))),
    sureList: mostly(fc.array(mostly(fc.integer()))),
    named: perhaps(named),
  })
}
