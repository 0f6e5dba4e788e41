import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { isRedisMissing, redisHint } from '../../../testing/servers/redis.ts'
import { untilUsed, type Instance } from '../../testing/instances.ts'
import { openPair, scopeOf as scope, type Pair } from '../../testing/pair.ts'

/* What one instance has changed, no other serves from cache any more, whatever becomes of Redis. */

let pair: Pair
let { redis, wire, backEnd, one, other } = {} as Pair

describe.skipIf(isRedisMissing)(`a write, among instances${isRedisMissing ? ` (${redisHint})` : ''}`, () => {
  let credit = 5
  const bucket = () => [{ id: 'B-1', usageType: 'monetary', remainingValue: { amount: credit, units: 'EUR' } }]
  beforeEach(async () => {
    pair = await openPair()
    ;({ redis, wire, backEnd, one, other } = pair)
    credit = 5
    backEnd.answer = (response, path) => {
      if (!path.includes('topupBalance')) return sendJson(response, bucket())
      credit += 10
      sendJson(response, { id: 'T-1', status: 'completed' }, 201)
    }
  })
  afterEach(() => pair.close())
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

  test('of which the effect is still to come is asked about at every look, in every instance, until it has', async () => {
    const { answer } = backEnd
    backEnd.answer = (response, path) =>
      path.includes('topupBalance') ? sendJson(response, { id: 'T-1', status: 'created' }, 201) : answer(response, path)
    await one.bss.write(scope(), 'topUp', input)
    expect(await creditOf(one)).toBe(500)
    // Young enough to be shared, and no reason not to ask.
    expect(await creditOf(other)).toBe(500)
    credit = 15
    expect(await creditOf(one)).toBe(1_500)
    // As soon as the news has reached it.
    await expect.poll(() => creditOf(other)).toBe(1_500)
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
