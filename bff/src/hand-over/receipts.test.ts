import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from '../log.ts'
import { openSqliteShelf } from '../store/sqlite.ts'
import { createHandOvers } from './hand-overs.ts'
import { createReceipts } from './receipts.ts'
import { noLimits, wanted } from './testing/wanted.ts'

const shelf = () => openSqliteShelf(':memory:')
let handOvers: ReturnType<typeof createHandOvers>
let receipts: ReturnType<typeof createReceipts>
let id: string

beforeEach(async () => {
  vi.useFakeTimers()
  const now = () => Date.now()
  handOvers = createHandOvers({ shelf: shelf(), dayOf: () => '2026-03-05', limits: noLimits, now, openingMs: 0 })
  receipts = createReceipts({ handOvers, log: createLog('silent'), now })
  id = (await handOvers.issue(wanted())).handOver.id
})
afterEach(() => {
  receipts.close()
  vi.useRealTimers()
})

const heard = (messageId: string, state: 'delivered' | 'undelivered' = 'delivered') =>
  receipts.heard({ messageId, state, at: new Date(), ...(state === 'undelivered' && { reason: 'EXPIRED' }) })
const soon = () => vi.advanceTimersByTimeAsync(0)
const marks = async () => (await handOvers.get(id))?.events.map((event) => [event.type, ...('reason' in event ? [event.reason] : [])])

test('delivered, and told twice: noted once', async () => {
  await handOvers.note(id, { type: 'sent', messageId: 'm-1' })
  heard('m-1')
  heard('m-1')
  await soon()
  expect(await marks()).toEqual([['sent'], ['delivered']])
})

test('not delivered, with the network’s reason', async () => {
  await handOvers.note(id, { type: 'sent', messageId: 'm-1' })
  heard('m-1', 'undelivered')
  await soon()
  expect(await marks()).toEqual([['sent'], ['undelivered', 'EXPIRED']])
})

test('a receipt that is there before the SMS is noted as sent waits for it', async () => {
  heard('m-1')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await marks()).toEqual([])
  await handOvers.note(id, { type: 'sent', messageId: 'm-1' })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await marks()).toEqual([['sent'], ['delivered']])
})

test('one that waits for long does not hold up the next', async () => {
  heard('foreign-1')
  await vi.advanceTimersByTimeAsync(20_000)
  heard('m-1')
  await soon()
  await handOvers.note(id, { type: 'sent', messageId: 'm-1' })
  await vi.advanceTimersByTimeAsync(50)
  expect(await marks()).toEqual([['sent'], ['delivered']])
})

test('receipts of texts that are not ours, forged or foreign, 2,000 of them: forgotten before long, and ours is noted', async () => {
  await handOvers.note(id, { type: 'sent', messageId: 'm-1' })
  for (let n = 0; n < 2_000; n++) heard(`foreign-${n}\u0000'"{$ne:1}`)
  heard('m-1')
  await soon()
  expect(await marks()).toEqual([['sent'], ['delivered']])
  expect(vi.getTimerCount()).toBe(1)
  await vi.advanceTimersByTimeAsync(130_000)
  expect(vi.getTimerCount()).toBe(0)
})

test('a store that is away costs nothing but time', async () => {
  await handOvers.note(id, { type: 'sent', messageId: 'm-1' })
  const away = vi.spyOn(handOvers, 'byMessage').mockRejectedValueOnce(new Error('away'))
  heard('m-1')
  await soon()
  expect(await marks()).toEqual([['sent']])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(away).toHaveBeenCalledTimes(2)
  expect(await marks()).toEqual([['sent'], ['delivered']])
})
