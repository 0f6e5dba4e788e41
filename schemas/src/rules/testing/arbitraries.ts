import fc, { type Arbitrary } from 'fast-check'
import { attributes } from '../catalogue.ts'
import type { CatalogueEntry } from '../catalogue/define.ts'
import { operatorsFor } from '../operators.ts'
import type { AttributeType, Clock, Operator, Rule, RuleGroup } from '../types.ts'

/*
 * Random rules that pass the check, and random facts for them. Values come from small pools on purpose: two texts drawn at random are
 * never equal, and what goes wrong goes wrong at the edges.
 */

const instants = [
  '2026-03-28T23:00:00Z',
  '2026-03-29T00:59:59Z',
  '2026-03-29T01:00:00.500Z',
  '2026-10-24T22:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-11-22T09:59:59.999Z',
  '2026-11-22T10:00:00Z',
  '2026-11-22T10:00:00.001Z',
  '2026-10-22T21:59:59Z',
  '2026-10-22T22:00:00Z',
  '2026-12-31T23:30:00Z',
  '2028-02-29T12:00:00Z',
]
const days = ['2026-03-29', '2026-10-25', '2026-10-23', '2026-11-21', '2026-11-22', '2026-11-23', '2026-12-31', '2027-01-01', '2028-02-29']
const times = ['00:00', '05:59', '06:00', '06:01', '12:30', '21:59', '22:00', '23:59']
const texts = [
  'prepaid',
  'Prepaid',
  'Base 10',
  '5.2.0',
  '5.2',
  '9',
  'x" || true //',
  'x\\" || true //',
  "'; --",
  'constructor',
  '__proto__',
  'è',
  'null',
]
const numbers = [-1, 0, 1, 4, 5, 9, 29, 30, 31, 100, 0.5, 1e15]
const cents = [-100, 0, 1, 499, 500, 501, 100_000, Number.MAX_SAFE_INTEGER]
const setItems = ['SPOTIFY', 'spotify', 'roaming-eu', 'x" || true //', 'toString']

/** What no fact should ever be, and what bugs upstream make of them. */
const garbage: unknown[] = [
  '9',
  '30',
  ' ',
  'yes',
  'true',
  '2026-02-30',
  '2026-13-01T00:00:00Z',
  '25:00',
  '7:00',
  NaN,
  Infinity,
  0.1,
  9,
  true,
  false,
  {},
  [],
  [1],
  ['a', null],
  { length: 1, includes: 'x' },
]

const pools: Record<AttributeType, readonly unknown[]> = {
  string: texts,
  number: numbers,
  money: cents,
  boolean: [true, false],
  date: [...instants, ...days],
  time: times,
  set: setItems,
}

export const clocks: Arbitrary<Clock> = fc.record({
  now: fc.constantFrom(...instants).map((instant) => new Date(instant)),
  timeZone: fc.constantFrom('Europe/Rome', 'UTC', 'America/St_Johns', 'Pacific/Auckland'),
})

/** One comparison that passes the check. */
export function rules(from: readonly CatalogueEntry[] = attributes): Arbitrary<Rule> {
  return fc
    .constantFrom(...from)
    .chain((attribute) =>
      fc
        .constantFrom(...operatorsFor(attribute.type, attribute.options))
        .chain((operator) => values(attribute, operator).map((value) => ({ field: attribute.name, operator, ...value }))),
    )
}

/** A tree of comparisons that passes the check. */
export function ruleGroups(from: readonly CatalogueEntry[] = attributes): Arbitrary<RuleGroup> {
  const { group } = fc.letrec<{ group: RuleGroup; node: Rule | RuleGroup }>((tie) => ({
    node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, rules(from), tie('group')),
    group: fc.record(
      {
        combinator: fc.constantFrom('and' as const, 'or' as const),
        not: fc.boolean(),
        rules: fc.array(tie('node'), { maxLength: 4, depthIdentifier: 'rules' }),
      },
      { requiredKeys: ['combinator', 'rules'] },
    ),
  }))
  return group.filter((rule) => depthOf(rule) <= 6)
}

/** Facts for the attributes a rule asks about: mostly of their type and near the rule's own values, at times missing, empty or garbage. */
export function factsFor(group: RuleGroup): Arbitrary<Record<string, unknown>> {
  const near = new Map<string, unknown[]>()
  for (const { field, value } of leavesOf(group)) near.set(field, [...(near.get(field) ?? []), ...(Array.isArray(value) ? value : [value])])
  const model = Object.fromEntries(
    [...near].map(([field, own]) => {
      const { type, options } = attributes.find(({ name }) => name === field)!
      const pool = [
        ...(options?.map(({ value }) => value) ?? pools[type]),
        ...own.filter((value) => value !== undefined && typeof value !== 'object'),
      ]
      const typed: Arbitrary<unknown> = type === 'set' ? fc.subarray(pool) : fc.constantFrom(...pool)
      const fact = fc.oneof(
        { weight: 12, arbitrary: typed },
        { weight: 2, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 2, arbitrary: fc.constantFrom(...garbage) },
      )
      return [field, fact]
    }),
  )
  return fc.record(model)
}

/** The comparisons of a tree, from left to right. */
export function leavesOf(node: Rule | RuleGroup): Rule[] {
  return 'rules' in node ? node.rules.flatMap(leavesOf) : [node]
}

function depthOf(node: Rule | RuleGroup): number {
  return 'rules' in node ? 1 + Math.max(0, ...node.rules.map(depthOf)) : 0
}

function values({ type, options }: CatalogueEntry, operator: Operator): Arbitrary<{ value?: Rule['value'] }> {
  const single = fc.constantFrom(...((options?.map((option) => option.value) ?? pools[type]) as (string | number | boolean)[]))
  switch (operator) {
    case 'null':
    case 'notNull':
      return fc.constantFrom({}, { value: '' })
    case 'withinLast':
    case 'withinNext':
    case 'olderThan':
    case 'furtherThan':
      return fc
        .record({ amount: fc.constantFrom(1, 2, 28, 30, 31, 12), unit: fc.constantFrom('hours', 'days', 'months') })
        .map((value) => ({ value }))
    case 'between':
    case 'notBetween':
      return fc.tuple(single, single).map((pair) => ({ value: type === 'time' ? pair : inOrder(pair) }) as { value: Rule['value'] })
    case 'in':
    case 'notIn':
      return fc.uniqueArray(single, { minLength: 1, maxLength: 3 }).map((value) => ({ value: value as string[] }))
    default:
      return single.map((value) => ({ value }))
  }
}

/** Numbers by size, dates by when they begin. */
function inOrder<Value extends string | number | boolean>([a, b]: readonly [Value, Value]): [Value, Value] {
  const rank = (value: Value) => (typeof value === 'string' ? Date.parse(value) : Number(value))
  return rank(a) <= rank(b) ? [a, b] : [b, a]
}
