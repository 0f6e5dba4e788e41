import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sendAccount } from '../../../testing/back-end.ts'
import { isRedisMissing, redisHint } from '../../../testing/servers/redis.ts'
import { openInstance, owed, untilUsed } from '../../testing/instances.ts'
import { generousMs, openPair, scopeOf as scope, type Pair } from '../../testing/pair.ts'

/* Redis comes and goes: homes go on from the first level and the back-ends, and it is used again by itself. */

/** Where it is tested how long something takes, the deadline is a short one. */
const shortMs = 200
let pair: Pair
let { redis, wire, backEnd, one, other } = {} as Pair

beforeEach(async () => {
  pair = await openPair()
  ;({ redis, wire, backEnd, one, other } = pair)
})
afterEach(() => pair.close())

/** With a deadline that a busy machine may miss: for those who measure it. */
async function hurry(): Promise<void> {
  await pair.reopen(shortMs)
  ;({ one, other } = pair)
}

const owes = { due: 100, isStale: false }
/** The time something takes, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
/** The least it takes in some tries: what it costs where nothing else holds it up. */
async function bestOf(tries: number, work: (index: number) => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let index = 0; index < tries; index++) best = Math.min(best, await timed(() => work(index)))
  return best
}
/** An answer that one instance has fetched is found by the other without asking; on a busy machine not at the first try. */
async function expectShared(): Promise<void> {
  let index = 60
  const callsForTwo = async () => {
    const key = scope(index++)
    backEnd.calls = 0
    expect(await owed(one, key)).toEqual(owes)
    expect(await owed(other, key)).toEqual(owes)
    return backEnd.calls
  }
  await expect.poll(callsForTwo, { timeout: 15_000 }).toBe(1)
}

describe.skipIf(isRedisMissing)(`Redis${isRedisMissing ? ` (${redisHint})` : ''}`, () => {
  test('a process that was busy itself does not blame Redis: what has come meanwhile counts', async () => {
    await hurry()
    const keys = Array.from({ length: 30 }, (_, index) => scope(index))
    for (const key of keys) expect(await owed(one, key)).toEqual(owes)
    backEnd.calls = 0
    const asked = Promise.all(keys.map((key) => owed(other, key)))
    // Sent, and not yet answered, when the process stands still for longer than Redis may take.
    await new Promise((resolve) => setImmediate(resolve))
    const begun = performance.now()
    while (performance.now() - begun < 2 * shortMs);
    expect(await asked).toEqual(keys.map(() => owes))
    expect(backEnd.calls).toBe(0)
  })

  test('that is not there at the start costs nothing; once it is there it is used', async () => {
    await redis.kill()
    const third = openInstance({ backEnd, redis: { url: redis.url, deadlineMs: generousMs } })
    expect(await timed(() => owed(third, scope()))).toBeLessThan(generousMs)
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
    await hurry()
    await owed(one, scope(1))
    redis.freeze()
    expect(one.bss.call(scope(1), 'account')).not.toBeInstanceOf(Promise)
    const first = await timed(() => owed(one, scope(2)))
    expect(first).toBeGreaterThanOrEqual(shortMs - 2)
    expect(first).toBeLessThan(shortMs + 1_000)
    await untilUsed(one, false)
    expect(await bestOf(10, (index) => owed(one, scope(10 + index)))).toBeLessThan(shortMs / 2)
    expect((await other.metrics.sharedUp.get()).values[0]?.value).toBe(1)
    expect(await owed(other, scope(3))).toEqual(owes)
    redis.thaw()
    await untilUsed(one)
    await untilUsed(other)
    await expectShared()
  })

  test('that is slow within its deadline is used, and beyond it is not', async () => {
    await hurry()
    wire.slow(20)
    expect(await owed(one, scope(1))).toEqual(owes)
    expect((await one.metrics.sharedUp.get()).values[0]?.value).toBe(1)
    wire.slow(3 * shortMs)
    expect(await owed(one, scope(2))).toEqual(owes)
    await untilUsed(one, false)
    expect(await bestOf(10, (index) => owed(one, scope(10 + index)))).toBeLessThan(shortMs / 2)
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
    const third = openInstance({ backEnd, redis: { url: redis.url, deadlineMs: generousMs } })
    await untilUsed(third)
    expect(await owed(third, scope(1))).toEqual(owes)
    expect(backEnd.calls).toBe(1)
    await third.bss.close()
    await client.close()
  })

  test('that dies while a question is under way costs nobody the answer', async () => {
    const held: (() => void)[] = []
    backEnd.answer = (response) => void held.push(() => sendAccount(response, 1))
    const asking = [one, other].map((instance) => owed(instance, scope(1, { readTimeoutMs: 20_000 })))
    await expect.poll(() => held.length).toBe(1)
    await redis.kill()
    // Who waited for news of the other now asks for himself: at most one call an instance.
    await expect.poll(() => held.length).toBe(2)
    for (const letGo of held) letGo()
    expect(await Promise.all(asking)).toEqual([owes, owes])
  })

  test('that only one side of a split reaches: each side asks for itself, once, and they are one again after it', async () => {
    await wire.down()
    await untilUsed(one, false)
    const asking = [one, one, other, other].map((instance) => owed(instance, scope(1)))
    expect(await Promise.all(asking)).toEqual([owes, owes, owes, owes])
    expect(backEnd.calls).toBe(2)
    await wire.up()
    await untilUsed(one)
    await expectShared()
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
