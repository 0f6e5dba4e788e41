import type { TransferReceipt } from '@mosaic/schemas/bss'
import type { AskContext, Source } from '../../contract.ts'
import { badAnswer } from '../../failure.ts'
import { toFloat } from '../../tolerant/money.ts'
import { Reading } from '../../tolerant/reading.ts'
import { bucketsOfMoney, monetaryBuckets } from '../balance/rest.ts'
import { topUpStatus } from '../top-up/rest.ts'

type Refusal = NonNullable<TransferReceipt['refusal']>

/** What systems call their reasons, without blanks, `-` and `_`; any other conflict says nothing that could be told. */
const refusals = new Map<string | undefined, Refusal>([
  ['insufficientbalance', 'credit'],
  ['insufficientcredit', 'credit'],
  ['insufficientfunds', 'credit'],
  ['balancetoolow', 'credit'],
  ['receivernotprepaid', 'receiver'],
  ['receivernotfound', 'receiver'],
  ['receivernoteligible', 'receiver'],
  ['sendernotprepaid', 'sender'],
  ['sendernoteligible', 'sender'],
  ['sameline', 'sender'],
  ['dailylimit', 'limit'],
  ['limitreached', 'limit'],
  ['limitexceeded', 'limit'],
  ['costchanged', 'cost'],
  ['pricechanged', 'cost'],
])

/**
 * TMF654 `POST transferBalance`. The contract wants the buckets of both sides, so they are looked up first. It has no idempotency key, which goes as the usual
 * header and, for systems that only keep what the contract knows, as the description. The sender pays what he was told it costs, or nothing is moved.
 */
export const transferCredit: Source<'transferCredit', 'rest'> = {
  version: 1,
  async ask(context, { lineId }, { from, to, amountMinor, feeMinor, idempotencyKey }) {
    const [bucket] = await monetaryBuckets(context, lineId)
    if (!bucket) throw badAnswer('bucket', 'a line with credit', 'one without')
    const receiver = await bucketOfNumber(context, to)
    if (!receiver) return { id: idempotencyKey, status: 'failed', refusal: 'receiver' }
    const { currency } = context
    const { status, body } = await context.sendOnce({
      api: 'prepayBalance',
      path: 'transferBalance',
      headers: { 'idempotency-key': idempotencyKey },
      told: [409],
      body: {
        reason: 'Credit sent by the customer',
        description: idempotencyKey,
        amount: { amount: toFloat({ minor: amountMinor, currency }), units: currency },
        usageType: 'monetary',
        bucket: { id: bucket.at('id').text() },
        logicalResource: [{ id: from }],
        product: [{ id: lineId }],
        receiverBucket: { id: receiver.at('id').text() },
        receiverBucketUsageType: 'monetary',
        receiverLogicalResource: { id: to },
        channel: { id: 'self-care' },
        costOwner: 'originator',
        transferCost: { value: toFloat({ minor: feeMinor, currency }), unit: currency },
      },
    })
    const made = new Reading(body, 'transferBalance')
    if (status !== 409) return { id: made.at('id').requiredText('the id of a transfer'), status: topUpStatus(made) }
    const refusal = refusals.get(made.at('code').word())
    if (refusal) return { id: idempotencyKey, status: 'failed', refusal }
    // Our own first attempt may be what is in the way.
    throw made.at('code').bad('the code of a reason why it cannot be')
  },
}

/** Some systems know no such filter and answer with everybody's: credit must reach nobody but whom it is for. */
async function bucketOfNumber(context: AskContext<'rest'>, number: string): Promise<Reading | undefined> {
  const buckets = await bucketsOfMoney(context, { 'logicalResource.id': number }, ['id', 'usageType', 'logicalResource'])
  const wanted = digitsOf(number)
  return buckets.find((bucket) =>
    bucket
      .at('logicalResource')
      .items()
      .some((resource) => digitsOf(resource.at('id').text()) === wanted),
  )
}

function digitsOf(number: string | undefined): string | undefined {
  return number?.replace(/\D/g, '')
}
