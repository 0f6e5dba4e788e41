import { expect, test } from 'vitest'
import type { UsageEvent } from '@mosaic/schemas/bss'
import { needsOf, wantsOf } from '../definition.ts'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures } from '../testing/fixture.ts'
import type { ChargesPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const withEvents = readFixtures(import.meta.dirname).find(({ file }) => file === 'events.json')!.fixture
const payloadOf = (...usageEvents: UsageEvent[]) =>
  (composeFixture({ ...withEvents, data: { ...withEvents.data, usageEvents } }) as unknown as { charges: ChargesPayload }).charges
const event = (changes: Partial<UsageEvent>): UsageEvent => ({ id: 'E', type: 'voice', at: '2026-11-21T10:00:00Z', ...changes })

test('single calls are asked for only where the editors want them, and never needed', () => {
  for (const fields of [{}, { events: false }, { events: true }]) expect(needsOf(widget, fields)).toEqual(['charges'])
  expect([{}, { events: false }, { events: true }].map((fields) => wantsOf(widget, fields))).toEqual([[], [], ['usageEvents']])
})

test.each<[Partial<UsageEvent>, string | undefined]>([
  [{ amount: 0.2 }, '12 s'],
  [{ amount: 3 }, '3 min'],
  [{ amount: 3.333 }, '3 min 20 s'],
  [{ amount: 0 }, undefined],
  [{}, undefined],
  [{ type: 'data', amount: 0.4 }, 'meno di 1 MB'],
  [{ type: 'data', amount: 1_250 }, '1,25 GB'],
  [{ type: 'sms', amount: 1 }, undefined],
  [{ numberEnd: '007' }, 'numero che finisce con 007'],
])('%j is told as %s', (changes, expected) => expect(payloadOf(event(changes)).events?.[0]?.detailText).toBe(expected))

test('the newest first, whatever order they came in', () => {
  const days = ['19', '21', '20'].map((day) => event({ id: day, at: `2026-11-${day}T10:00:00Z` }))
  expect(payloadOf(...days).events?.map(({ id }) => id)).toEqual(['21', '20', '19'])
})

test('a customer without lines sees the charges alone', () => {
  const { lineId: _, ...nobody } = withEvents
  const view = composeFixture({ ...nobody, data: { charges: withEvents.data.charges ?? [] } }) as unknown as { charges: ChargesPayload }
  expect(view.charges.items).not.toEqual([])
  expect(view.charges).not.toHaveProperty('eventsTitle')
})
