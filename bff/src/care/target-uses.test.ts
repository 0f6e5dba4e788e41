import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { openSqliteShelf } from '../store/sqlite.ts'
import { createTargetUses } from './target-uses.ts'

const day = 86_400_000
const minute = 60_000
const start = Date.parse('2026-11-26T10:00:00Z')

test('what was sent in the last 30 days is counted by brand, and counted anew behind whoever asks', async () => {
  const shelf = openSqliteShelf(':memory:')
  const send = (id: string, targetId: string, at: number, brand = 'aurora') =>
    shelf.add('handOver', { id, at: new Date(at), keys: [`brand:${brand}`], body: { targetId } })
  await send('1', 'bill', start - day)
  await send('2', 'bill', start - 29 * day)
  await send('3', 'roaming', start - minute)
  await send('4', 'roaming', start - 31 * day)
  await send('5', 'bill', start - minute, 'borea')
  let now = start
  const uses = createTargetUses({ shelf, now: () => now, log: createLog('silent') })
  const counted = async () => Object.fromEntries(await uses('aurora'))
  expect(await counted()).toEqual({ bill: 2, roaming: 1 })
  await send('6', 'bill', start)
  now += 9 * minute
  expect(await counted()).toEqual({ bill: 2, roaming: 1 })
  now += 2 * minute
  // Whoever asks first is answered at once with what was known.
  expect(await counted()).toEqual({ bill: 2, roaming: 1 })
  expect(await counted()).toEqual({ bill: 3, roaming: 1 })
  await shelf.close()
})

test('without the store everything counts as never used, and it is asked again later', async () => {
  let isThere = false
  let now = start
  const found = [{ id: '1', at: new Date(start), keys: [], body: { targetId: 'bill' } }]
  const find = () => (isThere ? Promise.resolve(found) : Promise.reject(new Error('no store')))
  const uses = createTargetUses({ shelf: { find }, now: () => now, log: createLog('silent') })
  expect((await uses('aurora')).size).toBe(0)
  isThere = true
  now += 11 * minute
  await uses('aurora')
  expect(Object.fromEntries(await uses('aurora'))).toEqual({ bill: 1 })
})
