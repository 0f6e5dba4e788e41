import type { TopUp } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { badAnswer } from '../../failure.ts'
import { toFloat } from '../../tolerant/money.ts'
import { at, isObject, text, word } from '../../tolerant/shape.ts'
import { monetaryBuckets } from '../balance/rest.ts'

/**
 * TMF654 `POST topupBalance`. The contract has no idempotency key, so it goes as the usual header and, for systems that
 * only keep what the contract knows, as the description. Asynchronous by contract: `created` is pending.
 */
export const topUp: Source<'topUp', 'rest'> = {
  version: 1,
  async ask(context, { lineId, customerId }, { amountMinor, idempotencyKey }) {
    const bucket = (await monetaryBuckets(context, lineId))[0]
    if (!bucket) throw badAnswer('topUp', 'a line with credit', 'one without')
    const { body } = await context.sendOnce({
      api: 'prepayBalance',
      path: 'topupBalance',
      headers: { 'idempotency-key': idempotencyKey },
      body: {
        amount: { amount: toFloat({ minor: amountMinor, currency: context.currency }), units: context.currency },
        usageType: 'monetary',
        bucket: { id: text(bucket['id']) },
        partyAccount: { id: text(at(bucket, 'partyAccount')['id']) ?? customerId },
        product: [{ id: lineId }],
        description: idempotencyKey,
      },
    })
    const id = isObject(body) ? text(body['id']) : undefined
    if (!isObject(body) || id === undefined) throw badAnswer('topUp', 'a top-up with an id', 'none')
    return { id, status: statusOf(body['status']) }
  },
}

function statusOf(value: unknown): TopUp['status'] {
  switch (word(value)) {
    case 'completed':
    case 'confirmed':
      return 'completed'
    case 'failed':
    case 'cancelled':
      return 'failed'
    default:
      return 'pending'
  }
}
