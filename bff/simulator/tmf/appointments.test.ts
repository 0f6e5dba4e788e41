import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { paths } from './paths.ts'

describe('a call-back', () => {
  let simulator: Simulator
  let clock: Date
  // A Friday.
  const start = new Date('2026-05-01T10:30:00Z')

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, now: () => clock })
  })
  beforeEach(() => {
    clock = start
    simulator.reset()
  })
  afterAll(() => simulator.close())

  type Slot = { id: string; validFor: { startDateTime: string; endDateTime: string } }
  const post = async (path: string, content: unknown, key?: string) => {
    const response = await fetch(`${simulator.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
      body: JSON.stringify(content),
    })
    return { status: response.status, headers: response.headers, json: (await response.json()) as Record<string, unknown> }
  }
  const free = async (content: object = {}) => (await post(paths.searchTimeSlot, content)).json['availableTimeSlot'] as Slot[]
  const body = ({ validFor }: Pick<Slot, 'validFor'>, changes: object = {}) => ({
    category: 'callback',
    validFor,
    relatedParty: [{ id: 'C-0009', role: 'customer', '@referredType': 'Customer' }],
    ...changes,
  })
  const book = (slot: Pick<Slot, 'validFor'>, key?: string, changes?: object) => post(paths.appointment, body(slot, changes), key)
  const of = async (customer: string) =>
    (await (await fetch(`${simulator.url}${paths.appointment}?relatedParty.id=${customer}`)).json()) as { id: string; status: string }[]
  /** One that nobody has taken a place of yet: it can be booked three times. */
  async function emptySlot(): Promise<Slot> {
    for (const slot of await free()) {
      const booked = [await book(slot), await book(slot), await book(slot)].filter(({ status }) => status === 201)
      simulator.reset()
      if (booked.length === 3) return slot
    }
    throw new Error('Every slot is half full')
  }

  test('can be had in working hours to come, of the next five days', async () => {
    const slots = await free()
    expect(slots.length).toBeGreaterThan(10)
    for (const { validFor } of slots) {
      const [from, to] = [new Date(validFor.startDateTime), new Date(validFor.endDateTime)]
      expect(from > clock && from.getTime() < clock.getTime() + 5 * 86_400_000).toBe(true)
      expect([1, 2, 3, 4, 5]).toContain(from.getUTCDay())
      expect(to.getTime() - from.getTime()).toBe(3_600_000)
    }
    const period = { startDateTime: '2026-05-04T00:00:00Z', endDateTime: '2026-05-05T00:00:00Z' }
    const monday = await free({ requestedTimeSlot: [{ validFor: period }] })
    expect(new Set(monday.map(({ validFor }) => validFor.startDateTime.slice(0, 10)))).toEqual(new Set(['2026-05-04']))
  })

  test('is booked, and is there to be read', async () => {
    const [slot] = (await free()) as [Slot]
    const { status, headers, json } = await book(slot, undefined, { externalId: 'key', description: 'Router' })
    expect(status).toBe(201)
    expect(json).toMatchObject({
      category: 'callback',
      status: 'confirmed',
      externalId: 'key',
      description: 'Router',
      validFor: slot.validFor,
    })
    expect(await (await fetch(headers.get('location') ?? '')).json()).toEqual(json)
    expect(await of('C-0009')).toEqual([json])
    expect(await of('C-0010')).toEqual([])
  })

  test('is had by three at a time, and by nobody more', async () => {
    const slot = await emptySlot()
    expect((await Promise.all([1, 2, 3].map(() => book(slot)))).map(({ status }) => status)).toEqual([201, 201, 201])
    const late = await book(slot)
    expect(late.status).toBe(409)
    expect(late.json).toMatchObject({ code: 'slotTaken' })
    expect((await free()).map(({ id }) => id)).not.toContain(slot.id)
  })

  test('is booked once per key, also when many ask at the same time, and also when the hour is full by then', async () => {
    const slot = await emptySlot()
    const answers = await Promise.all(Array.from({ length: 6 }, () => book(slot, 'one-key')))
    expect(new Set(answers.map(({ json }) => json['id'])).size).toBe(1)
    expect(await of('C-0009')).toHaveLength(1)
    await book(slot)
    await book(slot)
    expect((await book(slot)).status).toBe(409)
    expect((await book(slot, 'one-key')).json['id']).toBe(answers[0]?.json['id'])
    // The external id is as good a key.
    const other = (await free())[0] as Slot
    const first = await book(other, undefined, { externalId: 'in-the-body' })
    expect((await book(other, undefined, { externalId: 'in-the-body' })).json['id']).toBe(first.json['id'])
  })

  test('with a key that was used for another one is refused', async () => {
    const [one, other] = (await free()) as [Slot, Slot]
    await book(one, 'a-key')
    const refused = await book(other, 'a-key')
    expect(refused.status).toBe(409)
    expect(refused.json['code']).toBe('conflict')
    expect(await of('C-0009')).toHaveLength(1)
  })

  test('whose answer was lost was still booked, and asking again books nothing twice', async () => {
    const [slot] = (await free()) as [Slot]
    simulator.faults.set('bookCallback', { kind: 'reset', afterHandling: true, times: 1 })
    await expect(book(slot, 'lost')).rejects.toThrow(TypeError)
    expect((await book(slot, 'lost')).status).toBe(201)
    expect(await of('C-0009')).toHaveLength(1)
  })

  test('may be accepted now and confirmed later, or fail and leave its place to others', async () => {
    const slot = await emptySlot()
    simulator.faults.set('bookCallback', { kind: 'asynchronous', afterMs: 3_000 })
    expect((await book(slot)).json).toMatchObject({ status: 'initialized' })
    clock = new Date(start.getTime() + 3_000)
    expect(await of('C-0009')).toMatchObject([{ status: 'confirmed' }])
    simulator.faults.set('bookCallback', { kind: 'asynchronous', afterMs: 0, outcome: 'failed' })
    expect((await book(slot)).json).toMatchObject({ status: 'failed' })
    simulator.faults.clear()
    expect([(await book(slot)).status, (await book(slot)).status, (await book(slot)).status]).toEqual([201, 201, 409])
  })

  test('of an hour that is over, or that nobody offers, is refused like one that is taken', async () => {
    const [slot] = (await free()) as [Slot]
    clock = new Date(slot.validFor.startDateTime)
    expect(await book(slot)).toMatchObject({ status: 409, json: { code: 'slotTaken' } })
    const night = { validFor: { startDateTime: '2026-05-05T02:00:00Z', endDateTime: '2026-05-05T03:00:00Z' } }
    expect(await book(night)).toMatchObject({ status: 409, json: { code: 'slotTaken' } })
  })

  test('as nobody can book is refused with a reason', async () => {
    const [slot] = (await free()) as [Slot]
    const entity = (id: string) => ({ relatedEntity: [{ id, role: 'line', '@referredType': 'Product' }] })
    for (const changes of [
      { category: 'dinner' },
      { validFor: undefined },
      { validFor: { startDateTime: 'soon', endDateTime: 'later' } },
      { relatedParty: [{ id: 'C-9999', '@referredType': 'Customer' }] },
      { relatedParty: [] },
      entity('L-0010-1'),
    ]) {
      expect(await book(slot, undefined, changes)).toMatchObject({ status: 400, json: { code: 'invalid' } })
    }
    expect((await book(slot, undefined, entity('L-0009-1'))).status).toBe(201)
  })

  test('is forgotten by a reset', async () => {
    const [slot] = (await free()) as [Slot]
    await book(slot, 'k')
    simulator.reset()
    expect(await of('C-0009')).toEqual([])
    expect((await book(slot, 'k')).headers.get('idempotency-replayed')).toBeNull()
  })
})
