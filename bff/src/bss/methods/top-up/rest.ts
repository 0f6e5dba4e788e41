import type { Receipt } from '@mosaic/schemas/bss'
import type { AskContext, Source } from '../../contract.ts'
import { badAnswer } from '../../failure.ts'
import { toFloat } from '../../tolerant/money.ts'
import { Reading } from '../../tolerant/reading.ts'
import { monetaryBuckets } from '../balance/rest.ts'

/**
 * TMF654 `POST topupBalance`. The contract has no idempotency key, so it goes as the usual header and, for systems that
 * only keep what the contract knows, as the description. Asynchronous by contract: `created` is pending.
 */
export const topUp: Source<'topUp', 'rest'> = {
  version: 1,
  ask: (context, { lineId, customerId }, { amountMinor, idempotencyKey }) =>
    postTopUp(context, { lineId, customerId, amountMinor, idempotencyKey }),
}

type TopUpRequest = { lineId: string; customerId: string | undefined; amountMinor: number; idempotencyKey: string }

/** @param rule what makes it one that comes back */
export async function postTopUp(
  context: AskContext<'rest'>,
  { lineId, customerId, amountMinor, idempotencyKey }: TopUpRequest,
  rule: Readonly<Record<string, unknown>> = {},
): Promise<Receipt> {
  const bucket = (await monetaryBuckets(context, lineId))[0]
  if (!bucket) throw badAnswer('bucket', 'a line with credit', 'one without')
  const account = bucket.at('partyAccount', 'id')
  const { body } = await context.sendOnce({
    api: 'prepayBalance',
    path: 'topupBalance',
    headers: { 'idempotency-key': idempotencyKey },
    body: {
      amount: { amount: toFloat({ minor: amountMinor, currency: context.currency }), units: context.currency },
      usageType: 'monetary',
      bucket: { id: bucket.at('id').text() },
      // Required by the contract: without it nothing is sent.
      partyAccount: { id: account.text() ?? customerId ?? account.requiredText('the account a top-up is booked on') },
      product: [{ id: lineId }],
      description: idempotencyKey,
      ...rule,
    },
  })
  const made = new Reading(body, 'topupBalance')
  return { id: made.at('id').requiredText('the id of a top-up'), status: topUpStatus(made) }
}

/** What became of a top-up; whatever is not over is pending. */
export function topUpStatus(made: Reading): Receipt['status'] {
  switch (made.at('status').word()) {
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
