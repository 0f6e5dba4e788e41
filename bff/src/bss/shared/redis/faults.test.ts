import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sendAccount, sendJson, startBackEnd, type BackEnd } from '../../../testing/back-end.ts'
import { isRedisMissing, redisHint, startRedis, type RedisServer } from '../../../testing/servers/redis.ts'
import { startWire, type Wire } from '../../../testing/wire.ts'
import { openInstance, owed, scopeWith, untilUsed, type Instance } from '../../testing/instances.ts'

/* Redis comes and goes: homes go on from the first level and the back-ends, and it is used again by itself. */

const deadlineMs = 50
let redis: RedisServer
let wire: Wire
let backEnd: BackEnd
let one: Instance
let other: Instance
let customer = 0

beforeEach(async () => {
  customer += 100
  redis = await startRedis()
  // The one reaches Redis over a wire that can be disturbed, the other directly.
  wire = await startWire({ port: redis.port })
  backEnd = await startBackEnd()
  backEnd.answer = (response) => sendAccount(response, 1)
  one = openInstance({ backEnd, redis: { url: `redis://127.0.0.1:${wire.port}`, deadlineMs } })
  other = openInstance({ backEnd, redis: { url: redis.url, deadlineMs } })
  await Promise.all([one, other].map((instance) => untilUsed(instance)))
})
afterEach(async () => {
  redis.thaw()
  await Promise.all([one, other].map(({ bss }) => bss.close()))
  await wire.close()
  await backEnd.close()
  await redis.stop()
})

const scope = (index = 0, changes: Parameters<typeof scopeWith>[0] = {}) =>
  scopeWith(changes, { customerId: `C-${customer + index}`, lineId: `L-${customer + index}` })
const owes = { due: 100, isStale: false }
/** The time something takes, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
/** An answer that one instance has fetched is found by the other without asking. */
async function expectShared(): Promise<void> {
  const key = scope(99)
  await owed(one, key)
  backEnd.calls = 0
  expect(await owed(other, key)).toEqual(owes)
  expect(backEnd.calls).toBe(0)
}

describe.skipIf(isRedisMissing)(`Redis${isRedisMissing ? ` (${redisHint})` : ''}`, () => {
  test('that is not there at the start costs nothing; once it is there it is used', async () => {
    await redis.kill()
    const third = openInstance({ backEnd, redis: { url: redis.url, deadlineMs } })
    expect(await timed(() => owed(third, scope()))).toBeLessThan(150)
    expect(await owed(third, scope(1))).toEqual(owes)
    await redis.restart()
    await untilUsed(third)
    await untilUsed(one)
    await owed(one, scope(2))
    backEnd.calls = 0
    expect(await owed(third, scope(2))).toEqual(owes)
    expect(backEnd.calls).toBe(0)
    await third.bss.close()
  })

  test('that dies under load fails nobody, and comes back', async () => {
    let isOver = false
    const answers = new Set<unknown>()
    const load = [one, other].map(async (instance, offset) => {
      for (let index = 0; !isOver; index++)
        answers.add(JSON.stringify(await owed(instance, scope(offset * 50 + (index % 40), { t1Ms: 20 }))))
    })
    await expect.poll(() => backEnd.calls).toBeGreaterThan(50)
    await redis.kill()
    await untilUsed(one, false)
    const before = backEnd.calls
    await expect.poll(() => backEnd.calls).toBeGreaterThan(before + 50)
    await redis.restart()
    await untilUsed(one)
    await untilUsed(other)
    isOver = true
    await Promise.all(load)
    expect([...answers]).toEqual([JSON.stringify(owes)])
    await expectShared()
  })

  test('that is frozen costs one deadline once, then nothing; first-level hits cost nothing at all', async () => {
    await owed(one, scope(1))
    redis.freeze()
    expect(one.bss.call(scope(1), 'account')).not.toBeInstanceOf(Promise)
    // Best of what a busy machine allows: the bound itself is the deadline.
    expect(await timed(() => owed(one, scope(2)))).toBeLessThan(deadlineMs + 150)
    await untilUsed(one, false)
    const later = await Promise.all(Array.from({ length: 20 }, (_, index) => timed(() => owed(one, scope(10 + index)))))
    expect(Math.min(...later)).toBeLessThan(deadlineMs)
    expect((await other.metrics.sharedUp.get()).values[0]?.value).toBe(1)
    expect(await owed(other, scope(3))).toEqual(owes)
    redis.thaw()
    await untilUsed(one)
    await untilUsed(other)
    await expectShared()
  })

  test('that is slow within its deadline is used, and beyond it is not', async () => {
    wire.slow(20)
    expect(await owed(one, scope(1))).toEqual(owes)
    expect((await one.metrics.sharedUp.get()).values[0]?.value).toBe(1)
    wire.slow(200)
    expect(await owed(one, scope(2))).toEqual(owes)
    await untilUsed(one, false)
    expect(await timed(() => owed(one, scope(3)))).toBeLessThan(deadlineMs)
    await wire.up()
    await untilUsed(one)
    await expectShared()
  })

  test('that is full keeps nothing new, still gives what it has, and fails nobody', async () => {
    await redis.restart('--maxmemory', '4mb', '--maxmemory-policy', 'noeviction')
    await untilUsed(one)
    await untilUsed(other)
    await owed(one, scope(1))
    const { createClient } = await import('@redis/client')
    const filler = await createClient({ url: redis.url }).connect()
    for (let index = 0, isFull = false; !isFull; index++)
      isFull = await filler.set(`filler-${index}`, 'x'.repeat(50_000)).then(
        () => false,
        () => true,
      )
    await filler.close()
    backEnd.calls = 0
    expect(await owed(other, scope(1))).toEqual(owes)
    expect(backEnd.calls).toBe(0)
    expect(await owed(one, scope(2))).toEqual(owes)
    expect(await owed(other, scope(2))).toEqual(owes)
    expect((await one.metrics.sharedUp.get()).values[0]?.value).toBe(1)
  })

  test.each([
    ['no answer of ours', () => 'garbage'],
    ['an answer that is cut off', (stored: string) => stored.slice(0, 20)],
    ['an answer of another shape', (stored: string) => `${stored.split(' ')[0]} {"due":"much"}`],
  ])('that holds %s is asked past, and mended', async (_what, spoil) => {
    await owed(one, scope(1))
    const { createClient } = await import('@redis/client')
    const client = await createClient({ url: redis.url }).connect()
    const [key = ''] = await client.keys('*:value')
    await client.set(key, spoil((await client.get(key)) ?? ''), { expiration: 'KEEPTTL' })
    backEnd.calls = 0
    expect(await owed(other, scope(1))).toEqual(owes)
    expect(backEnd.calls).toBe(1)
    const third = openInstance({ backEnd, redis: { url: redis.url, deadlineMs } })
    await untilUsed(third)
    expect(await owed(third, scope(1))).toEqual(owes)
    expect(backEnd.calls).toBe(1)
    await third.bss.close()
    await client.close()
  })

  test('that restarts empty is filled again', async () => {
    await owed(one, scope(1))
    await redis.restart()
    await untilUsed(one)
    await untilUsed(other)
    expect(await owed(other, scope(1))).toEqual(owes)
    await expectShared()
  })
})

