import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { paths } from './paths.ts'

/* Chiara (L-0014-1, € 23.10) sends credit to Teresa (L-0016-1, € 34.75); a transfer costs 50 cents. */

let simulator: Simulator
let clock: Date
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => clock })
})
beforeEach(() => {
  clock = new Date('2026-05-01T10:00:00Z')
  simulator.reset()
})
afterAll(() => simulator.close())

const numberOf = (lineId: string) => simulator.customers.flatMap(({ lines }) => lines).find(({ id }) => id === lineId)?.msisdn
const body = (euros: unknown, changes: object = {}, from = 'L-0014-1', to = 'L-0016-1') => ({
  reason: 'a present',
  amount: { amount: euros, units: 'EUR' },
  usageType: 'monetary',
  bucket: { id: `B-${from}` },
  logicalResource: [{ id: numberOf(from) }],
  receiverBucket: { id: `B-${to}` },
  receiverBucketUsageType: 'monetary',
  receiverLogicalResource: { id: numberOf(to) },
  channel: { id: 'self-care' },
  costOwner: 'originator',
  transferCost: { value: 0.5, unit: 'EUR' },
  ...changes,
})
const post = async (content: unknown, key?: string) => {
  const response = await fetch(`${simulator.url}${paths.transferBalance}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
    body: JSON.stringify(content),
  })
  return { status: response.status, headers: response.headers, json: (await response.json()) as Record<string, unknown> }
}
type Bucket = { id: string; remainingValue: { amount: number }; reservedValue: { amount: number } }
const buckets = async (query: string) => (await (await fetch(`${simulator.url}${paths.bucket}?${query}`)).json()) as Bucket[]
const bucketOf = async (lineId: string) => (await buckets(`product.id=${lineId}`))[0]
/** What the sender and the receiver have. */
const credits = async () => [(await bucketOf('L-0014-1'))?.remainingValue.amount, (await bucketOf('L-0016-1'))?.remainingValue.amount]

describe('a transfer', () => {
  test('takes the amount and its cost from one line and gives the amount to the other', async () => {
    expect(await credits()).toEqual([23.1, 34.75])
    const { status, headers, json } = await post(body(5))
    expect([status, json.status, json.transferCost]).toEqual([201, 'completed', { unit: 'EUR', value: 0.5 }])
    expect(await credits()).toEqual([17.6, 39.75])
    expect(await (await fetch(headers.get('location') ?? '')).json()).toEqual(json)
    const overview = await (await fetch(`${simulator.url}${paths.accumulatedBalance}?product.id=L-0014-1`)).json()
    expect(overview).toMatchObject([{ totalBalance: { amount: 17.6 } }])
  })

  test('is made once per key, also when many ask at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => post(body(5), 'one-key')))
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(5)
    expect(await credits()).toEqual([17.6, 39.75])
    expect((await post(body(10), 'one-key')).status).toBe(409)
    expect(await credits()).toEqual([17.6, 39.75])
  })

  test('whose answer was lost was still made, and the same key makes no second one', async () => {
    simulator.faults.set('transferCredit', { kind: 'reset', afterHandling: true, times: 1 })
    await expect(post(body(5), 'lost')).rejects.toThrow(TypeError)
    expect((await post(body(5), 'lost')).json.status).toBe('completed')
    expect(await credits()).toEqual([17.6, 39.75])
  })

  test('may be accepted now and completed later: until then the credit is promised, and cannot be sent twice', async () => {
    simulator.faults.set('transferCredit', { kind: 'asynchronous', afterMs: 3_000 })
    expect((await post(body(15))).json).toMatchObject({ status: 'created' })
    expect(await credits()).toEqual([23.1, 34.75])
    expect((await bucketOf('L-0014-1'))?.reservedValue.amount).toBe(15.5)
    expect((await post(body(10))).json.code).toBe('insufficientBalance')
    clock = new Date(clock.getTime() + 3_000)
    expect(await credits()).toEqual([7.6, 49.75])
    expect((await bucketOf('L-0014-1'))?.reservedValue.amount).toBe(0)
  })

  test('that fails later moves nothing', async () => {
    simulator.faults.set('transferCredit', { kind: 'asynchronous', afterMs: 0, outcome: 'failed' })
    expect((await post(body(5))).json.status).toBe('failed')
    expect(await credits()).toEqual([23.1, 34.75])
  })

  test('is forgotten by a reset', async () => {
    await post(body(5))
    simulator.reset()
    expect(await credits()).toEqual([23.1, 34.75])
  })
})

describe('is refused with the reason', () => {
  test.each([
    ['what the credit does not cover', () => body(23), 'insufficientBalance'],
    ['what covers the amount, but not the cost', () => body(22.61), 'insufficientBalance'],
    ['from a line whose credit is below zero', () => body(1, {}, 'L-0020-1'), 'insufficientBalance'],
    ['to a line that has a bill', () => body(5, {}, 'L-0014-1', 'L-0012-1'), 'receiverNotPrepaid'],
    ['to a line that is suspended', () => body(5, {}, 'L-0014-1', 'L-0002-1'), 'receiverNotPrepaid'],
    ['from a line that is suspended', () => body(5, {}, 'L-0002-1'), 'senderNotPrepaid'],
    ['to itself', () => body(5, {}, 'L-0014-1', 'L-0014-1'), 'sameLine'],
    ['at another cost than it has', () => body(5, { transferCost: { value: 0, unit: 'EUR' } }), 'costChanged'],
  ])('%s', async (_, content, code) => {
    const before = await credits()
    const { status, json } = await post(content())
    expect([status, json.code]).toEqual([409, code])
    expect(await credits()).toEqual(before)
  })

  test('more than a line may send a day, until midnight', async () => {
    const rich = (euros: number) => post(body(euros, {}, 'L-0021-1'))
    expect((await rich(30)).status).toBe(201)
    expect((await rich(1)).json.code).toBe('dailyLimit')
    clock = new Date('2026-05-02T00:00:01Z')
    expect((await rich(1)).status).toBe(201)
  })
})

describe('of what is no transfer', () => {
  test.each([
    ['no amount', () => body(undefined), 'amount'],
    ['too much', () => body(100.01), 'amount.amount'],
    ['parts of a cent', () => body(1.001), 'two decimals'],
    ['no cost', () => body(5, { transferCost: undefined }), 'transferCost'],
    ['no reason', () => body(5, { reason: undefined }), 'reason'],
    ['another usage type', () => body(5, { receiverBucketUsageType: 'data' }), 'receiverBucketUsageType'],
    ['a bucket that is not of the number', () => body(5, { receiverBucket: { id: 'B-L-0019-1' } }), 'receiverLogicalResource.id'],
    ['a number that is not of the bucket', () => body(5, { logicalResource: [{ id: '+390000000' }] }), 'logicalResource[0].id'],
    ['an unknown bucket', () => body(5, { bucket: { id: 'B-L-9999-1' } }), 'no monetary bucket'],
  ])('%s', async (_, content, reason) => {
    const { status, json } = await post(content())
    expect([status, json.code]).toEqual([400, 'invalid'])
    expect(json.message).toContain(reason)
    expect(await credits()).toEqual([23.1, 34.75])
  })
})

test('a bucket is found by the number whose credit it is, and no other', async () => {
  const query = (number: string | undefined) => `logicalResource.id=${encodeURIComponent(number ?? '')}&usageType=monetary`
  expect((await buckets(query(numberOf('L-0016-1')))).map(({ id }) => id)).toEqual(['B-L-0016-1'])
  expect(await buckets(query(numberOf('L-0001-1')))).toEqual([])
  expect(await buckets(query('+390000000'))).toEqual([])
})
