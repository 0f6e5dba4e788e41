import { join } from 'node:path'
import { methods, type ReadMethodName } from '@mosaic/schemas/bss'
import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeWidget, isLeftOut, type LeftOut } from './compose.ts'
import { needsOf, wantsOf, type WidgetDefinition } from './definition.ts'
import { createMoment } from './moment.ts'
import { widgets } from './registry.ts'
import { fixtureInput, formatAt, readFixtures, type Fixture } from './testing/fixture.ts'
import { stringsOf } from './testing/inspect.ts'
import type { WidgetView } from './view-model.ts'

const quarterMs = 15 * 60_000
const dayMs = 86_400_000
const never = Number.POSITIVE_INFINITY
const noon = Date.parse('2026-11-22T10:00:00Z')
const iso = (instant: number) => new Date(instant).toISOString()

/** Milliseconds: mostly some minutes, often none or one. */
const aLittle = fc.oneof(fc.integer({ min: -quarterMs, max: quarterMs }), fc.constantFrom(-1, 0, 1))

describe('a comparison holds until the horizon, and not a millisecond longer', () => {
  test.each(['isAfter', 'isWithin'] as const)('%s', (question) => {
    fc.assert(
      fc.property(
        aLittle,
        fc.constantFrom(0, 1, dayMs),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
        (beside, ms, places) => {
          const ahead = question === 'isWithin' ? ms : 0
          const instant = iso(noon + ahead + beside)
          const ask = (at: number, horizon?: { until: number }) => {
            const moment = createMoment(new Date(at), horizon)
            return question === 'isAfter' ? moment.isAfter(instant) : moment.isWithin(instant, ms)
          }
          const horizon = { until: never }
          const answer = ask(noon, horizon)
          // What is true once stays true: time goes one way.
          expect(horizon.until === never).toBe(answer)
          const last = Math.min(horizon.until, noon + dayMs) - 1
          for (const place of [0, 1, ...places]) expect(ask(noon + Math.floor(place * (last - noon)))).toBe(answer)
          expect(answer || ask(horizon.until)).toBe(true)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('a day ends at midnight by the clocks of its zone, also when they are changed', () => {
    for (const [at, zone, day, end] of [
      ['2026-11-22T10:00:00Z', 'Europe/Rome', '2026-11-22', '2026-11-22T23:00:00Z'],
      ['2026-11-22T23:00:00Z', 'Europe/Rome', '2026-11-23', '2026-11-23T23:00:00Z'],
      ['2026-03-29T00:30:00Z', 'Europe/Rome', '2026-03-29', '2026-03-29T22:00:00Z'],
      ['2026-11-22T23:59:59.999Z', 'UTC', '2026-11-22', '2026-11-23T00:00:00Z'],
    ] as const) {
      const horizon = { until: never }
      expect(createMoment(new Date(at), horizon).dayIn(zone)).toBe(Date.parse(day) / dayMs)
      expect(horizon.until).toBe(Date.parse(end))
    }
  })

  test('of several the nearest counts, and a horizon that is nearer already stays', () => {
    const horizon = { until: noon + 100 }
    const moment = createMoment(new Date(noon), horizon)
    moment.isAfter(iso(noon + 500))
    expect(horizon.until).toBe(noon + 100)
    moment.isAfter(iso(noon + 50))
    moment.isWithin(iso(noon + 5_000), 4_930)
    expect(horizon.until).toBe(noon + 51)
  })

  test('what is no instant is neither after nor within, for ever', () => {
    const horizon = { until: never }
    const moment = createMoment(new Date(noon), horizon)
    expect([moment.isAfter('soon'), moment.isWithin('soon', dayMs), horizon.until]).toEqual([false, false, never])
  })

  test('nobody has to want to know', () => {
    expect(createMoment(new Date(noon)).isAfter(iso(noon + 1))).toBe(false)
  })
})

describe('a widget stays what it is until its horizon, as long as the quarter of an hour lasts', () => {
  const cases = Object.keys(widgets).flatMap((kind) =>
    readFixtures(join(import.meta.dirname, kind)).map(({ file, fixture }) => ({ name: `${kind}/${file}`, fixture })),
  )

  test.each(cases)('$name', ({ fixture }) => {
    fc.assert(
      fc.property(momentsOf(fixture), fc.double({ min: 0, max: 1, noNaN: true }), (now, place) => {
        const horizon = { until: nextQuarter(now) }
        const composed = composeAt(fixture, now, horizon)
        // Without data it says when it was made, and without something it wants it is worth another look: then it is of that moment only.
        const isOfTheMoment = isPoorer(fixture) || (!isLeftOut(composed) && composed.freshness.source === 'none')
        expect(horizon.until > now).toBe(!isOfTheMoment)
        const last = Math.max(now, horizon.until - 1)
        for (const moment of [last, now + Math.floor(place * (last - now))]) expect(composeAt(fixture, moment)).toEqual(composed)
      }),
      { numRuns: 25 },
    )
  })

  test('there are kinds that turn by waiting, at the very moment they say', () => {
    const turning = cases.filter(({ fixture }) =>
      datesOf(fixture).some((now) => {
        const horizon = { until: nextQuarter(now) }
        const composed = composeAt(fixture, now, horizon)
        return horizon.until === now + 1 && JSON.stringify(composeAt(fixture, horizon.until)) !== JSON.stringify(composed)
      }),
    )
    const kinds = new Set(turning.map(({ fixture }) => fixture.content.kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['balance', 'bill', 'lines', 'usage']))
  })
})

/** Whether it has all it needs, and not all it wants. */
function isPoorer(fixture: Fixture): boolean {
  const { content, outcomes, lineId } = fixtureInput(fixture)
  const definition = widgets[content.kind] as WidgetDefinition
  const isMissing = (method: ReadMethodName) =>
    outcomes[method]?.status !== 'ok' && (lineId !== undefined || methods[method].scope !== 'line')
  return !needsOf(definition, content.fields).some(isMissing) && wantsOf(definition, content.fields).some(isMissing)
}

function nextQuarter(now: number): number {
  return (Math.floor(now / quarterMs) + 1) * quarterMs
}

/** The dates that a fixture speaks of. */
function datesOf({ content, data }: Fixture): number[] {
  return stringsOf([content, data])
    .filter((text) => /^\d{4}-\d\d-\d\dT/.test(text))
    .map((text) => Date.parse(text))
}

/** Moments at which something of the fixture may turn: about its dates, whole days before them, and about the turn of the year. */
function momentsOf(fixture: Fixture): Arbitrary<number> {
  const near = [...datesOf(fixture), Date.parse(fixture.now), Date.parse('2026-12-31T23:00:00Z'), Date.parse('2027-01-01T00:00:00Z')]
  return fc
    .tuple(fc.constantFrom(...near), fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 31 })), aLittle)
    .map(([date, days, beside]) => date - days * dayMs + beside)
}

/** The fixture's answers, at another moment. */
function composeAt(fixture: Fixture, moment: number, horizon?: { until: number }): WidgetView | LeftOut {
  const now = new Date(moment)
  return composeWidget({ ...fixtureInput(fixture), now, format: formatAt(fixture.locale, now), horizon })
}
