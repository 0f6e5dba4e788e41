import { expect, test } from 'vitest'
import type { Shelf } from '../store/contract.ts'
import { describeShelves } from '../store/testing/suite.ts'
import { createContacts } from './contacts.ts'
import type { ContactNews, DeskNews } from './contract.ts'

const minute = 60_000
const noon = Date.parse('2026-11-26T12:00:00Z')
const ringing = { type: 'ringing', msisdn: '+393990000001', dialled: '+39800399100', agentId: undefined } satisfies ContactNews
const answered = { type: 'answered', agentId: 'S-anna' } satisfies ContactNews
const picked = { type: 'picked', customerId: 'C-0001' } satisfies ContactNews
const closed = { type: 'closed' } satisfies ContactNews

describeShelves((open) => {
  const start = (shelf: Shelf = open()) => {
    const clock = { now: noon }
    const news: DeskNews[] = []
    return { clock, news, shelf, contacts: createContacts({ shelf, now: () => clock.now, told: (one) => news.push(one) }) }
  }

  test('a call is followed from its first ring to what it was about', async () => {
    const { contacts, clock, news } = start()
    const { id } = await contacts.hear('aurora', 'call-1', ringing)
    await contacts.hear('aurora', 'call-1', picked)
    clock.now += minute
    await contacts.hear('aurora', 'call-1', answered)
    clock.now += 3 * minute
    await contacts.hear('aurora', 'call-1', closed)
    const noted = await contacts.note('aurora', id, { type: 'noted', reason: 'high-bill', text: 'Ha capito' })
    expect(noted).toEqual({
      id,
      brand: 'aurora',
      channel: 'call',
      callId: 'call-1',
      msisdn: '+393990000001',
      customerId: 'C-0001',
      agentId: 'S-anna',
      reason: 'high-bill',
      text: 'Ha capito',
      state: 'closed',
      startedAt: new Date(noon),
      endedAt: new Date(noon + 4 * minute),
    })
    expect(await contacts.get('aurora', 'call-1')).toEqual(noted)
    expect(await contacts.get('aurora', id)).toEqual(noted)
    expect(news.map(({ type, ...rest }) => [type, 'id' in rest && rest.id])).toEqual(Array.from({ length: 5 }, () => ['contact', id]))
  })

  test('the same call 100 times at once is one contact, and each word of it is one event', async () => {
    const { contacts, news } = start()
    const heard = await Promise.all(
      Array.from({ length: 100 }, (_, index) => contacts.hear('aurora', 'call-1', [ringing, answered, closed][index % 3] ?? ringing)),
    )
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1)
    expect(news).toHaveLength(3)
    expect((await contacts.get('aurora', 'call-1'))?.state).toBe('closed')
  })

  test('whatever order the network brings it in, it is the same call', async () => {
    const words = [ringing, answered, closed]
    const orders = words.flatMap((a) => words.filter((b) => b !== a).map((b) => [a, b, ...words.filter((c) => c !== a && c !== b)]))
    const { contacts } = start()
    const calls = await Promise.all(
      orders.map(async (order, index) => {
        for (const word of order) await contacts.hear('aurora', `call-${index}`, word)
        return contacts.get('aurora', `call-${index}`)
      }),
    )
    expect(calls).toHaveLength(6)
    for (const call of calls) expect(call).toMatchObject({ state: 'closed', msisdn: '+393990000001', agentId: 'S-anna' })
  })

  test('a call that is handed on belongs to who has it now', async () => {
    const { contacts } = start()
    await contacts.hear('aurora', 'call-1', answered)
    await contacts.hear('aurora', 'call-1', { type: 'answered', agentId: 'S-bruno' })
    expect((await contacts.openOf('aurora', 'S-bruno')).map(({ callId }) => callId)).toEqual(['call-1'])
    expect(await contacts.openOf('aurora', 'S-anna')).toEqual([])
  })

  test('an agent is told what rings for him or for anybody, what is his, and what he has not said a word about', async () => {
    const { contacts, clock } = start()
    const rings = (callId: string, agentId?: string) => contacts.hear('aurora', callId, { ...ringing, agentId })
    await rings('for-anybody')
    await rings('for-anna', 'S-anna')
    await rings('for-bruno', 'S-bruno')
    await contacts.hear('aurora', 'talking', answered)
    await contacts.hear('aurora', 'unsaid', answered)
    await contacts.hear('aurora', 'unsaid', closed)
    await contacts.hear('aurora', 'said', answered)
    const { id } = await contacts.hear('aurora', 'said', closed)
    await contacts.note('aurora', id, { type: 'noted', reason: 'other', text: undefined })
    await contacts.hear('borealis', 'elsewhere', answered)
    const open = async (agent: string) =>
      (await contacts.openOf('aurora', agent)).map(({ callId }) => callId ?? '').toSorted((one, other) => one.localeCompare(other))
    expect(await open('S-anna')).toEqual(['for-anna', 'for-anybody', 'talking', 'unsaid'])
    expect(await open('S-bruno')).toEqual(['for-anybody', 'for-bruno'])
    // That it stopped ringing was never told.
    clock.now += 4 * minute
    expect(await open('S-anna')).toEqual(['talking', 'unsaid'])
    clock.now += 2 * 60 * minute
    expect(await open('S-anna')).toEqual(['talking'])
    clock.now += 11 * 60 * minute
    expect(await open('S-anna')).toEqual([])
  })

  test('a customer’s talks are his, the newest first; one that was picked wrongly is not', async () => {
    const { contacts, clock } = start()
    for (const callId of ['first', 'second', 'wrong']) {
      clock.now += minute
      await contacts.hear('aurora', callId, answered)
      await contacts.hear('aurora', callId, picked)
    }
    await contacts.hear('aurora', 'wrong', { type: 'picked', customerId: 'C-0002' })
    clock.now += minute
    await contacts.open('aurora', 'callBack', 'S-bruno', 'C-0001')
    const talks = await contacts.ofCustomer('aurora', 'C-0001', 10)
    expect(talks.map(({ channel, callId }) => callId ?? channel)).toEqual(['callBack', 'second', 'first'])
    expect(await contacts.ofCustomer('aurora', 'C-0001', 1)).toHaveLength(1)
    expect(await contacts.ofCustomer('borealis', 'C-0001', 10)).toEqual([])
  })

  test('a talk that is opened twice is one', async () => {
    const { contacts } = start()
    const first = await contacts.open('aurora', 'other', 'S-anna', 'C-0001')
    expect((await contacts.open('aurora', 'call', 'S-anna', 'C-0001')).id).toBe(first.id)
    expect((await contacts.open('aurora', 'other', 'S-bruno', 'C-0001')).id).not.toBe(first.id)
    await contacts.note('aurora', first.id, closed)
    expect((await contacts.open('aurora', 'other', 'S-anna', 'C-0001')).id).not.toBe(first.id)
  })

  test('no other brand sees it, and what is no id is nothing', async () => {
    const { contacts } = start()
    const { id } = await contacts.hear('aurora', 'call-1', answered)
    expect(await contacts.get('borealis', id)).toBeUndefined()
    expect(await contacts.get('borealis', 'call-1')).toBeUndefined()
    expect(await contacts.note('borealis', id, closed)).toBeUndefined()
    for (const stray of ['', 'x', 'f'.repeat(32), 'a'.repeat(5_000), 'call\u0000-1'])
      expect(await contacts.get('aurora', stray)).toBeUndefined()
  })

  test('a call that never stops saying things is not listened to for ever', async () => {
    const { contacts, shelf } = start()
    for (let word = 0; word < 70; word++) await contacts.hear('aurora', 'noisy', { type: 'answered', agentId: `S-${word}` })
    expect(await shelf.find('contactEvent', { key: 'brand:aurora', limit: 100 })).toHaveLength(60)
  })

  test('two processes on one store tell of one contact', async () => {
    const [one, other] = [start(), start()]
    const heard = await Promise.all(
      [one, other].flatMap(({ contacts }) => [contacts.hear('aurora', 'call-1', ringing), contacts.hear('aurora', 'call-1', closed)]),
    )
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1)
    expect(one.news.length + other.news.length).toBe(2)
    expect(await one.contacts.get('aurora', 'call-1')).toEqual(await other.contacts.get('aurora', 'call-1'))
  })
})
