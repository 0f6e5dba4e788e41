import { expect, test, vi } from 'vitest'
import { createCallBacks } from '../call-backs/call-backs.ts'
import { smallCalendar, wantedBy } from '../call-backs/testing/desk.ts'
import type { HandOverEvent, HandOverWanted, WithoutTime } from '../hand-over/contract.ts'
import { createHandOvers } from '../hand-over/hand-overs.ts'
import type { Shelf } from '../store/contract.ts'
import { openSqliteShelf } from '../store/sqlite.ts'
import { describeShelves } from '../store/testing/suite.ts'
import { createContacts } from './contacts.ts'
import { daysFrom, countDays, isDay } from './days.ts'
import { createReports, fateOf, type Tally } from './reports.ts'

const hourMs = 3_600_000
const noon = Date.parse('2026-03-05T12:00:00Z')
const dayOf = (_brand: string, at: Date) => at.toISOString().slice(0, 10)
const limits = { agent: { inTenMinutes: 1_000, aDay: 1_000 }, number: { inTenMinutes: 1_000, aDay: 1_000 } }
const none = { sent: 0, delivered: 0, opened: 0, completed: 0, stuck: 0, avoided: 0 }

/** The very parts that write what is counted, at a moment that the test moves. */
function createDesk(shelf: Shelf) {
  const world = { now: noon }
  const now = () => world.now
  const handOvers = createHandOvers({ shelf, dayOf, limits, now, openingMs: 0 })
  const wanted: Omit<HandOverWanted, 'key'> = {
    brand: 'aurora', customerId: 'C-1', lineId: 'L-1', msisdn: '+393990000001', targetId: 'bill', params: {}, locale: 'it',
    sender: { kind: 'agent', id: 'A-1', name: 'Anna' }, contactId: undefined, cluster: 'young', minutes: 15,
  } // prettier-ignore
  return {
    world,
    contacts: createContacts({ shelf, now }),
    callBacks: createCallBacks({ shelf, calendarOf: () => smallCalendar, dayOf, now }),
    reports: createReports({ shelf, now }),
    /** A link, and what happens to it: a minute each. */
    async link(changes: Partial<HandOverWanted>, ...events: WithoutTime[]) {
      const { handOver } = await handOvers.issue({ ...wanted, ...changes, key: crypto.randomUUID() })
      for (const event of events) {
        world.now += 60_000
        expect([event.type, await handOvers.note(handOver.id, event)]).toEqual([event.type, true])
      }
    },
  }
}
const sent: WithoutTime = { type: 'sent', messageId: 'm' }
const opened: WithoutTime = { type: 'opened', claimHash: 'c' }
const signedIn: WithoutTime = { type: 'signedIn', by: 'session' }
const done: WithoutTime = { type: 'done' }
const allTheWay = [sent, { type: 'delivered' }, opened, signedIn, done] as const

const sumOf = (tallies: readonly Tally[]) =>
  tallies.reduce((sum, { sent: s, delivered, opened: o, completed, stuck, avoided }) => ({
    sent: sum.sent + s, delivered: sum.delivered + delivered, opened: sum.opened + o, completed: sum.completed + completed, stuck: sum.stuck + stuck, avoided: sum.avoided + avoided,
  }), none) // prettier-ignore

