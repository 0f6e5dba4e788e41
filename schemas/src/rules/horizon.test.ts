import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDay, localMinutes, startOfDay } from './calendar.ts'
import { attributes } from './catalogue.ts'
import { compileRule } from './compile.ts'
import { factsFor, leavesOf, ruleGroups } from './testing/arbitraries.ts'
import { atMoment, datedGroups, datesFor, movingClocks, oddZones } from './testing/moments.ts'
import type { Clock, Facts, Rule, Truth } from './types.ts'

const quarterMs = 15 * 60_000
const never = Number.POSITIVE_INFINITY

function nextQuarter({ now }: Clock): number {
  return (Math.floor(now.getTime() / quarterMs) + 1) * quarterMs
}

describe('until its horizon a rule’s truth is what it is', () => {
  const cases = movingClocks.chain((clock) =>
    datedGroups(clock).chain((rule) =>
      fc.record({
        clock: fc.constant(clock),
        rule: fc.constant(rule),
        facts: datesFor(leavesOf(rule), clock),
        places: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
      }),
    ),
  )

  test('for random rules about dates and times, whose facts are about to turn', () => {
    let [turned, held] = [0, 0]
    fc.assert(
      fc.property(cases, ({ clock, rule, facts, places }) => {
        const compiled = compileRule(rule)
        const at = (moment: number): Truth => {
          const then = { ...clock, now: new Date(moment) }
          return compiled(atMoment(facts, then), then)
        }
        const horizon = { until: never }
        const truth = compiled(atMoment(facts, clock), { ...clock, horizon })
        const now = clock.now.getTime()
        const until = Math.min(horizon.until, nextQuarter(clock))
        expect(until).toBeGreaterThan(now)
        for (const moment of [now, until - 1, ...places.map((place) => Math.floor(now + place * (until - 1 - now)))])
          expect([new Date(moment).toISOString(), at(moment)]).toEqual([new Date(moment).toISOString(), truth])
        if (until < nextQuarter(clock) && at(until) !== truth) turned++
        else held++
      }),
      { numRuns: 6_000 },
    )
    // A run in which hardly anything turned would prove little.
    expect(turned).toBeGreaterThan(150)
    expect(held).toBeGreaterThan(300)
  })

  test('and it is the same truth as without one', () => {
    fc.assert(
      fc.property(cases, ({ clock, rule, facts }) => {
        const compiled = compileRule(rule)
        const known = atMoment(facts, clock)
        expect(compiled(known, { ...clock, horizon: { until: never } })).toBe(compiled(known, clock))
      }),
    )
  })
})

describe('to the millisecond', () => {
  const rome = 'Europe/Rome'
  const noon = '2026-11-22T10:00:00.000Z'
  const hours = (amount: number) => ({ amount, unit: 'hours' as const })
  test.each<{ rule: Rule; fact?: string; now?: string; timeZone?: string; until: string }>([
    // The hour after which it is longer ago begins a millisecond after the last instant that counts.
    { rule: rule('withinLast', hours(1)), fact: '2026-11-22T09:05:00.000Z', until: '2026-11-22T10:05:00.001Z' },
    { rule: rule('olderThan', hours(1)), fact: '2026-11-22T09:05:00.000Z', until: '2026-11-22T10:05:00.001Z' },
    { rule: rule('withinNext', hours(1)), fact: '2026-11-22T11:05:00.000Z', until: '2026-11-22T10:05:00.000Z' },
    { rule: rule('furtherThan', hours(1)), fact: '2026-11-22T11:05:00.000Z', until: '2026-11-22T10:05:00.000Z' },
    { rule: rule('withinNext', hours(1)), fact: '2026-11-22T10:05:00.000Z', until: '2026-11-22T10:05:00.001Z' },
    { rule: rule('withinLast', { amount: 1, unit: 'days' }), fact: '2026-11-22T10:05:00.000Z', until: '2026-11-22T10:05:00.000Z' },
    { rule: rule('>=', '2026-11-22T10:05:00Z', 'now.date'), until: '2026-11-22T10:05:00.000Z' },
    { rule: rule('>', '2026-11-22T10:05:00Z', 'now.date'), until: '2026-11-22T10:05:00.001Z', now: '2026-11-22T10:05:00.000Z' },
    { rule: rule('between', ['10:40', '11:30'], 'now.timeOfDay'), until: '2026-11-22T10:01:00.000Z' },
    // On the night in which clocks go back half an hour, and where they never stand at a full hour.
    {
      rule: rule('withinLast', hours(2)),
      fact: '2026-04-04T13:03:00.000Z',
      now: '2026-04-04T15:00:00.000Z',
      timeZone: 'Australia/Lord_Howe',
      until: '2026-04-04T15:03:00.001Z',
    },
    {
      rule: rule('>=', '15:46', 'now.timeOfDay'),
      now: '2026-11-22T10:00:59.999Z',
      timeZone: 'Asia/Kathmandu',
      until: '2026-11-22T10:01:00.000Z',
    },
  ])('$rule.field $rule.operator $rule.value holds until $until', ({ rule: own, fact, now = noon, timeZone = rome, until }) => {
    const compiled = compileRule({ combinator: 'and', rules: [own] })
    const at = (instant: number, horizon?: { until: number }) => {
      const clock = { now: new Date(instant), timeZone }
      return compiled(atMoment({ 'line.activatedOn': fact }, clock), { ...clock, ...(horizon && { horizon }) })
    }
    const horizon = { until: never }
    const truth = at(Date.parse(now), horizon)
    expect(new Date(horizon.until).toISOString()).toBe(until)
    expect(at(horizon.until - 1)).toBe(truth)
    // The time of day is looked at every minute, whether it turns anything or not.
    expect(at(horizon.until) === truth).toBe(own.operator === 'between')
  })

  function rule(operator: Rule['operator'], value: Rule['value'], field = 'line.activatedOn'): Rule {
    return { field, operator, ...(value !== undefined && { value }) }
  }
})

