import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { sendAccount, startBackEnd, type BackEnd } from '../testing/back-end.ts'
import { createBss, type Bss } from './bss.ts'
import { createRestConnector } from './connectors/rest/connector.ts'
import type { Lease, Shared, SharedEntry, Turn } from './shared/contract.ts'
import { owed, quickPolicy, scopeWith } from './testing/instances.ts'

/* What the others say, at moments at which no Redis can be made to say it. */

let backEnd: BackEnd
let bss: Bss
let now = Date.parse('2026-11-22T10:00:00Z')
/** What has been shared, and whose turns there will be; ours, when none is told. */
let told: SharedEntry[]
let turns: Turn[]

beforeEach(async () => {
  backEnd = await startBackEnd()
  ;[told, turns] = [[], []]
  const lease: Lease = {
    succeed: (entry) => Promise.resolve(told.push(entry) > 0),
    fail: () => Promise.resolve(true),
  }
  const shared: Shared = {
    read: () => Promise.resolve(undefined),
    turn: () => Promise.resolve(turns.shift() ?? { whose: 'ours', lease }),
    change: () => Promise.resolve(),
    listen() {},
    close: () => Promise.resolve(),
  }
  const connectors = { rest: createRestConnector(backEnd.apis) }
  bss = createBss({ connectors, shared, cacheBytes: 1_000_000, log: createLog('silent'), metrics: createMetrics(), now: () => now })
})
afterEach(async () => {
  await bss.close()
  await backEnd.close()
})

const owes = (euros: number) => (backEnd.answer = (response) => sendAccount(response, euros))

test('news of an earlier turn that come late are none: it is asked whose turn it is once more', async () => {
  owes(1)
  expect(await owed({ bss }, scopeWith())).toEqual({ due: 100, isStale: false })
  now += quickPolicy.t1Ms
  owes(2)
  turns.push({ whose: 'theirs', news: Promise.resolve(told[0]) })
  expect(await owed({ bss }, scopeWith({ softWaitMs: 10_000 }))).toEqual({ due: 200, isStale: false })
})

test('news of the turn that is waited for are the answer, and nobody is asked', async () => {
  owes(1)
  await owed({ bss }, scopeWith())
  now += quickPolicy.t1Ms
  backEnd.calls = 0
  turns.push({ whose: 'theirs', news: Promise.resolve({ json: told[0]?.json ?? '', fetchedAt: now }) })
  expect(await owed({ bss }, scopeWith({ softWaitMs: 10_000 }))).toEqual({ due: 100, isStale: false })
  expect(backEnd.calls).toBe(0)
})
