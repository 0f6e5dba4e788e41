import { beforeEach, describe, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, params, useRestSource } from '../../../testing/rest-source.ts'

const transferCredit = useRestSource('transferCredit')
const input = { from: '+393991111111', to: '+393992222222', amountMinor: 1_005, feeMinor: 50, idempotencyKey: 'key-1' }
const bucket = { id: 'B-1', usageType: 'monetary', logicalResource: [{ id: '+393991111111' }] }
const others = { id: 'B-2', usageType: 'monetary', logicalResource: { id: '39399 2222222' } }

let ofLine: unknown
let ofNumber: unknown
let status = 201
let made: unknown
beforeEach(() => {
  ;[ofLine, ofNumber, status, made] = [[bucket], [others], 201, { id: 'T-1', status: 'Completed ' }]
  transferCredit.backEnd.answer = (response, path) => {
    if (path.includes('/transferBalance')) sendJson(response, made, status)
    else sendJson(response, path.includes('product.id') ? ofLine : ofNumber)
  }
})

describe('what became of it', () => {
  test.each([
    ['created', 'pending'],
    ['completed', 'completed'],
    ['failed', 'failed'],
    [undefined, 'pending'],
  ])('%s is %s', async (word, expected) => {
    made = { id: 7, status: word }
    expect(await transferCredit.ask(params, input)).toEqual({ id: '7', status: expected })
  })

  test.each([
    ['insufficientBalance', 'credit'],
    ['RECEIVER_NOT_PREPAID', 'receiver'],
    ['senderNotPrepaid', 'sender'],
    ['daily-limit', 'limit'],
    ['costChanged', 'cost'],
  ])('a conflict that is called %s is refused because of the %s', async (code, refusal) => {
    ;[status, made] = [409, { code }]
    expect(await transferCredit.ask(params, input)).toEqual({ id: 'key-1', status: 'failed', refusal })
  })

  test('is not known from a conflict of another sort, nor from an answer without an id', async () => {
    ;[status, made] = [409, { code: 'conflict' }]
    await expect(transferCredit.ask(params, input)).rejects.toMatchObject(badAt('transferBalance.code'))
    ;[status, made] = [201, {}]
    await expect(transferCredit.ask(params, input)).rejects.toMatchObject(badAt('transferBalance.id'))
  })
})

describe('nothing is sent', () => {
  test('from a line without credit', async () => {
    ofLine = []
    await expect(transferCredit.ask(params, input)).rejects.toMatchObject(badAt('bucket'))
    expect(transferCredit.backEnd.calls).toBe(1)
  })

  test.each([
    ['nobody’s', []],
    ['somebody else’s, from a system that does not know the filter', [bucket]],
    ['data, not money', [{ ...others, usageType: 'data' }]],
  ])('to a number whose bucket is %s', async (_, found) => {
    ofNumber = found
    expect(await transferCredit.ask(params, input)).toEqual({ id: 'key-1', status: 'failed', refusal: 'receiver' })
    expect(transferCredit.backEnd.calls).toBe(2)
  })
})

test('whatever comes is a receipt or a bad answer', () =>
  transferCredit.expectNothingElse(jsonLike([{ ...bucket, logicalResource: [{ id: input.to }], status: 'active' }]), input))
