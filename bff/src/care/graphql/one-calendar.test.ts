import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { slotIdOf } from '../../bss/methods/callback-slots/slot-id.ts'
import { brandCare, careBody } from '../../hand-over/testing/care-body.ts'
import { chiara, startCareSystem, type CareSystem } from '../../hand-over/testing/care-system.ts'
import { content, surface } from '../../testing/release-body.ts'

/* Whoever books a call on a tile of the home stands in the desk's queue, and no time is given twice, whichever way it is asked for. */

const body = careBody()
const tiles = ['help', 'meetings']
const hours = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', until: '23:30', capacity: 2 }))

let system: CareSystem
beforeAll(async () => {
  system = await startCareSystem({
    body: {
      ...body,
      brand: { ...body.brand, care: { ...brandCare, hours } },
      contents: [
        ...body.contents,
        content('help', 'callUs', { number: { it: '800 123 456' }, count: 8, topic: { it: 'Internet di casa' } }),
        content('meetings', 'appointment'),
      ],
      surfaces: [surface('home', tiles), ...body.surfaces.filter(({ type }) => type !== 'home')],
      clusters: [{ id: 'everyone', name: 'Everyone', priority: 90, home: 'home' }],
    },
  })
})
beforeEach(() => system.simulator.reset())
afterAll(() => system.close())

type Slot = { id: string; startsAt: string }
type Item = { id: string; what: string; startsAt: string; topic: string | null; moves: Slot[] }
type Home = { mosaic: { widgets: { callUs?: { slots: Slot[] } | null; appointment?: { items: Item[] } | null }[] } }
const asking = `{ mosaic { widgets {
  ... on CallUsWidget { callUs { slots { id startsAt } } }
  ... on AppointmentWidget { appointment { items { id what startsAt topic moves { id startsAt } } } }
} } }`
const home = async (customer = chiara.customer) => {
  const { data } = await system.askApp<Home>(customer, asking)
  const widgets = data?.mosaic.widgets ?? []
  return {
    slots: widgets.flatMap(({ callUs }) => callUs?.slots ?? []),
    items: widgets.flatMap(({ appointment }) => appointment?.items ?? []),
  }
}

type Done = { status: string; message: { value: string } }
const act = async (action: string, input: Record<string, unknown>, customer: string) => {
  const type = `${action[0]?.toUpperCase()}${action.slice(1)}Input`
  const document = `mutation ($input: ${type}!) { done: ${action}(input: $input) { status message { value } } }`
  const { data, codes } = await system.askApp<{ done: Done }>(customer, document, { input: { idempotencyKey: key(), ...input } })
  return data?.done ?? codes
}
const book = (slotId: string | undefined, customer = chiara.customer, wanted: Record<string, unknown> = {}) =>
  act('bookCallback', { slotId, ...wanted }, customer)
const move = (appointmentId: string | undefined, slotId: string | undefined, customer = chiara.customer, wanted = {}) =>
  act('moveAppointment', { appointmentId, slotId, ...wanted }, customer)

type Queued = { id: string; customerId: string; msisdn: string; topic: string; startsAt: string }
const queue = async (): Promise<Queued[]> => {
  const until = new Date(Date.now() + 8 * 86_400_000).toISOString()
  const document = 'query ($until: DateTime) { callBacks(until: $until) { id customerId msisdn topic startsAt } }'
  return (await system.askDesk<{ callBacks: Queued[] }>('S-anna', document, { until })).data?.callBacks ?? []
}
const queuedOf = async (customer: string) => (await queue()).filter(({ customerId }) => customerId === customer)
const mine = async (customer = chiara.customer) =>
  (await system.askApp<{ callBacks: { id: string; startsAt: string }[] }>(customer, '{ callBacks { id startsAt } }')).data?.callBacks ?? []
/** Takes back all that a customer waits for, as the app does. */
const takeBackAll = async (customer = chiara.customer) => {
  for (const { id } of await mine(customer))
    await system.askApp(customer, 'mutation ($id: ID!) { cancelCallBack(id: $id) { status } }', { id })
}
/** The half hour that begins so many days from now, at noon in Rome whatever the season: no test runs into today's end. */
const noon = (days: number, half = 0) => {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  return new Date(Date.parse(`${day}T11:00:00Z`) + half * 1_800_000).toISOString()
}
const slotAt = (startsAt: string) => slotIdOf({ startsAt, endsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString() })
const key = () => crypto.randomUUID()

