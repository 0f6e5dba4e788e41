import { expect, test } from 'vitest'
import type { InHouseOf } from '../bss/in-house.ts'
import { slotIdOf } from '../bss/methods/callback-slots/slot-id.ts'
import { ClientError } from '../client-error.ts'
import { describeShelves } from '../store/testing/suite.ts'
import type { CallBacks } from './contract.ts'
import { createDeskCalendar } from './in-house.ts'
import { createDesk, firstSlot, morning, secondSlot, smallCalendar, wantedBy } from './testing/desk.ts'

const idOf = (startsAt: Date) =>
  slotIdOf({ startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString() })
const theirs = () => Promise.reject(new Error('The operator’s system was asked'))
const now = new Date(morning)

function methodsOf(inHouse: InHouseOf) {
  const methods = inHouse('aurora')
  if (!methods?.moveAppointment || !methods.appointments || !methods.bookCallback) throw new Error('The desk has no calendar')
  const { moveAppointment, appointments, bookCallback } = methods
  let writes = 0
  const common = { params: { customerId: 'C-1' }, now, onWrite: () => (writes += 1) }
  return {
    writes: () => writes,
    move: (appointmentId: string, startsAt: Date, idempotencyKey = 'key-move') =>
      moveAppointment({ ...common, theirs, input: { appointmentId, slotId: idOf(startsAt), idempotencyKey } }),
    book: (msisdn?: string) =>
      bookCallback({ ...common, theirs, input: { slotId: idOf(firstSlot), idempotencyKey: 'key-book', ...(msisdn && { msisdn }) } }),
    shown: () => appointments({ ...common, theirs: async () => [], input: undefined }),
  }
}

test('a brand without hours keeps the operator’s calendar', () => {
  const callBacks = {} as CallBacks
  const of = (hours: typeof smallCalendar.hours) => createDeskCalendar({ callBacks, calendarOf: () => ({ ...smallCalendar, hours }) })
  expect(of(smallCalendar.hours)('aurora')).toBeDefined()
  expect(of([])('aurora')).toBeUndefined()
  expect(createDeskCalendar({ callBacks, calendarOf: () => undefined })('aurora')).toBeUndefined()
})

describeShelves((open) => {
  test('whoever is cut off while he moves a call is called twice rather than never, and sees both', async () => {
    const { callBacks } = createDesk(open())
    const down = new ClientError('STORE_UNAVAILABLE', 'The store is down', { expected: 'a store', got: 'none', fix: 'Wait' })
    let isDown = true
    const close: CallBacks['close'] = (...all) => (isDown ? Promise.reject(down) : callBacks.close(...all))
    const desk = methodsOf(createDeskCalendar({ callBacks: { ...callBacks, close }, calendarOf: () => smallCalendar }))
    const booked = await callBacks.book('key-0001', wantedBy('C-1', secondSlot))
    const id = booked.status === 'booked' ? booked.callBack.id : ''

    await expect(desk.move(id, firstSlot)).rejects.toMatchObject({ code: 'BSS_UNAVAILABLE', wasSent: true })
    expect(desk.writes()).toBe(1)
    const shown = await desk.shown()
    expect(shown.map(({ startsAt }) => startsAt)).toEqual([firstSlot.toISOString(), secondSlot.toISOString()])
    expect(new Set(shown.map((one) => one.id)).size).toBe(2)

    // He asks again, and then once more: it is one.
    isDown = false
    for (const _again of [1, 2]) expect(await desk.move(id, firstSlot)).toEqual({ id, status: 'completed' })
    expect(await desk.shown()).toMatchObject([{ id, startsAt: firstSlot.toISOString() }])
  })

  test('without a number nothing is booked, and it is known that nothing was', async () => {
    const { callBacks } = createDesk(open())
    const desk = methodsOf(createDeskCalendar({ callBacks, calendarOf: () => smallCalendar }))
    await expect(desk.book()).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER', wasSent: false })
    expect([desk.writes(), await desk.shown()]).toEqual([0, []])
    expect(await desk.book('+393990000001')).toMatchObject({ status: 'completed' })
    expect(await desk.shown()).toMatchObject([{ what: 'callback', status: 'confirmed' }])
  })
})
