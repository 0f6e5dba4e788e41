import { beforeEach, describe, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, params, useRestSource } from '../../../testing/rest-source.ts'

const topUp = useRestSource('topUp')
const input = { amountMinor: 1_005, idempotencyKey: 'key-1' }
const bucket = { id: 'B-1', usageType: 'monetary', remainingValue: { amount: 1, units: 'EUR' }, partyAccount: { id: 'A-1' } }

let buckets: unknown
let made: unknown
beforeEach(() => {
  buckets = [bucket]
  made = { id: 'T-1', status: 'Created ' }
  topUp.backEnd.answer = (response, path) => sendJson(response, path.includes('/topupBalance') ? made : buckets)
})

describe('what became of it', () => {
  test.each([
    ['created', 'pending'],
    ['Confirmed', 'completed'],
    ['completed ', 'completed'],
    ['cancelled', 'failed'],
    ['failed', 'failed'],
    [undefined, 'pending'],
  ])('%s is %s', async (status, expected) => {
    made = { id: 7, status }
    expect(await topUp.ask(params, input)).toEqual({ id: '7', status: expected })
  })

  test('is not known from an answer without an id', async () => {
    made = [{ id: 'T-1' }]
    await expect(topUp.ask(params, input)).rejects.toMatchObject(badAt('topupBalance.id'))
  })
})

describe('nothing is sent', () => {
  test('for a line without credit', async () => {
    buckets = []
    await expect(topUp.ask(params, input)).rejects.toMatchObject(badAt('bucket'))
    expect(topUp.backEnd.calls).toBe(1)
  })

  test('without an account to book it on; the customer stands in where his id is known', async () => {
    buckets = [{ ...bucket, partyAccount: undefined }]
    await expect(topUp.ask({ lineId: 'L-1' }, input)).rejects.toMatchObject(badAt('bucket[0].partyAccount.id'))
    expect(topUp.backEnd.calls).toBe(1)
    expect(await topUp.ask({ lineId: 'L-1', customerId: 'C-1' }, input)).toMatchObject({ id: 'T-1' })
  })
})

test('whatever comes is a top-up or a bad answer', () => topUp.expectNothingElse(jsonLike([{ ...bucket, status: 'active' }]), input))
