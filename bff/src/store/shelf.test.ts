import { expect, test } from 'vitest'
import type { StoredRecord } from './contract.ts'
import { createStreams } from './streams.ts'
import { describeShelves } from './testing/suite.ts'

const noon = Date.parse('2026-03-05T12:00:00Z')
const record = (id: string, { minutes = 0, keys = ['customer:C-1'], body = { n: 1 } as unknown } = {}): StoredRecord => ({
  id,
  at: new Date(noon + minutes * 60_000),
  keys,
  body,
})
const ids = (records: readonly StoredRecord[]) => records.map(({ id }) => id)

describeShelves((open) => {
  test('what is added comes back as it was, and a second of its id changes nothing', async () => {
    const shelf = open()
    const strange = record('è/:~ "\'<b>', {
      keys: ['customer:C-1', 'customer:C-1', 'x.y$z'],
      body: { $set: 1, 'a.b': [null, { __proto__x: 'ù€😀\u0000' }], big: 9_007_199_254_740_991, at: '2026-03-05T12:00:00.000Z' },
    })
    expect(await shelf.add('contact', strange)).toBe(true)
    expect(await shelf.add('contact', { ...strange, keys: ['other'], body: 2 })).toBe(false)
    expect(await shelf.get('contact', strange.id)).toEqual(strange)
    expect(await shelf.find('contact', { key: 'other', limit: 5 })).toEqual([])
    expect(await shelf.find('contact', { key: 'x.y$z', limit: 5 })).toEqual([strange])
    // Each kind has ids of its own.
    expect(await shelf.get('grant', strange.id)).toBeUndefined()
    expect(await shelf.add('grant', strange)).toBe(true)
  })

  test('finds by key and time, in both orders; equal moments by id', async () => {
    const shelf = open()
    for (const one of [record('b'), record('a'), record('c', { minutes: 1 }), record('d', { minutes: 2 }), record('x', { keys: ['else'] })])
      await shelf.add('audit', one)
    const key = 'customer:C-1'
    const find = async (wanted: object) => ids(await shelf.find('audit', { key, limit: 9, ...wanted }))
    expect(await find({})).toEqual(['a', 'b', 'c', 'd'])
    expect(await find({ newestFirst: true })).toEqual(['d', 'c', 'b', 'a'])
    expect(await find({ limit: 3 })).toEqual(['a', 'b', 'c'])
    expect(await find({ limit: 1, newestFirst: true })).toEqual(['d'])
    expect(await find({ since: new Date(noon + 60_000) })).toEqual(['c', 'd'])
    expect(await find({ until: new Date(noon + 60_000) })).toEqual(['a', 'b'])
    expect(await find({ since: new Date(noon), until: new Date(noon + 1) })).toEqual(['a', 'b'])
    expect(await find({ key: 'customer:C' })).toEqual([])
  })

  test('removes for one caller, and forgets what is older, so many at a time', async () => {
    const shelf = open()
    for (let n = 0; n < 5; n++) await shelf.add('rate', record(`r${n}`, { minutes: n }))
    expect(await Promise.all([1, 2, 3].map(() => shelf.remove('rate', 'r4')))).toEqual(expect.arrayContaining([true, false, false]))
    expect(await shelf.remove('rate', 'never')).toBe(false)
    expect(ids(await shelf.oldest('rate', new Date(noon + 3 * 60_000), 2))).toEqual(['r0', 'r1'])
    expect(await shelf.forget('rate', new Date(noon + 3 * 60_000), 2)).toBe(2)
    expect(await shelf.forget('rate', new Date(noon + 3 * 60_000), 2)).toBe(1)
    expect(await shelf.forget('rate', new Date(noon + 3 * 60_000), 2)).toBe(0)
    expect(ids(await shelf.find('rate', { key: 'customer:C-1', limit: 9 }))).toEqual(['r3'])
    // What was taken away may come again, and is found once.
    expect(await shelf.add('rate', record('r4', { minutes: 9 }))).toBe(true)
    expect(ids(await shelf.find('rate', { key: 'customer:C-1', limit: 9 }))).toEqual(['r3', 'r4'])
  })

  test.each([
    ['an empty id', { id: '' }],
    ['a long id', { id: 'x'.repeat(513) }],
    ['an id with U+0000', { id: 'a\u0000b' }],
    ['half a sign in a key', { keys: ['\uD800'] }],
    ['too many keys', { keys: Array.from({ length: 21 }, (_, n) => `k${n}`) }],
    ['no moment', { at: new Date(Number.NaN) }],
    ['no JSON', { body: undefined }],
    ['too much', { body: 'x'.repeat(64 * 1024) }],
  ])('refuses %s, and keeps nothing of it', async (_, part) => {
    const shelf = open()
    await expect(shelf.add('rate', { ...record('r'), ...part })).rejects.toMatchObject({ code: 'RECORD_INVALID' })
    expect(await shelf.oldest('rate', new Date(noon + 1), 9)).toEqual([])
  })

  test.each([0, -1, 1.5, 10_001, Number.NaN])('refuses a limit of %s: it could mean everything', async (limit) => {
    await expect(open().find('rate', { key: 'k', limit })).rejects.toMatchObject({ code: 'RECORD_INVALID' })
    await expect(open().forget('rate', new Date(noon), limit)).rejects.toMatchObject({ code: 'RECORD_INVALID' })
  })

  test('of a thousand who add under one id one is told that he did', async () => {
    const [one, other] = [open(), open()]
    const told = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) => (n % 2 ? one : other).add('place', record('p', { body: { booker: n } }))),
    )
    const winners = told.flatMap((isFirst, booker) => (isFirst ? [booker] : []))
    expect(winners).toHaveLength(1)
    expect((await one.get('place', 'p'))?.body).toEqual({ booker: winners[0] })
  })

  test('of a thousand who decide on one stream one opens, and nothing is decided twice', async () => {
    type Event = { at: Date; type: string; by: number }
    const [one, other] = [createStreams<Event>(open(), 'handOverEvent'), createStreams<Event>(open(), 'handOverEvent')]
    const appended = await Promise.all(
      Array.from({ length: 1_000 }, (_, by) =>
        (by % 2 ? one : other).append('H1', ['day:x'], (events) =>
          events.some(({ type }) => type === 'opened') ? undefined : { at: new Date(noon), type: 'opened', by },
        ),
      ),
    )
    const winners = appended.flatMap(({ added }, by) => (added ? [by] : []))
    expect(winners).toHaveLength(1)
    expect(await one.read('H1')).toEqual([{ at: new Date(noon), type: 'opened', by: winners[0] }])
    // Whoever lost has seen why.
    expect(appended.every(({ events }) => events[0]?.by === winners[0])).toBe(true)
  })

  test('of forty who all may add to one stream each has his turn, in one order', async () => {
    type Event = { at: Date; by: number; after: number }
    const streams = createStreams<Event>(open(), 'guideEvent')
    await Promise.all(
      Array.from({ length: 40 }, (_, by) => streams.append('G1', [], (events) => ({ at: new Date(noon), by, after: events.length }))),
    )
    const events = await streams.read('G1')
    expect(events.map(({ after }) => after)).toEqual(Array.from({ length: 40 }, (_, n) => n))
    expect(new Set(events.map(({ by }) => by)).size).toBe(40)
  })
})
