import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { paths } from './paths.ts'

describe('a top-up', () => {
  let simulator: Simulator
  let clock = new Date('2026-05-01T10:00:00Z')

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, now: () => clock })
  })
  beforeEach(() => {
    clock = new Date('2026-05-01T10:00:00Z')
    simulator.reset()
  })
  afterAll(() => simulator.close())

  const body = (euros: unknown, changes: object = {}) => ({
    amount: { amount: euros, units: 'EUR' },
    usageType: 'monetary',
    bucket: { id: 'B-L-0009-1' },
    partyAccount: { id: 'PA-0009' },
    ...changes,
  })
  const post = async (content: unknown, key?: string) => {
    const response = await fetch(`${simulator.url}${paths.topupBalance}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
      body: JSON.stringify(content),
    })
    return { status: response.status, headers: response.headers, json: (await response.json()) as Record<string, unknown> }
  }
  const credit = async (): Promise<number> => {
    const buckets = (await (await fetch(`${simulator.url}${paths.bucket}?product.id=L-0009-1`)).json()) as {
      remainingValue: { amount: number }
    }[]
    return buckets[0]?.remainingValue.amount ?? Number.NaN
  }

  test('raises the credit, and is there to be read', async () => {
    expect(await credit()).toBe(1.2)
    const { status, headers, json } = await post(body(10.1))
    expect(status).toBe(201)
    expect(json).toMatchObject({
      status: 'completed',
      confirmationDate: '2026-05-01T10:00:00.000Z',
      amount: { amount: 10.1, units: 'EUR' },
    })
    expect(await credit()).toBe(11.3)
    expect(await (await fetch(headers.get('location') ?? '')).json()).toEqual(json)
  })

  test('adds cents, not floats: ten times ten cents more than a euro is exact', async () => {
    for (let count = 0; count < 10; count++) await post(body(1.1))
    expect(await credit()).toBe(12.2)
  })

  test('is charged once per key, also when many ask at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(body(10), 'one-key')))
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1)
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 201))
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(7)
    expect(await credit()).toBe(11.2)
    // The order of the attributes is not another request.
    const { amount, ...rest } = body(10)
    expect((await post({ ...rest, amount }, 'one-key')).status).toBe(201)
    expect(await credit()).toBe(11.2)
  })

  test('with a key that was used for another one is refused', async () => {
    await post(body(10), 'a-key')
    const refused = await post(body(20), 'a-key')
    expect(refused.status).toBe(409)
    expect(refused.json.message).toContain('Idempotency-Key')
    expect(await credit()).toBe(11.2)
    expect((await post(body(20), 'another-key')).status).toBe(201)
    expect(await credit()).toBe(31.2)
  })

  test('whose answer was lost was still made, and asking again with the key does not charge twice', async () => {
    simulator.faults.set('topUp', { kind: 'reset', afterHandling: true, times: 1 })
    await expect(post(body(10), 'lost')).rejects.toThrow(TypeError)
    expect(await credit()).toBe(11.2)
    expect((await post(body(10), 'lost')).json.status).toBe('completed')
    expect(await credit()).toBe(11.2)
  })

  test('that met a fault before it was handled was not made', async () => {
    simulator.faults.set('topUp', { kind: 'error', status: 503, times: 1 })
    expect((await post(body(10), 'k')).status).toBe(503)
    expect(await credit()).toBe(1.2)
    expect((await post(body(10), 'k')).status).toBe(201)
    expect(await credit()).toBe(11.2)
  })

  test('may be accepted now and completed later, or fail', async () => {
    simulator.faults.set('topUp', { kind: 'asynchronous', afterMs: 3_000 })
    const first = await post(body(10), 'slow')
    expect(first.json).toMatchObject({ status: 'created' })
    expect(first.json).not.toHaveProperty('confirmationDate')
    expect(await credit()).toBe(1.2)
    clock = new Date(clock.getTime() + 3_000)
    expect(await credit()).toBe(11.2)
    expect((await post(body(10), 'slow')).json).toMatchObject({ status: 'completed', confirmationDate: '2026-05-01T10:00:03.000Z' })

    simulator.faults.set('topUp', { kind: 'asynchronous', afterMs: 0, outcome: 'failed' })
    expect((await post(body(10))).json).toMatchObject({ status: 'failed', reason: 'The payment was declined' })
    expect(await credit()).toBe(11.2)
  })

  test.each([
    ['no amount', body(undefined), 'amount: must have required properties amount'],
    ['a text for an amount', body('10'), 'amount.amount'],
    ['nothing', body(0), 'amount.amount'],
    ['a negative amount', body(-5), 'amount.amount'],
    ['too much', body(500.01), 'amount.amount'],
    ['parts of a cent', body(10.001), 'two decimals'],
    ['another currency', body(10, { amount: { amount: 10, units: 'USD' } }), 'amount.units'],
    ['another usage type', body(10, { usageType: 'data' }), 'usageType'],
    ['no account', body(10, { partyAccount: undefined }), 'partyAccount'],
    ['an unknown bucket', body(10, { bucket: { id: 'B-L-9999-1' } }), 'no monetary bucket'],
    ['a line without credit', body(10, { bucket: { id: 'B-L-0001-1' } }), 'no monetary bucket'],
    ['a list', [], 'The body'],
  ])('of %s is refused with a reason', async (_, content, reason) => {
    const { status, json } = await post(content)
    expect(status).toBe(400)
    expect(json).toMatchObject({ code: 'invalid', status: '400' })
    expect(String(json.message)).toContain(reason)
    expect(await credit()).toBe(1.2)
  })

  test('of a body that is no JSON, of another type or too long is refused', async () => {
    const send = (content: string, type: string) =>
      fetch(`${simulator.url}${paths.topupBalance}`, { method: 'POST', headers: { 'content-type': type }, body: content }).then(
        ({ status }) => status,
      )
    expect(await send('{', 'application/json')).toBe(400)
    expect(await send('{}', 'text/plain')).toBe(415)
    expect(await send(JSON.stringify(body(10, { description: 'x'.repeat(70_000) })), 'application/json')).toBe(413)
    expect((await post(body(10), 'k'.repeat(129))).status).toBe(400)
  })

  test('is forgotten by a reset', async () => {
    await post(body(10), 'k')
    simulator.reset()
    expect(await credit()).toBe(1.2)
    await post(body(20), 'k')
    expect(await credit()).toBe(21.2)
  })

  test('lasts over midnight', async () => {
    await post(body(10))
    clock = new Date('2026-05-02T00:00:01Z')
    expect(await credit()).toBe(11.2)
  })
})

test('a usage query may be accepted first, and is done when it is read later', async () => {
  let clock = new Date('2026-05-01T10:00:00Z')
  const simulator = await startSimulator({ port: 0, now: () => clock })
  try {
    simulator.faults.set('usage', { kind: 'asynchronous', afterMs: 500 })
    const ask = (product: unknown) =>
      fetch(`${simulator.url}${paths.usage}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ searchCriteria: { product } }),
      })
    const accepted = (await (await ask([{ id: 'L-0014-1' }])).json()) as { href: string; state: string }
    expect(accepted).toMatchObject({ state: 'accepted', usageConsumption: [{ state: 'accepted' }] })
    clock = new Date(clock.getTime() + 500)
    const done = (await (await fetch(accepted.href)).json()) as { usageConsumption: { bucketRefOrValue: { bucketCounter: object[] }[] }[] }
    expect(done).toMatchObject({ state: 'done' })
    expect(done.usageConsumption[0]?.bucketRefOrValue[0]?.bucketCounter).toMatchObject([
      { counterType: 'used', value: { amount: 100_500, units: 'MB' } },
      { counterType: 'remaining', value: { amount: 49_500, units: 'MB' } },
    ])
    // Without a limit there is a word and no amount.
    expect(done.usageConsumption[0]?.bucketRefOrValue[1]?.bucketCounter[1]).toMatchObject({
      counterType: 'remaining',
      valueName: 'Unlimited',
    })
    expect(done.usageConsumption[0]?.bucketRefOrValue[1]?.bucketCounter[1]).not.toHaveProperty('value')

    expect((await fetch(accepted.href, { method: 'DELETE' })).status).toBe(204)
    expect((await fetch(accepted.href)).status).toBe(404)
    for (const product of [undefined, [], [{ id: 'L-9999-1' }], [{ id: 'L-0014-1' }, { id: 'L-0013-1' }], { id: 'L-0014-1' }])
      expect((await ask(product)).status).toBe(400)
  } finally {
    await simulator.close()
  }
})
