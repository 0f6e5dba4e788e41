import { afterEach, expect, test, vi } from 'vitest'
import { createMetrics } from '../metrics.ts'
import type { RecordKind, Shelf } from './contract.ts'
import { forgetOld, startRetention } from './retention.ts'
import { openSqliteShelf } from './sqlite.ts'
import { createStreams } from './streams.ts'
import { describeShelves } from './testing/suite.ts'

const dayMs = 86_400_000
const now = Date.parse('2026-06-30T12:00:00Z')
const daysAgo = (days: number) => new Date(now - days * dayMs)
const put = (shelf: Shelf, kind: RecordKind, id: string, days: number) =>
  shelf.add(kind, { id, at: daysAgo(days), keys: ['all'], body: {} })
const left = async (shelf: Shelf, kind: RecordKind) => (await shelf.find(kind, { key: 'all', limit: 1_000 })).map(({ id }) => id)

describeShelves((open) => {
  test('streams go whole, by the age of their head; the others stay whole', async () => {
    const shelf = open()
    const streams = createStreams<{ at: Date; n: number }>(shelf, 'handOverEvent')
    for (const [id, headDays, eventDays] of [
      ['old', 91, [91, 90, 3]],
      // Its events are older than they may be; its head, which decides, is not.
      ['young', 89, [95, 89, 1]],
      // A crash has left it without a head.
      ['stray', undefined, [121, 121]],
    ] as const) {
      if (headDays !== undefined) await put(shelf, 'handOver', id, headDays)
      for (const [n, days] of eventDays.entries()) await streams.append(id, ['all'], () => ({ at: daysAgo(days), n }))
    }
    expect(await forgetOld(shelf, now)).toEqual({ handOver: 1, handOverEvent: 5 })
    expect(await left(shelf, 'handOver')).toEqual(['young'])
    expect((await streams.read('young')).map(({ n }) => n)).toEqual([0, 1, 2])
    expect(await left(shelf, 'handOverEvent')).toHaveLength(3)
    expect(await forgetOld(shelf, now)).toEqual({})
  })

  test('each kind is kept for its time, and no longer, however much there is', async () => {
    const shelf = open()
    for (const [kind, days] of [
      ['audit', 730],
      ['place', 90],
      ['talk', 90],
      ['talkEvent', 90],
      ['rate', 2],
      ['grant', 2],
    ] as const)
      // prettier-ignore
      for (const age of [days - 1, days + 1]) await put(shelf, kind, `${kind}-${age}`, age)
    for (let n = 0; n < 250; n++) await put(shelf, 'rate', `r${n}`, 3)
    expect(await forgetOld(shelf, now)).toEqual({ audit: 1, place: 1, talk: 1, talkEvent: 1, rate: 251, grant: 1 })
    for (const [kind, kept] of [
      ['audit', 'audit-729'],
      ['place', 'place-89'],
      ['talk', 'talk-89'],
      ['talkEvent', 'talkEvent-89'],
      ['rate', 'rate-1'],
      ['grant', 'grant-1'],
    ] as const)
      // prettier-ignore
      expect(await left(shelf, kind)).toEqual([kept])
  })

  test('two processes that forget at once do each other no harm', async () => {
    const shelf = open()
    const streams = createStreams<{ at: Date }>(shelf, 'contactEvent')
    for (const id of ['a', 'b', 'c']) {
      await put(shelf, 'contact', id, 100)
      for (let n = 0; n < 4; n++) await streams.append(id, ['all'], () => ({ at: daysAgo(99) }))
    }
    const both = await Promise.all([forgetOld(shelf, now), forgetOld(open(), now)])
    const sum = (kind: 'contact' | 'contactEvent') => both.reduce((total, forgotten) => total + (forgotten[kind] ?? 0), 0)
    expect([sum('contact'), sum('contactEvent')]).toEqual([3, 12])
  })
})

afterEach(() => vi.useRealTimers())

test('a store that is down is asked again in an hour, one that answered the next day, and none after the end', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(Math, 'random').mockReturnValue(0.5)
  const shelf = openSqliteShelf(':memory:')
  await put(shelf, 'grant', 'g1', 3)
  const find = vi.spyOn(shelf, 'oldest').mockRejectedValueOnce(new Error('down'))
  const [log, metrics] = [{ info: vi.fn<(...said: unknown[]) => void>(), warn: vi.fn<(...said: unknown[]) => void>() }, createMetrics()]
  const end = startRetention(shelf, { now: () => now, log, metrics })
  expect(find).not.toHaveBeenCalled()
  vi.advanceTimersByTime(30 * 60_000)
  await vi.waitFor(() => expect(log.warn).toHaveBeenCalledOnce())
  vi.advanceTimersByTime(60 * 60_000)
  await vi.waitFor(() => expect(log.info).toHaveBeenCalledExactlyOnceWith({ forgotten: { grant: 1 } }, expect.any(String)))
  expect(await metrics.registry.getSingleMetricAsString('bff_store_forgotten_total')).toContain('{kind="grant"} 1')
  vi.advanceTimersByTime(dayMs)
  await vi.waitFor(() => expect(log.info).toHaveBeenCalledTimes(2))
  const asked = find.mock.calls.length
  end()
  vi.advanceTimersByTime(2 * dayMs)
  expect(find).toHaveBeenCalledTimes(asked)
})