test('the tile offers the desk’s own times; what is booked there stands in the queue, in the app and on the customer’s page', async () => {
  const { slots } = await home()
  expect(slots).toHaveLength(8)
  const times = (await system.askApp<{ callBackTimes: { startsAt: string }[] }>(chiara.customer, '{ callBackTimes { startsAt } }')).data
  expect(times?.callBackTimes.map(({ startsAt }) => startsAt)).toEqual(expect.arrayContaining(slots.map(({ startsAt }) => startsAt)))

  const slot = slots.at(-1)
  const tap = { topic: 'Internet di casa', lineId: chiara.line, idempotencyKey: key() }
  expect(await book(slot?.id, chiara.customer, tap)).toEqual({
    status: 'completed',
    message: { value: 'Fatto: ti richiamiamo all’ora che hai scelto.' },
  })
  // The answer was lost, or she has tapped twice.
  expect(await book(slot?.id, chiara.customer, tap)).toMatchObject({ status: 'completed' })

  const [queued, ...others] = await queuedOf(chiara.customer)
  expect(others).toEqual([])
  expect(queued).toMatchObject({ msisdn: chiara.msisdn, topic: 'Internet di casa', startsAt: slot?.startsAt })
  expect(await mine()).toEqual([{ id: queued?.id, startsAt: slot?.startsAt }])
  expect((await home()).items).toMatchObject([{ id: queued?.id, what: 'callback', topic: 'Internet di casa', startsAt: slot?.startsAt }])
  type Page = { customer: { appointments: { title: string; text: string; at: string }[] } }
  const page = await system.askDesk<Page>('S-anna', `{ customer(id: "${chiara.customer}") { appointments { title text at } } }`)
  expect(page.data?.customer.appointments).toEqual([{ title: 'Richiamata', text: 'Internet di casa', at: slot?.startsAt }])
  // The operator's calendar knows nothing of it.
  expect(system.simulator.calls.of('bookCallback').total).toBe(0)

  // Taken back in the app it is on no tile any more, at once.
  await takeBackAll()
  expect((await home()).items).toEqual([])
  expect(await queuedOf(chiara.customer)).toEqual([])
})

test('a time with two places: one is had on the tile, one in the help, and the third is told on both', async () => {
  const startsAt = noon(3)
  const request = (customer: string) => act('requestCallBack', { startsAt }, customer)
  expect(await book(slotAt(startsAt))).toMatchObject({ status: 'completed' })
  expect(await request('C-0009')).toMatchObject({ status: 'booked' })
  expect(await request('C-0008')).toMatchObject({ status: 'full' })
  expect(await book(slotAt(startsAt), 'C-0008')).toEqual({
    status: 'failed',
    message: { value: 'Questo orario è appena stato occupato: scegline un altro.' },
  })
  await takeBackAll()
  expect(await book(slotAt(startsAt), 'C-0008')).toMatchObject({ status: 'completed' })
  await takeBackAll('C-0008')
})

test('who is called often enough on that day is told so, and not that somebody was quicker', async () => {
  for (const half of [0, 1, 2, 3]) expect(await book(slotAt(noon(4, half)))).toMatchObject({ status: 'completed' })
  expect(await book(slotAt(noon(4, 4)))).toMatchObject({ status: 'failed', message: { value: expect.stringContaining('altro giorno') } })
  await takeBackAll()
})

test('a time that the desk does not have, and a line that is not his', async () => {
  expect(await book(slotAt(noon(30)))).toMatchObject({ status: 'failed' })
  expect(await book(slotAt(noon(2)), chiara.customer, { lineId: 'L-0009-1' })).toEqual(['LINE_NOT_FOUND'])
  system.simulator.faults.set('lines', { kind: 'error' })
  expect(await book(slotAt(noon(2)), 'C-0010')).toMatchObject({
    status: 'failed',
    message: { value: expect.stringContaining('non è cambiato nulla') },
  })
  expect(await queuedOf('C-0010')).toEqual([])
})

test('it is moved on the tile: one call at the new time, known by the same id, and its old place is free', async () => {
  const [before, after] = [noon(5), noon(5, 1)]
  await book(slotAt(before))
  const [shown] = (await home()).items
  expect(shown?.moves.length).toBeGreaterThan(0)

  const tap = { idempotencyKey: key() }
  expect(await move(shown?.id, slotAt(after), chiara.customer, tap)).toMatchObject({ status: 'completed' })
  expect(await move(shown?.id, slotAt(after), chiara.customer, tap)).toMatchObject({ status: 'completed' })
  expect((await home()).items).toMatchObject([{ id: shown?.id, startsAt: after }])
  expect((await queuedOf(chiara.customer)).map(({ startsAt }) => startsAt)).toEqual([after])
  // Another customer's is as if it were not there.
  expect(await move(shown?.id, slotAt(before), 'C-0009')).toEqual(['BAD_INPUT'])

  // An agent is about to call: it stays where it is.
  const [queued] = await queuedOf(chiara.customer)
  await system.askDesk('S-anna', 'mutation ($id: ID!) { takeCallBack(id: $id) { id } }', { id: queued?.id })
  expect(await move(shown?.id, slotAt(before))).toMatchObject({ status: 'failed' })
  expect((await mine()).map(({ startsAt }) => startsAt)).toEqual([after])
  await system.askDesk('S-anna', 'mutation ($id: ID!) { closeCallBack(id: $id, state: "done") { id } }', { id: queued?.id })
  expect((await home()).items).toEqual([])
})

test('a call that stands in the operator’s calendar is moved there, to the times that are free there', async () => {
  const [shown] = (await home('C-0005')).items
  expect(shown).toMatchObject({ id: 'AP-0005-1', what: 'callback' })
  expect(await move(shown?.id, shown?.moves.at(-1)?.id, 'C-0005')).toMatchObject({ status: 'completed' })
  expect(system.simulator.calls.of('moveAppointment').total).toBe(1)
  expect(await queuedOf('C-0005')).toEqual([])
})

test('the operator’s calendar is down: the desk’s times are offered all the same', async () => {
  system.simulator.faults.set('callbackSlots', { kind: 'error' })
  // What is booked makes the tile ask anew.
  expect(await book(slotAt(noon(6)))).toMatchObject({ status: 'completed' })
  expect((await home()).slots).toHaveLength(8)
  await takeBackAll()
})
