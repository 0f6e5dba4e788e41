import { setImmediate } from 'node:timers/promises'
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
/** Whether what is shared may be kept; by then it is told. */
let verdict: Promise<boolean>

beforeEach(async () => {
  backEnd = await startBackEnd()
  ;[told, turns, verdict] = [[], [], Promise.resolve(true)]
  const lease: Lease = {
    succeed(entry) {
      told.push(entry)
      return verdict
    },
    fail: () => verdict,
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

test('nobody waits until the others have an answer: it is given, and kept, while they are told', async () => {
  verdict = new Promise(() => {})
  owes(1)
  expect(await owed({ bss }, scopeWith())).toEqual({ due: 100, isStale: false })
  expect(told).toHaveLength(1)
  backEnd.calls = 0
  expect(await owed({ bss }, scopeWith())).toEqual({ due: 100, isStale: false })
  expect(backEnd.calls).toBe(0)
})

test.each([
  ['as it was kept', {}],
  ['under the policy of a newer release', { t2Ms: quickPolicy.t2Ms + 1 }],
])('an answer that the others refuse is given to those who waited, and then goes again: %s', async (_how, policy) => {
  let refuse = (_isKept: boolean) => {}
  verdict = new Promise((resolve) => (refuse = resolve))
  owes(1)
  expect(await owed({ bss }, scopeWith())).toEqual({ due: 100, isStale: false })
  expect(await owed({ bss }, scopeWith(policy))).toEqual({ due: 100, isStale: false })
  owes(2)
  refuse(false)
  await setImmediate()
  expect(await owed({ bss }, scopeWith(policy))).toEqual({ due: 200, isStale: false })
})

test('a newer answer stays when an older one is refused', async () => {
  const refusals: (() => void)[] = []
  const nextVerdict = () => (verdict = new Promise((resolve) => refusals.push(() => resolve(false))))
  void nextVerdict()
  owes(1)
  await owed({ bss }, scopeWith())
  now += quickPolicy.t1Ms
  void nextVerdict()
  owes(2)
  expect(await owed({ bss }, scopeWith({ softWaitMs: 10_000 }))).toEqual({ due: 200, isStale: false })
  refusals[0]?.()
  await setImmediate()
  backEnd.calls = 0
  expect(await owed({ bss }, scopeWith())).toEqual({ due: 200, isStale: false })
  expect(backEnd.calls).toBe(0)
})