describeShelves((open) => {
  test('links are counted by the day they were sent, whenever what became of them happened', async () => {
    const { world, link, reports } = createDesk(open())
    world.now = Date.parse('2026-03-05T23:58:00Z')
    await link({}, ...allTheWay)
    await link({ targetId: 'roaming', cluster: undefined, sender: { kind: 'voiceMenu', callId: 'x' } }, sent)
    expect(await reports.of('aurora', '2026-03-05')).toEqual([
      { ...none, day: '2026-03-05', targetId: 'bill', sender: { id: 'A-1', name: 'Anna' }, cluster: 'young', sent: 1, delivered: 1, opened: 1, completed: 1 },
    ]) // prettier-ignore
    expect(await reports.of('aurora', '2026-03-06')).toEqual([
      { ...none, day: '2026-03-06', targetId: 'roaming', sender: undefined, cluster: undefined, sent: 1 },
    ])
    expect(await reports.of('boreal', '2026-03-05')).toEqual([])
  })

  test('a call is avoided when who has done it asks nobody for a day, and only then', async () => {
    const { world, link, reports, contacts, callBacks } = createDesk(open())
    const talk = await contacts.open('aurora', 'call', 'A-1', 'C-1')
    await link({ contactId: talk.id }, ...allTheWay)
    // He is still on the telephone, and somebody else is too.
    await contacts.note('aurora', talk.id, { type: 'noted', reason: 'bill', text: undefined })
    await contacts.open('aurora', 'call', 'A-1', 'C-9')
    // Another calls again, a third asks to be called, a fourth was never done.
    await link({ customerId: 'C-2' }, ...allTheWay)
    await link({ customerId: 'C-3' }, ...allTheWay)
    await link({ customerId: 'C-4' }, sent, opened, signedIn, { type: 'stuck', wants: 'connect' })
    world.now += 23 * hourMs
    await contacts.open('aurora', 'call', 'A-1', 'C-2')
    await callBacks.book('key-0001', { ...wantedBy('C-3', new Date('2026-03-07T10:00:00Z')) })
    expect(sumOf(await reports.of('aurora', '2026-03-05'))).toEqual({
      sent: 4,
      delivered: 3,
      opened: 4,
      completed: 3,
      stuck: 1,
      avoided: 0,
    })
    world.now += 2 * hourMs
    // Too late to count.
    await contacts.open('aurora', 'call', 'A-1', 'C-1')
    expect(sumOf(await reports.of('aurora', '2026-03-05'))).toMatchObject({ completed: 3, avoided: 1 })
  })
})

test('a day that is over is counted once; one that is not, anew; two who ask at once, together', async () => {
  const shelf = openSqliteShelf(':memory:')
  const find = vi.spyOn(shelf, 'find')
  const { world, link, reports } = createDesk(shelf)
  await link({}, sent)
  find.mockClear()
  const [one, other] = await Promise.all([reports.of('aurora', '2026-03-05'), reports.of('aurora', '2026-03-05')])
  expect(one).toBe(other)
  const asked = find.mock.calls.length
  await reports.of('aurora', '2026-03-05')
  expect(find).toHaveBeenCalledTimes(2 * asked)
  world.now = Date.parse('2026-03-10T00:00:00.001Z')
  const final = await reports.of('aurora', '2026-03-05')
  expect(await reports.of('aurora', '2026-03-05')).toBe(final)
  expect(find).toHaveBeenCalledTimes(3 * asked)
})

test('a store that failed is asked again', async () => {
  const shelf = openSqliteShelf(':memory:')
  const { world, link, reports } = createDesk(shelf)
  await link({}, sent)
  world.now += 30 * 24 * hourMs
  vi.spyOn(shelf, 'find').mockRejectedValueOnce(new Error('down'))
  await expect(reports.of('aurora', '2026-03-05')).rejects.toThrow('down')
  expect(await reports.of('aurora', '2026-03-05')).toHaveLength(1)
})

test.each([
  [[], { isSent: false, isDelivered: false, isOpened: false }],
  [[{ type: 'unsent', reason: 'busy' }], { isSent: false, isOpened: false }],
  // The network never said a word, but somebody has opened it.
  [[opened], { isSent: true, isDelivered: false, isOpened: true }],
  // Without a link, in the app.
  [[{ type: 'unsent', reason: 'notConfigured' }, signedIn, done], { isSent: true, isOpened: true, completedAt: new Date(noon) }],
  [[sent, { type: 'undelivered', reason: 'expired' }], { isSent: true, isDelivered: false }],
  [[sent, opened, signedIn, { type: 'stuck', wants: 'connect' }, done], { isStuck: true, completedAt: new Date(noon) }],
] as const)('what became of a link: %j', (events, fate) => {
  const all = events.map((event) => ({ ...event, at: new Date(noon) }) as HandOverEvent)
  const facts = {
    targetId: 'bill',
    customerId: 'C-1',
    contactId: undefined,
    cluster: undefined,
    sender: { kind: 'voiceMenu', callId: 'x' },
  }
  expect(fateOf(facts as unknown as Parameters<typeof fateOf>[0], all)).toMatchObject(fate)
})

test('days of the calendar', () => {
  expect(daysFrom('2026-02-27', 3)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  expect(daysFrom('2026-10-24', 3)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26'])
  expect([countDays('2026-03-28', '2026-03-30'), countDays('2026-03-05', '2026-03-05'), countDays('2026-03-05', '2026-03-04')]).toEqual([
    3, 1, 0,
  ])
  expect(['2026-03-05', '2026-02-30', '2026-3-5', '2026-13-01', '', '2026-03-05T00:00'].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ])
})
