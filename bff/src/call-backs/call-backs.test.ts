import { expect, test, vi } from 'vitest'
import type { Shelf } from '../store/contract.ts'
import { openSqliteShelf } from '../store/sqlite.ts'
import { describeShelves } from '../store/testing/suite.ts'
import type { Booked, CallBack } from './contract.ts'
import { createDesk, firstSlot, morning, secondSlot, smallCalendar, wantedBy } from './testing/desk.ts'

const bookedOf = (booked: Booked): CallBack => {
  if (booked.status !== 'booked') throw new Error(`It was not booked: ${booked.status}`)
  return booked.callBack
}
const countOf = (all: readonly Booked[]) => all.filter(({ status }) => status === 'booked').length
const hourMs = 3_600_000
const spacious = { ...smallCalendar, hours: smallCalendar.hours.map((hours) => ({ ...hours, capacity: 60 })) }

describeShelves((open) => {
  test('a booking takes a place of its slot, is found by its customer and in the queue, and is told', async () => {
    const { callBacks, world } = createDesk(open())
    const before = await callBacks.slots('aurora', 2)
    expect(before.map(({ startsAt, free }) => [startsAt.toISOString(), free])).toEqual([
      ['2026-03-05T10:00:00.000Z', 3],
      ['2026-03-05T11:00:00.000Z', 3],
      ['2026-03-06T10:00:00.000Z', 3],
      ['2026-03-06T11:00:00.000Z', 3],
    ])
    const booked = bookedOf(await callBacks.book('key-0001', wantedBy('C-1')))
    expect(booked).toEqual({
      ...wantedBy('C-1'),
      id: booked.id,
      endsAt: secondSlot,
      state: 'waiting',
      agentId: undefined,
      attempts: 0,
    })
    expect((await callBacks.slots('aurora', 1)).map(({ free }) => free)).toEqual([2, 3])
    expect(await callBacks.ofCustomer('aurora', 'C-1')).toEqual([booked])
    expect(await callBacks.ofCustomer('boreal', 'C-1')).toEqual([])
    expect(await callBacks.queue('aurora', new Date(morning + 24 * hourMs))).toEqual([booked])
    expect(await callBacks.queue('boreal', new Date(morning + 24 * hourMs))).toEqual([])
    expect(world.told).toEqual([booked])
  })

  test('a thousand who want one slot of three places: three have it, and each of them alone', async () => {
    const desks = [createDesk(open()), createDesk(open())]
    const all = await Promise.all(
      Array.from(
        { length: 1_000 },
        (_, n) => (desks[n % 2] ?? desks[0])?.callBacks.book('key-0001', wantedBy(`C-${n}`)) as Promise<Booked>,
      ),
    )
    expect(countOf(all)).toBe(3)
    expect(all.filter(({ status }) => status === 'full')).toHaveLength(997)
    const [first] = (await desks[0]?.callBacks.slots('aurora', 1)) ?? []
    expect(first?.free).toBe(0)
    const queue = await desks[1]?.callBacks.queue('aurora', secondSlot)
    expect(new Set(queue?.map(({ customerId }) => customerId)).size).toBe(3)
  })

  test('the same key fifty times at once is one booking in one place; another key of the same customer is another', async () => {
    const shelf = open()
    const desks = [createDesk(shelf), createDesk(open())]
    for (const { world } of desks) world.calendar = spacious
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, n) => (desks[n % 2] ?? desks[0])?.callBacks.book('key-0001', wantedBy('C-1')) as Promise<Booked>),
    )
    const ids = new Set(all.map((one) => bookedOf(one).id))
    expect(ids.size).toBe(1)
    const again = await desks[0]?.callBacks.book('key-0001', wantedBy('C-1', secondSlot))
    expect(again && bookedOf(again)).toMatchObject({ id: [...ids][0], startsAt: firstSlot })
    const places = await shelf.find('place', { key: 'places:aurora', limit: 100 })
    expect(places.map(({ body }) => body)).toEqual([{ owner: [...ids][0] }])
    expect(await desks[0]?.callBacks.ofCustomer('aurora', 'C-1')).toHaveLength(1)
  })

  test('the same key for two slots at once is one booking, and takes a place in one of them', async () => {
    const { callBacks } = createDesk(open())
    const all = await Promise.all([firstSlot, secondSlot].map((startsAt) => callBacks.book('key-0001', wantedBy('C-1', startsAt))))
    const [one, other] = all.map(bookedOf)
    expect(one).toEqual(other)
    expect((await callBacks.slots('aurora', 1)).map(({ free }) => free).toSorted((a, b) => a - b)).toEqual([2, 3])
  })

  test('a crash between the place and the booking: the same key has its place back, and nobody else loses one', async () => {
    const shelf = open()
    let crashes = true
    const crashing: Shelf = {
      ...shelf,
      add: async (kind, record) => {
        if (kind === 'callBack' && crashes) throw new Error('killed')
        return shelf.add(kind, record)
      },
    }
    const { callBacks } = createDesk(crashing)
    await expect(callBacks.book('key-0001', wantedBy('C-1'))).rejects.toThrow('killed')
    expect((await callBacks.slots('aurora', 1))[0]?.free).toBe(2)
    crashes = false
    // A place that nobody has a booking for is never given twice.
    const others = await Promise.all(['C-2', 'C-3', 'C-4'].map((customer) => callBacks.book('key-0001', wantedBy(customer))))
    expect(countOf(others)).toBe(2)
    expect(bookedOf(await callBacks.book('key-0001', wantedBy('C-1')))).toMatchObject({ customerId: 'C-1', state: 'waiting' })
    expect((await callBacks.slots('aurora', 1))[0]?.free).toBe(0)
  })

  test('the answer to the booking is lost: it stands, and the same key is told so', async () => {
    const shelf = open()
    let isLost = true
    const { callBacks } = createDesk({
      ...shelf,
      add: async (kind, record) => {
        const isNew = await shelf.add(kind, record)
        if (kind === 'callBack' && isLost) throw new Error('lost')
        return isNew
      },
    })
    await expect(callBacks.book('key-0001', wantedBy('C-1'))).rejects.toThrow('lost')
    isLost = false
    expect(bookedOf(await callBacks.book('key-0001', wantedBy('C-1')))).toMatchObject({ state: 'waiting' })
    expect(await callBacks.ofCustomer('aurora', 'C-1')).toHaveLength(1)
    expect((await callBacks.slots('aurora', 1))[0]?.free).toBe(2)
  })

  test('of two hundred tries of fifty agents to take it one succeeds; he says what came of it, and nobody else', async () => {
    const desks = [createDesk(open()), createDesk(open())]
    const [one, other] = desks.map(({ callBacks }) => callBacks)
    if (!one || !other) throw new Error('There are two')
    const { id } = bookedOf(await one.book('key-0001', wantedBy('C-1')))
    const told = await Promise.all(Array.from({ length: 200 }, (_, n) => (n % 2 ? one : other).take(id, `A-${n % 50}`)))
    const winners = new Set(told.flatMap((hasIt, n) => (hasIt ? [`A-${n % 50}`] : [])))
    expect(winners.size).toBe(1)
    const [winner = ''] = winners
    expect(await one.queue('aurora', secondSlot)).toMatchObject([{ id, state: 'taken', agentId: winner }])
    // Twice by himself is no mistake.
    expect(await one.take(id, winner)).toBe(true)
    for (const state of ['done', 'unreached', 'cancelled'] as const) expect(await other.close(id, state, 'A-99')).toBe(false)
    expect(await one.close(id, 'done', winner)).toBe(true)
    expect(await one.close(id, 'done', winner)).toBe(false)
    expect(await one.take(id, 'A-99')).toBe(false)
    expect(await one.queue('aurora', secondSlot)).toEqual([])
    expect(await one.ofCustomer('aurora', 'C-1')).toMatchObject([{ state: 'done', agentId: winner }])
    expect([await one.take('none', 'A-1'), await one.close('none', 'done', 'A-1')]).toEqual([false, false])
  })

  test('whoever is not reached is tried three times; whoever took one and went home has it no longer than 45 minutes', async () => {
    const { callBacks, world } = createDesk(open())
    const { id } = bookedOf(await callBacks.book('key-0001', wantedBy('C-1')))
    for (const attempt of [1, 2, 3]) {
      expect(await callBacks.take(id, 'A-1')).toBe(true)
      expect(await callBacks.close(id, 'unreached', 'A-1')).toBe(true)
      const inQueue = attempt < 3 ? [{ id, state: 'waiting', agentId: undefined, attempts: attempt }] : []
      expect(await callBacks.queue('aurora', secondSlot)).toMatchObject(inQueue)
    }
    expect(await callBacks.take(id, 'A-1')).toBe(false)
    expect(await callBacks.get(id)).toMatchObject({ state: 'unreached', attempts: 3 })

    const next = bookedOf(await callBacks.book('key-0002', wantedBy('C-1')))
    expect(await callBacks.take(next.id, 'A-1')).toBe(true)
    world.now += 45 * 60_000
    expect(await callBacks.take(next.id, 'A-2')).toBe(false)
    world.now += 1
    expect(await callBacks.take(next.id, 'A-2')).toBe(true)
    expect(await callBacks.close(next.id, 'done', 'A-1')).toBe(false)
  })

  test('what is cancelled before it is taken gives its place to somebody else, once', async () => {
    const { callBacks } = createDesk(open())
    const all = await Promise.all(['C-1', 'C-2', 'C-3'].map((customer) => callBacks.book('key-0001', wantedBy(customer))))
    const ids = all.map((one) => bookedOf(one).id)
    expect((await callBacks.book('key-0001', wantedBy('C-4'))).status).toBe('full')
    const cancelled = await Promise.all(Array.from({ length: 10 }, () => callBacks.close(ids[0] ?? '', 'cancelled', 'C-1')))
    expect(cancelled.filter(Boolean)).toHaveLength(1)
    const next = await Promise.all(['C-4', 'C-5', 'C-6'].map((customer) => callBacks.book('key-0002', wantedBy(customer))))
    expect(countOf(next)).toBe(1)
    expect(await callBacks.queue('aurora', secondSlot)).toHaveLength(3)
    await callBacks.take(ids[1] ?? '', 'A-1')
    expect(await callBacks.close(ids[1] ?? '', 'cancelled', 'C-2')).toBe(false)
  })

  test('only hours that are there can be booked; one customer cannot fill the day', async () => {
    const { callBacks, world } = createDesk(open())
    for (const startsAt of ['2026-03-05T10:30:00Z', '2026-03-05T12:00:00Z', '2026-03-04T10:00:00Z', '2026-03-12T10:00:00Z'])
      expect((await callBacks.book('key-0001', wantedBy('C-1', new Date(startsAt)))).status).toBe('closed')
    expect((await callBacks.book('key-0001', { ...wantedBy('C-1'), brand: 'boreal' })).status).toBe('closed')
    expect(await callBacks.slots('boreal', 7)).toEqual([])
    world.now = firstSlot.getTime() - 15 * 60_000 + 1
    expect((await callBacks.book('key-0001', wantedBy('C-1'))).status).toBe('closed')
    world.now = morning
    for (const [n, startsAt] of [firstSlot, secondSlot, firstSlot, secondSlot].entries())
      bookedOf(await callBacks.book(`key-000${n}`, wantedBy('C-1', startsAt)))
    await expect(callBacks.book('key-0009', wantedBy('C-1'))).rejects.toMatchObject({ code: 'TOO_MANY', httpStatus: 429 })
    // Nor does he take a place by trying; on another day he may, and what was booked before is found by its key all the same.
    expect((await callBacks.slots('aurora', 1)).map(({ free }) => free)).toEqual([1, 1])
    bookedOf(await callBacks.book('key-0009', wantedBy('C-1', new Date('2026-03-06T10:00:00Z'))))
    bookedOf(await callBacks.book('key-0009', wantedBy('C-2')))
    bookedOf(await callBacks.book('key-0003', wantedBy('C-1')))
  })

  test('a customer who asks thirty times at once, each time anew, has four', async () => {
    const desks = [createDesk(open()), createDesk(open())]
    for (const { world } of desks) world.calendar = spacious
    const all = await Promise.allSettled(
      Array.from(
        { length: 30 },
        (_, n) => desks[n % 2]?.callBacks.book(`key-00${10 + n}`, wantedBy('C-1')) ?? Promise.reject(new Error('There are two')),
      ),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(4)
    expect((await desks[0]?.callBacks.slots('aurora', 1))?.[0]?.free).toBe(56)
  })

  test('an editor who makes slots smaller takes nobody’s place, and no more are given', async () => {
    const { callBacks, world } = createDesk(open())
    for (const customer of ['C-1', 'C-2']) bookedOf(await callBacks.book('key-0001', wantedBy(customer)))
    world.calendar = { ...smallCalendar, hours: smallCalendar.hours.map((hours) => ({ ...hours, capacity: 1 })) }
    expect((await callBacks.slots('aurora', 1)).map(({ free }) => free)).toEqual([0, 1])
    expect((await callBacks.book('key-0001', wantedBy('C-3'))).status).toBe('full')
    expect(await callBacks.queue('aurora', secondSlot)).toHaveLength(2)
  })

  test('the queue is by due time, across days; who was not called stays in it for three days', async () => {
    const { callBacks, world } = createDesk(open())
    const at = (day: string) => new Date(`2026-03-${day}T10:00:00Z`)
    for (const [n, day] of ['07', '05', '06'].entries()) bookedOf(await callBacks.book(`key-000${n}`, wantedBy('C-1', at(day))))
    bookedOf(await callBacks.book('key-0001', wantedBy('C-2', secondSlot)))
    const due = async (until: Date) => (await callBacks.queue('aurora', until)).map(({ startsAt }) => startsAt.toISOString().slice(8, 13))
    expect(await due(at('20'))).toEqual(['05T10', '05T11', '06T10', '07T10'])
    expect(await due(at('06'))).toEqual(['05T10', '05T11'])
    world.now = Date.parse('2026-03-08T09:00:00Z')
    expect(await due(at('20'))).toEqual(['05T10', '05T11', '06T10', '07T10'])
    world.now = Date.parse('2026-03-09T00:00:00Z')
    expect(await due(at('20'))).toEqual(['06T10', '07T10'])
  })
})

