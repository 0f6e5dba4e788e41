import fc, { type Arbitrary } from 'fast-check'
import { attributes } from '../catalogue.ts'
import { localDay, localMinutes, printDay, printTime } from '../calendar.ts'
import { operatorsFor } from '../operators.ts'
import type { Clock, Fact, Rule, RuleGroup, Span } from '../types.ts'

/*
 * Random rules about dates and times, and facts for them, whose truth turns within minutes of a random moment: nothing shows how long an answer holds
 * but one that is about to turn.
 */

/** Every kind of offset there is, whole hours and others, with and without summer time. */
export const oddZones = [
  'UTC', 'Europe/Rome', 'Europe/Dublin', 'America/St_Johns', 'America/Santiago', 'Asia/Kathmandu', 'Asia/Kolkata',
  'Australia/Lord_Howe', 'Australia/Adelaide', 'Pacific/Chatham', 'Pacific/Kiritimati', 'Africa/Casablanca',
] as const // prettier-ignore

const quarterMs = 15 * 60_000
const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Nights in which clocks are changed in one of the zones, the turn of a year, and days like any other. */
const nights = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-09-27',
  '2026-10-25',
  '2026-11-01',
  '2026-12-31',
  '2028-02-29',
  '2026-06-15',
]

export const movingClocks: Arbitrary<Clock> = fc.record({
  now: fc
    .tuple(fc.constantFrom(...nights), fc.integer({ min: -96, max: 96 }), aLittle())
    .map(([night, quarters, beside]) => new Date(Date.parse(night) + quarters * quarterMs + beside)),
  timeZone: fc.constantFrom(...oddZones),
})

const dated = attributes.filter(({ type, name }) => type === 'date' || name.startsWith('now.'))

/** A comparison about a date or a time, near the moment of the clock. */
function datedRules(clock: Clock): Arbitrary<Rule> {
  return fc
    .constantFrom(...dated)
    .chain((attribute) =>
      fc
        .constantFrom(...operatorsFor(attribute.type, attribute.options))
        .chain((operator) => valueNear(clock, attribute.type, operator).map((value) => ({ field: attribute.name, operator, ...value }))),
    )
}

/** A tree of such comparisons. */
export function datedGroups(clock: Clock): Arbitrary<RuleGroup> {
  return fc
    .record({
      combinator: fc.constantFrom('and' as const, 'or' as const),
      not: fc.boolean(),
      rules: fc.array(datedRules(clock), { minLength: 1, maxLength: 2 }),
    })
    .chain((inner) =>
      fc
        .record({ combinator: fc.constantFrom('and' as const, 'or' as const), rules: fc.array(datedRules(clock), { maxLength: 1 }) })
        .map((outer) => ({
          ...outer,
          rules: [inner, ...outer.rules],
        })),
    )
}

/** Dates as back-ends give them, each a little before or after where a comparison of the rule turns; at times a day, or nothing. */
export function datesFor(rules: readonly Rule[], clock: Clock): Arbitrary<Record<string, Fact>> {
  const facts = rules
    .filter(({ field }) => !field.startsWith('now.'))
    .map(({ field, operator, value }) => {
      const isPast = operator === 'withinLast' || operator === 'olderThan'
      const near = isSpan(value) ? [0, (isPast ? -1 : 1) * lengthOf(value)] : [0]
      const instant = fc.tuple(fc.constantFrom(...near), aLittle()).map(([far, beside]) => isoAt(clock.now.getTime() + far + beside))
      const fact: Arbitrary<Fact> = fc.oneof(
        { weight: 10, arbitrary: instant },
        { weight: 2, arbitrary: instant.map((text) => text.slice(0, 10)) },
        { weight: 1, arbitrary: fc.constantFrom(null, undefined, 'soon') },
      )
      return [field, fact] as const
    })
  return fc.record(Object.fromEntries(facts))
}

/** The facts with those of a moment, which nobody has to be asked for. */
export function atMoment(facts: Record<string, Fact>, clock: Clock): Record<string, Fact> {
  const own = attributes
    .filter(({ name }) => name.startsWith('now.'))
    .map(({ name, read }) => [name, read({ context: { clock }, token: {}, results: {}, lineId: undefined } as never)])
  return { ...facts, ...(Object.fromEntries(own) as Record<string, Fact>) }
}

function valueNear(clock: Clock, type: string, operator: Rule['operator']): Arbitrary<Pick<Rule, 'value'>> {
  const at = clock.now.getTime()
  if (operator === 'null' || operator === 'notNull') return fc.constant({})
  if (type === 'string') {
    const day = fc.constantFrom('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')
    return operator === 'in' || operator === 'notIn'
      ? fc.uniqueArray(day, { minLength: 1, maxLength: 3 }).map((value) => ({ value }))
      : day.map((value) => ({ value }))
  }
  if (type === 'time') {
    const time = fc.integer({ min: -3, max: 3 }).map((beside) => printTime((localMinutes(at, clock.timeZone) + beside + 1_440) % 1_440))
    return isPair(operator) ? fc.tuple(time, time).map((value) => ({ value })) : time.map((value) => ({ value }))
  }
  if (operator.startsWith('within') || operator.endsWith('Than'))
    return fc
      .record({ amount: fc.constantFrom(1, 2, 24, 30), unit: fc.constantFrom('hours' as const, 'days' as const, 'months' as const) })
      .map((value) => ({ value }))
  const date = fc.oneof(
    aLittle().map((beside) => isoAt(at + beside)),
    fc.integer({ min: -1, max: 1 }).map((days) => printDay(localDay(at, clock.timeZone) + days)),
  )
  return isPair(operator)
    ? fc.tuple(date, date).map(([one, other]) => ({ value: Date.parse(one) <= Date.parse(other) ? [one, other] : [other, one] }))
    : date.map((value) => ({ value }))
}

function isPair(operator: Rule['operator']): boolean {
  return operator === 'between' || operator === 'notBetween'
}

function isSpan(value: Rule['value']): value is Span {
  return typeof value === 'object' && value !== null && 'amount' in value
}

function lengthOf({ amount, unit }: Span): number {
  return amount * { hours: hourMs, days: dayMs, months: 30 * dayMs }[unit]
}

/** Milliseconds: mostly some minutes, often none or one. */
function aLittle(): Arbitrary<number> {
  return fc.oneof(fc.integer({ min: -quarterMs, max: quarterMs }), fc.constantFrom(-60_000, -1, 0, 1, 60_000))
}

function isoAt(instant: number): string {
  return new Date(instant).toISOString()
}
