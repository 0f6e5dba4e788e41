import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendAccount, sendJson, startBackEnd, type BackEnd } from '../testing/back-end.ts'
import { isRedisMissing, redisHint, startRedis, type RedisServer } from '../testing/servers/redis.ts'
import { openInstance, owed, quickPolicy, scopeWith, untilUsed, type Instance } from './testing/instances.ts'

/* The state table over both levels, as docs/bss-data-layer.md shows it: what is known here × what the instances share × the back-end. */

const { t1Ms, t2Ms } = quickPolicy
let redis: RedisServer
let backEnd: BackEnd
let here: Instance
let elsewhere: Instance
let customer = 0
let now = 0

beforeAll(async () => {
  if (!isRedisMissing) redis = await startRedis()
})
afterAll(() => redis?.stop())
beforeEach(async () => {
  customer++
  now = Date.parse('2026-11-22T10:00:00Z')
  backEnd = await startBackEnd()
  const open = () => openInstance({ backEnd, redis: { url: redis.url, deadlineMs: 1_000 }, now: () => now })
  ;[here, elsewhere] = [open(), open()]
  await Promise.all([untilUsed(here), untilUsed(elsewhere)])
})
afterEach(async () => {
  await Promise.all([here, elsewhere].map(({ bss }) => bss.close()))
  await backEnd.close()
})

const scope = () => scopeWith({}, { customerId: `C-${customer}` })
const owes = (euros: number) => (backEnd.answer = (response) => sendAccount(response, euros))
const fails = () => (backEnd.answer = (response) => sendJson(response, {}, 500))
const [fresh, aging, expired] = [t1Ms - 1, t1Ms, t2Ms]
const value = (euros: number, isStale = false) => ({ due: euros * 100, isStale })
const failed = 'BSS_UNAVAILABLE'

/** The age of what is known in the first level and in the second, of 1 and 2 euros; the back-end knows 3. */
const table = [
  { here: fresh, shared: undefined, up: value(1), down: value(1), calls: 0 },
  { here: undefined, shared: fresh, up: value(2), down: value(2), calls: 0 },
  { here: undefined, shared: aging, up: value(3), down: value(2, true), calls: 1 },
  { here: undefined, shared: expired, up: value(3), down: failed, calls: 1 },
  { here: undefined, shared: undefined, up: value(3), down: failed, calls: 1 },
  { here: undefined, shared: 'failure', up: failed, down: failed, calls: 0 },
  { here: aging, shared: fresh, up: value(2), down: value(2), calls: 0 },
  { here: aging + 1, shared: aging, up: value(3), down: value(2, true), calls: 1 },
  { here: aging, shared: undefined, up: value(3), down: value(1, true), calls: 1 },
  { here: aging, shared: 'failure', up: value(1, true), down: value(1, true), calls: 0 },
  { here: expired, shared: fresh, up: value(2), down: value(2), calls: 0 },
  { here: expired, shared: aging, up: value(3), down: value(2, true), calls: 1 },
  { here: expired, shared: expired - 1, up: value(3), down: value(2, true), calls: 1 },
  { here: expired, shared: undefined, up: value(3), down: failed, calls: 1 },
] as const

describe.skipIf(isRedisMissing)(`two levels${isRedisMissing ? ` (${redisHint})` : ''}`, () => {
  for (const row of table) {
    for (const backEndIs of ['up', 'down'] as const) {
      const told = (age: number | string | undefined) => (typeof age === 'number' ? `${age / 1_000} s` : (age ?? 'nothing'))
      test(`here ${told(row.here)}, shared ${told(row.shared)}, the back-end ${backEndIs}`, async () => {
        await know(row.here, row.shared)
        if (backEndIs === 'up') owes(3)
        else fails()
        backEnd.calls = 0
        expect(await owed(here, scope())).toEqual(row[backEndIs])
        expect(backEnd.calls).toBe(row.calls)
      })
    }
  }

  /** Lets both levels know what the row says: the past is lived through in order. */
  async function know(ageHere: number | undefined, shared: number | 'failure' | undefined): Promise<void> {
    const begun = now
    const at = (age: number) => (now = begun + t2Ms - age)
    if (ageHere !== undefined) {
      owes(1)
      at(ageHere)
      await owed(here, scope())
    }
    if (shared === undefined) await forgetShared()
    if (typeof shared === 'number') {
      // What is here is no answer to an instance elsewhere that is to find its own.
      await forgetShared()
      owes(2)
      at(shared)
      await owed(elsewhere, scope())
    }
    if (shared === 'failure') {
      await forgetShared()
      fails()
      at(0)
      await owed(elsewhere, scope())
    }
    at(0)
  }

  async function forgetShared(): Promise<void> {
    const { createClient } = await import('@redis/client')
    const client = await createClient({ url: redis.url }).connect()
    for (const key of await client.keys('mosaic:bss::*')) await client.del(key)
    await client.close()
  }
})