test('many who look for a time at once are one question to the store, which is asked again soon, and at once after a booking', async () => {
  const shelf = openSqliteShelf(':memory:')
  const find = vi.spyOn(shelf, 'find')
  const { callBacks, world } = createDesk(shelf)
  const other = createDesk(shelf)
  find.mockRejectedValueOnce(new Error('down'))
  await expect(callBacks.slots('aurora', 1)).rejects.toThrow('down')
  find.mockClear()
  const free = async () => (await callBacks.slots('aurora', 1))[0]?.free
  expect(await Promise.all(Array.from({ length: 100 }, free))).toEqual(Array.from({ length: 100 }, () => 3))
  expect(find).toHaveBeenCalledOnce()
  await other.callBacks.book('key-0001', wantedBy('C-1'))
  world.now += 2_000
  expect(await free()).toBe(2)
  await callBacks.book('key-0001', wantedBy('C-2'))
  expect(await free()).toBe(1)
})

test('what becomes of it is told to whoever listens, and counted; nothing else is', async () => {
  const { callBacks, world, metrics } = createDesk(openSqliteShelf(':memory:'))
  const { id } = bookedOf(await callBacks.book('key-0001', wantedBy('C-1')))
  await callBacks.book('key-0001', wantedBy('C-1'))
  await callBacks.book('key-0002', wantedBy('C-1', new Date(0)))
  await callBacks.take(id, 'A-1')
  await callBacks.take(id, 'A-2')
  await callBacks.close(id, 'done', 'A-2')
  await callBacks.close(id, 'unreached', 'A-1')
  expect(world.told.map(({ state, agentId, attempts }) => [state, agentId, attempts])).toEqual([
    ['waiting', undefined, 0],
    ['taken', 'A-1', 0],
    ['waiting', undefined, 1],
  ])
  const { values } = await metrics.callBacks.get()
  expect(values.map(({ labels, value }) => [labels.outcome, value])).toEqual([
    ['booked', 1],
    ['closed', 1],
    ['taken', 1],
    ['unreached', 1],
  ])
})
