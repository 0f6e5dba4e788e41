import type { Payment } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { listAll } from '../../connectors/rest/list-all.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** What is read of each; nothing else need be sent. */
const fields = ['id', 'status', 'paymentDate', 'statusDate', 'totalAmount', 'amount', 'paymentItem']
/** Older ones are history: what somebody may wonder about is among these. */
const kept = 20

const done = new Set(['done', 'completed', 'settled', 'paid', 'succeeded', 'confirmed', 'captured'])
const failed = new Set(['failed', 'rejected', 'declined', 'refused', 'cancelled', 'canceled', 'error'])

/** TMF676 `payment?payer.id=`, newest first. */
export const payments: Source<'payments', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const request = { api: 'payment', path: 'payment', query: { 'payer.id': customerId }, fields } as const
    const found = readItems(await listAll(context, request), (item) => readPayment(item, context.currency))
    return found.sort((one, other) => other.at.localeCompare(one.at)).slice(0, kept)
  },
}

/** The contract leaves the words free; one that says neither that it is done nor that it failed is under way. */
export function paymentStatusOf(item: Reading): Payment['status'] {
  const word = item.at('status').word() ?? ''
  return done.has(word) ? 'done' : failed.has(word) ? 'failed' : 'pending'
}

function readPayment(item: Reading, currency: string): Payment {
  const id = item.at('id').requiredText('the id of a payment')
  const amount = item.at('totalAmount').money(currency) ?? item.at('amount').money(currency)
  if (!amount) throw item.at('totalAmount').bad('an amount of money')
  const at = item.at('paymentDate').instant() ?? item.at('statusDate').instant()
  if (!at) throw item.at('paymentDate').bad('a date')
  const billId = item.at('paymentItem').items()[0]?.at('item', 'id').text()
  return { id, status: paymentStatusOf(item), amount, at, ...(billId && { billId }) }
}
