import type { NetworkOutage, Ticket } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { asksOf } from '../definition.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import type { TroubleshootingPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture
const fault: NetworkOutage = { id: 'SP-1', isPlanned: false, services: [], startsOn: '2026-11-22T06:00:00.000Z' }
const ticket: Ticket = { id: 'TT-1', title: 'Internet', status: 'open', openedOn: '2026-11-20T08:00:00.000Z' }

function payloadOf(changes: Partial<Fixture>): TroubleshootingPayload {
  return (composeFixture({ ...ready, ...changes }) as unknown as { troubleshooting: TroubleshootingPayload }).troubleshooting
}

test('a fault that is known is told first, and so are tickets that are not solved, the newest three', () => {
  const many = ['open', 'solved', 'waiting', 'open', 'open'] as const
  const tickets = many.map((status, index) => ({ ...ticket, id: `TT-${index}`, status }))
  const { known, tickets: shown } = payloadOf({ data: { outages: [fault], tickets } })
  expect(known).toMatchObject({ state: 'known' })
  expect(shown.map(({ id }) => id)).toEqual(['TT-0', 'TT-2', 'TT-3'])
})

test('a promise that was broken is not repeated', () => {
  const whenAt = (now: string) =>
    payloadOf({ data: { outages: [], tickets: [{ ...ticket, expectedOn: '2026-11-24T16:00:00.000Z' }] }, now }).tickets[0]?.whenText
  expect(whenAt('2026-11-24T16:00:00.000Z')).toBe('risposta prevista il 24 novembre')
  expect(whenAt('2026-11-24T16:00:00.001Z')).toBe('segnalato il 20 novembre')
})

test('asks only for what it shows', () => {
  const { fields } = ready.content
  expect(asksOf(widget, fields)).toEqual(['outages', 'tickets'])
  const bare = { ...fields, showOutage: false, showTickets: false }
  expect(asksOf(widget, bare)).toEqual([])
  const { known, tickets, topics } = payloadOf({ content: { ...ready.content, fields: bare }, data: {} })
  expect([known, tickets, topics.length > 0]).toEqual([undefined, [], true])
})