describe.skipIf(isRedisMissing)(`a write, among instances${isRedisMissing ? ` (${redisHint})` : ''}`, () => {
  let credit = 5
  const bucket = () => [{ id: 'B-1', usageType: 'monetary', remainingValue: { amount: credit, units: 'EUR' } }]
  beforeEach(() => {
    credit = 5
    backEnd.answer = (response, path) => {
      if (!path.includes('topupBalance')) return sendJson(response, bucket())
      credit += 10
      sendJson(response, { id: 'T-1', status: 'completed' }, 201)
    }
  })
  const input = { amountMinor: 1_000, idempotencyKey: 'key-0001' }
  const creditOf = async ({ bss }: Instance, of = scope()) => {
    const answer = await bss.call(of, 'balance')
    return answer.status === 'ok' ? answer.value.amount?.minor : answer.code
  }

  test('the next home of any instance shows the new balance', async () => {
    expect(await creditOf(one)).toBe(500)
    expect(await creditOf(other)).toBe(500)
    await one.bss.write(scope(), 'topUp', input)
    expect(await creditOf(one)).toBe(1_500)
    await expect.poll(() => creditOf(other)).toBe(1_500)
  })

  test('a read that began before the write is not kept, neither where it was asked nor for the others', async () => {
    let letGo = () => undefined as void
    const answer = backEnd.answer
    backEnd.answer = (response) => {
      const old = JSON.stringify(bucket())
      letGo = () => void response.writeHead(200, { 'content-type': 'application/json' }).end(old)
    }
    const slow = scope(0, { readTimeoutMs: 10_000 })
    const before = creditOf(other, slow)
    await expect.poll(() => backEnd.calls).toBe(1)
    backEnd.answer = answer
    await one.bss.write(slow, 'topUp', input)
    // The one does not wait for the other's old question, and gets the new balance while that is still under way.
    expect(await creditOf(one, slow)).toBe(1_500)
    letGo()
    expect(await before).toBe(500)
    expect(await creditOf(other, slow)).toBe(1_500)
    expect(await creditOf(one, slow)).toBe(1_500)
  })

  test('an instance that missed the message learns of it when it is back', async () => {
    expect(await creditOf(one)).toBe(500)
    await wire.down()
    await other.bss.write(scope(), 'topUp', input)
    expect(await creditOf(one)).toBe(500)
    await wire.up()
    await expect.poll(() => creditOf(one), { timeout: 15_000 }).toBe(1_500)
  })

  test('an instance that could not tell the others tells them when it can', async () => {
    expect(await creditOf(other)).toBe(500)
    await wire.down()
    await untilUsed(one, false)
    await one.bss.write(scope(), 'topUp', input)
    expect(await creditOf(one)).toBe(1_500)
    expect(await creditOf(other)).toBe(500)
    await wire.up()
    await expect.poll(() => creditOf(other), { timeout: 15_000 }).toBe(1_500)
  })

  test('when nobody can know what was missed, what writes change is asked for again, and nothing else', async () => {
    expect(await creditOf(one)).toBe(500)
    await one.bss.call(scope(), 'customer')
    await wire.down()
    await other.bss.write(scope(), 'topUp', input)
    // The log of changes is gone with everything else.
    await redis.restart()
    await wire.up()
    await expect.poll(() => creditOf(one), { timeout: 15_000 }).toBe(1_500)
  })
})
