import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendAccount, sendJson, startBackEnd, type BackEnd } from '../../testing/back-end.ts'
import { isRedisMissing, redisHint, startRedis, type RedisServer } from '../../testing/servers/redis.ts'
import { openInstance, owed, scopeWith, untilUsed, type Instance } from '../testing/instances.ts'

/* Four instances, a Redis between them, and one question that everybody asks at once. */

const instanceCount = 4
const callers = 10_000
let redis: RedisServer
let backEnd: BackEnd
let instances: Instance[] = []
let customer = 0
/** What the clock of all instances is ahead of the real one, in milliseconds. */
let ahead = 0

beforeAll(async () => {
  if (!isRedisMissing) redis = await startRedis()
})
afterAll(() => redis?.stop())
beforeEach(async () => {
  customer++
  ahead = 0
  backEnd = await startBackEnd()
  // Four processes share these cores in one here: Redis gets the time that it would have among four.
  const shared = { url: redis.url, deadlineMs: 2_000 }
  instances = Array.from({ length: instanceCount }, () => openInstance({ backEnd, redis: shared, now: () => Date.now() + ahead }))
  await Promise.all(instances.map((instance) => untilUsed(instance)))
})
afterEach(async () => {
  await Promise.all(instances.map(({ bss }) => bss.close()))
  await backEnd.close()
})

/** All callers at once, over all instances; the different answers they got. */
async function everybody(changes: Parameters<typeof scopeWith>[0] = {}): Promise<unknown[]> {
  const scope = () => scopeWith(changes, { customerId: `C-${customer}` })
  const answers = await Promise.all(
    Array.from({ length: callers }, (_, index) => owed(instances[index % instanceCount] as Instance, scope())),
  )
  expect(answers).toHaveLength(callers)
  return [...new Set(answers.map((answer) => JSON.stringify(answer)))].map((text) => JSON.parse(text) as unknown)
}
const owesIn = (ms: number, euros: number) => (backEnd.answer = (response) => void setTimeout(() => sendAccount(response, euros), ms))
const failsIn = (ms: number) => (backEnd.answer = (response) => void setTimeout(() => sendJson(response, {}, 500), ms))
const patient = { readTimeoutMs: 10_000, softWaitMs: 10_000 }

describe.skipIf(isRedisMissing)(`10,000 callers over 4 instances${isRedisMissing ? ` (${redisHint})` : ''}`, () => {
  test('a cold key costs one call, and all get its answer', async () => {
    owesIn(100, 3)
    expect(await everybody(patient)).toEqual([{ due: 300, isStale: false }])
    expect(backEnd.calls).toBe(1)
  })

  test('a value that has just turned too old to be served costs one call', async () => {
    owesIn(0, 1)
    await everybody(patient)
    backEnd.calls = 0
    owesIn(100, 2)
    ahead = 60_000
    expect(await everybody(patient)).toEqual([{ due: 200, isStale: false }])
    expect(backEnd.calls).toBe(1)
  })

  test('a value that is due for renewal costs one call', async () => {
    owesIn(0, 1)
    await everybody(patient)
    backEnd.calls = 0
    owesIn(100, 2)
    ahead = 10_000
    expect(await everybody(patient)).toEqual([{ due: 200, isStale: false }])
    expect(backEnd.calls).toBe(1)
  })

  test('a call that fails is one call: everybody gets that failure, and nobody asks again at once', async () => {
    failsIn(100)
    // Longer than a full machine takes for both rounds.
    const remembering = { ...patient, failureMemoryMs: 60_000 }
    expect(await everybody(remembering)).toEqual(['BSS_UNAVAILABLE'])
    expect(await everybody(remembering)).toEqual(['BSS_UNAVAILABLE'])
    expect(backEnd.calls).toBe(1)
  })

  test('a call that fails is repeated by the one who asked, as the policy says', async () => {
    backEnd.answer = (response) => void setTimeout(() => (backEnd.calls === 1 ? sendJson(response, {}, 503) : sendAccount(response, 4)), 50)
    expect(await everybody({ ...patient, retries: 1 })).toEqual([{ due: 400, isStale: false }])
    expect(backEnd.calls).toBe(2)
  })

  test('between T1 and T2 of a dead back-end everybody is served, and it is asked once in the time that a failure stands', async () => {
    owesIn(0, 1)
    await everybody(patient)
    backEnd.calls = 0
    failsIn(0)
    ahead = 10_000
    for (let round = 0; round < 3; round++)
      expect(await everybody({ ...patient, failureMemoryMs: 60_000 })).toEqual([{ due: 100, isStale: true }])
    expect(backEnd.calls).toBe(1)
  })

  test('what is never cached is still asked for together within an instance', async () => {
    owesIn(100, 3)
    expect(await everybody({ ...patient, t1Ms: 0, t2Ms: 0 })).toEqual([{ due: 300, isStale: false }])
    expect(backEnd.calls).toBe(instanceCount)
  })

  test('where the policy says so, each instance asks for itself', async () => {
    owesIn(100, 3)
    expect(await everybody({ ...patient, coalesce: 'process' })).toEqual([{ due: 300, isStale: false }])
    expect(backEnd.calls).toBe(instanceCount)
  })
})
