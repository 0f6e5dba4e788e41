import { beforeEach, describe, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, params, useRestSource } from '../../../testing/rest-source.ts'

const payBill = useRestSource('payBill')
const input = { billId: 'B/1', amountMinor: 2_490, paymentMethodId: 'PM-1', idempotencyKey: 'key-1' }

let bill: unknown
let made: unknown
let asked: string[]
beforeEach(() => {
  bill = { id: 'B/1', billingAccount: { id: 'A-1' } }
  made = { id: 'P-1', status: 'Pending ' }
  asked = []
  payBill.backEnd.answer = (response, path) => {
    asked.push(path)
    sendJson(response, path.includes('/customerBill/') ? bill : made)
  }
})

describe('what became of it', () => {
  test.each([
    ['done', 'completed'],
    ['Completed ', 'completed'],
    ['declined', 'failed'],
    ['accepted', 'pending'],
    [undefined, 'pending'],
  ])('%s is %s', async (status, expected) => {
    made = { id: 7, status }
    expect(await payBill.ask(params, input)).toEqual({ id: '7', status: expected })
    expect(asked[0]).toContain('customerBill/B%2F1?')
  })

  test('is not known from an answer without an id', async () => {
    made = [{ id: 'P-1' }]
    await expect(payBill.ask(params, input)).rejects.toMatchObject(badAt('payment.id'))
  })
})

test('nothing is sent for a bill whose account is not known', async () => {
  bill = { id: 'B/1' }
  await expect(payBill.ask(params, input)).rejects.toMatchObject(badAt('customerBill.billingAccount.id'))
  expect(payBill.backEnd.calls).toBe(1)
})

test('whatever comes is a receipt or a bad answer', () =>
  payBill.expectNothingElse(jsonLike({ id: 'B/1', billingAccount: { id: 'A-1' }, status: 'done' }), input))
