import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const account = useRestSource('account')
const owing = (due: unknown, changes: object = {}) => ({
  id: 'A',
  accountBalance: [{ balanceType: 'ReceivableBalance', amount: { value: due, unit: 'EUR' } }],
  ...changes,
})

test('what is due, overdue by its status, and paid by itself', async () => {
  const body = [owing('12.50', { paymentStatus: 'in_arrears', defaultPaymentMethod: { id: 'PM' } })]
  expect(await account.read(body)).toEqual({
    id: 'A',
    due: { minor: 1_250, currency: 'EUR' },
    overdue: { minor: 1_250, currency: 'EUR' },
    autopay: true,
  })
})

test('several accounts add up', async () =>
  expect(await account.read([owing(1), owing(2, { id: 'B' })])).toMatchObject({ due: { minor: 300 }, autopay: false }))

test('nobody’s account owes nothing', async () =>
  expect(await account.read([])).toMatchObject({ due: { minor: 0 }, overdue: { minor: 0 } }))

test('an amount that cannot be read is not zero, and its place is named', async () => {
  await expect(account.read([owing('much')])).rejects.toMatchObject(badAt('billingAccount[0].accountBalance[0].amount'))
  await expect(account.read([{ id: 'A' }])).rejects.toMatchObject(badAt('billingAccount[0].accountBalance'))
  await expect(account.read({ accountBalance: [] })).rejects.toMatchObject(badAt('billingAccount.id'))
})

test('whatever comes is an account or a bad answer', () =>
  account.expectNothingElse(
    jsonLike([owing('12.50', { paymentStatus: 'in_arrears' }), owing(2, { id: 'B', defaultPaymentMethod: { id: 'PM' } })]),
  ))
