import { compileRule, requirementsOf, type RuleGroup } from '@mosaic/schemas/rules'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { all, rule } from '../testing/release-body.ts'
import { indexClusters, nextOf } from './cluster-index.ts'

const clock = { now: new Date('2026-11-25T10:00:00Z'), timeZone: 'Europe/Rome' }

/** Rules as editors write them: some of whose parts are texts the customer must have, others not. */
const values = {
  'line.payment': ['prepaid', 'postpaid', 'hybrid'],
  'line.kind': ['voice', 'data'],
  'customer.segment': ['consumer', 'business'],
} as const
const attributes = Object.keys(values) as (keyof typeof values)[]
const comparison = fc.constantFrom(...attributes).chain((attribute) =>
  fc.oneof(
    fc.constantFrom(...values[attribute]).map((value) => rule(attribute, '=', value)),
    fc.constantFrom(...values[attribute]).map((value) => rule(attribute, '!=', value)),
    fc.subarray([...values[attribute]], { minLength: 1 }).map((list) => rule(attribute, 'in', list)),
    fc.integer({ min: 0, max: 3 }).map((count) => rule('lines.count', '>=', count)),
  ),
)
const group: fc.Arbitrary<RuleGroup> = fc.letrec<{ group: RuleGroup; node: RuleGroup['rules'][number] }>((tie) => ({
  node: fc.oneof({ weight: 4, arbitrary: comparison }, { weight: 1, arbitrary: tie('group') }),
  group: fc.record({
    combinator: fc.constantFrom('and' as const, 'or' as const),
    not: fc.boolean(),
    rules: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
  }),
})).group
const facts = fc.record(
  {
    ...Object.fromEntries(attributes.map((name) => [name, fc.option(fc.constantFrom<string>(...values[name], 'another'))])),
    'lines.count': fc.integer({ min: 0, max: 3 }),
  },
  { requiredKeys: [] },
)

test('never leaves out a cluster whose rule is true, and keeps the order', () => {
  fc.assert(
    fc.property(fc.array(fc.option(group), { minLength: 1, maxLength: 80 }), facts, (rules, known) => {
      const possible = indexClusters(rules.map((each) => (each ? requirementsOf(each) : []))).possible(known)
      const places: number[] = []
      for (let at = nextOf(possible, 0); at !== -1; at = nextOf(possible, at + 1)) places.push(at)
      expect(places).toEqual(places.toSorted((one, other) => one - other))
      const isTrue = (each: RuleGroup | null) => each === null || compileRule(each)(known, clock) === true
      expect(places).toEqual(expect.arrayContaining(rules.flatMap((each, at) => (isTrue(each) ? [at] : []))))
    }),
    { numRuns: 300 },
  )
})

test('leaves out those that want a text the customer does not have', () => {
  const wanted = ['prepaid', 'postpaid', 'hybrid'].map((value) =>
    requirementsOf(all(rule('line.payment', '=', value), rule('lines.count', '>=', 1))),
  )
  const index = indexClusters([...Array.from({ length: 100 }, (_, at) => wanted[at % 3] ?? []), []])
  const places = (payment: string | undefined) => {
    const possible = index.possible({ 'line.payment': payment })
    const found: number[] = []
    for (let at = nextOf(possible, 0); at !== -1; at = nextOf(possible, at + 1)) found.push(at)
    return found
  }
  expect(places('hybrid')).toEqual([...Array.from({ length: 33 }, (_, at) => 3 * at + 2), 100])
  expect(places('another')).toEqual([100])
  expect(places(undefined)).toHaveLength(101)
})
