import type { Receipt } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { toFloat } from '../../tolerant/money.ts'
import { Reading } from '../../tolerant/reading.ts'
import { paymentStatusOf } from '../payments/rest.ts'

const statuses = { done: 'completed', pending: 'pending', failed: 'failed' } as const satisfies Record<string, Receipt['status']>

/**
 * TMF676 `POST payment` of one bill, on the account that the bill is of. The contract has no idempotency key, so it goes as the usual header and,
 * for systems that only keep what the contract knows, as the correlator.
 */
export const payBill: Source<'payBill', 'rest'> = {
  version: 1,
  async ask(context, { customerId }, { billId, amountMinor, paymentMethodId, idempotencyKey }) {
    const asked = { api: 'customerBill', path: `customerBill/${encodeURIComponent(billId)}`, fields: ['id', 'billingAccount'] } as const
    const bill = new Reading((await context.send(asked)).body, 'customerBill')
    const total = { value: toFloat({ minor: amountMinor, currency: context.currency }), unit: context.currency }
    const { body } = await context.sendOnce({
      api: 'payment',
      path: 'payment',
      headers: { 'idempotency-key': idempotencyKey },
      body: {
        totalAmount: total,
        // Required by the contract: without it nothing is sent.
        account: { id: bill.at('billingAccount', 'id').requiredText('the account of a bill') },
        paymentMethod: { id: paymentMethodId, '@referredType': 'PaymentMethod' },
        payer: { id: customerId, '@referredType': 'Customer' },
        paymentItem: [{ id: '1', totalAmount: total, item: { id: billId, '@referredType': 'CustomerBill' } }],
        correlatorId: idempotencyKey,
      },
    })
    const made = new Reading(body, 'payment')
    return { id: made.at('id').requiredText('the id of a payment'), status: statuses[paymentStatusOf(made)] }
  },
}