describe('a horizon is no nearer than it must be', () => {
  const still = attributes.filter(({ type, moves }) => type !== 'date' && type !== 'time' && !moves)

  test('rules without dates and times leave it alone', () => {
    const cases = fc
      .tuple(ruleGroups(still), movingClocks)
      .chain(([rule, clock]) => fc.tuple(fc.constant(rule), fc.constant(clock), factsFor(rule)))
    fc.assert(
      fc.property(cases, ([rule, clock, facts]) => {
        const horizon = { until: never }
        compileRule(rule)(facts as Facts, { ...clock, horizon })
        expect(horizon.until).toBe(never)
      }),
      { numRuns: 1_000 },
    )
  })

  test.each<[string, Rule, string | undefined]>([
    ['a date against a day', { field: 'line.activatedOn', operator: '>=', value: '2026-11-22' }, '2026-11-22T10:05:00Z'],
    [
      'a date within days, and past',
      { field: 'line.activatedOn', operator: 'withinLast', value: { amount: 30, unit: 'days' } },
      '2026-11-20T10:05:00Z',
    ],
    [
      'a date to come within days',
      { field: 'line.renewsOn', operator: 'withinNext', value: { amount: 30, unit: 'days' } },
      '2026-11-22T10:05:00Z',
    ],
    ['a date that is not known', { field: 'line.activatedOn', operator: 'withinLast', value: { amount: 1, unit: 'hours' } }, undefined],
    ['today against a moment that is over', { field: 'now.date', operator: '>', value: '2026-11-22T09:59:00Z' }, undefined],
    ['whether there is a time at all', { field: 'now.timeOfDay', operator: 'notNull' }, undefined],
    ['the day of the week', { field: 'now.dayOfWeek', operator: '=', value: 'sun' }, undefined],
  ])('%s leaves it alone', (_, rule, fact) => {
    const clock = { now: new Date('2026-11-22T10:00:00Z'), timeZone: 'Europe/Rome' }
    const horizon = { until: never }
    compileRule({ combinator: 'and', rules: [rule] })(atMoment({ [rule.field]: fact }, clock), { ...clock, horizon })
    expect(horizon.until).toBe(never)
  })

  test('it never goes away again', () => {
    const clock = { now: new Date('2026-11-22T10:00:00Z'), timeZone: 'Europe/Rome' }
    const horizon = { until: clock.now.getTime() + 10 }
    const compiled = compileRule({ combinator: 'and', rules: [{ field: 'now.timeOfDay', operator: '>', value: '12:00' }] })
    compiled(atMoment({}, clock), { ...clock, horizon })
    expect(horizon.until).toBe(clock.now.getTime() + 10)
  })
})

describe('everything that turns with the calendar does so on a full quarter of an hour', () => {
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), ...oddZones])]
  const from = Date.parse('2026-01-01T00:00:00Z')
  const weeks = Array.from({ length: 105 }, (_, week) => from + week * 7 * 86_400_000)
  /** How far a wall clock is ahead, in minutes, whole weeks apart. */
  const offset = (instant: number, zone: string) =>
    localDay(instant, zone) * 1_440 + localMinutes(instant, zone) - Math.floor(instant / 60_000)

  test('clocks are changed then, in every zone there is', () => {
    let changes = 0
    for (const zone of zones) {
      for (const [index, week] of weeks.entries()) {
        const next = weeks[index + 1] ?? week
        expect([zone, Math.abs(offset(week, zone) % 15)]).toEqual([zone, 0])
        if (offset(week, zone) === offset(next, zone)) continue
        changes++
        let [before, after] = [week, next]
        while (after - before > 1) {
          const middle = Math.floor((before + after) / 2)
          if (offset(middle, zone) === offset(week, zone)) before = middle
          else after = middle
        }
        expect([zone, after % quarterMs]).toEqual([zone, 0])
      }
    }
    expect(changes).toBeGreaterThan(300)
  })

  test('and days begin then', () => {
    for (const zone of zones) {
      for (const week of weeks.slice(0, 53)) expect([zone, startOfDay(week / 86_400_000, zone) % quarterMs]).toEqual([zone, 0])
    }
  })
})
