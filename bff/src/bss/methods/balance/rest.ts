import type { Balance, Money } from '@mosaic/schemas/bss'
import type { AskContext, Source } from '../../contract.ts'
import { badAnswer } from '../../failure.ts'
import { listAll } from '../../connectors/rest/list-all.ts'
import type { Reading } from '../../tolerant/reading.ts'

/** What is read of each; nothing else need be sent. */
const fields = ['id', 'status', 'usageType', 'remainingValue', 'validFor', 'partyAccount']

/** TMF654 `bucket?product.id=&usageType=monetary`: a line without a bucket of money has no credit, which is an answer. */
export const balance: Source<'balance', 'rest'> = {
  version: 1,
  async ask(context, { lineId }) {
    const buckets = await monetaryBuckets(context, lineId)
    const open = buckets.filter((bucket) => bucket.at('status').word() !== 'expired')
    const [first, ...others] = open.map((bucket) => remaining(bucket, context.currency))
    if (!first) return {}
    const expiresOn = open.flatMap((bucket) => bucket.at('validFor', 'endDateTime').instant() ?? []).sort()[0]
    return { amount: others.reduce(add, first), ...(expiresOn && { expiresOn }) } satisfies Balance
  },
}

/** The buckets of money of one line; some systems answer with all kinds whatever was asked. */
export function monetaryBuckets(context: AskContext<'rest'>, lineId: string): Promise<Reading[]> {
  return bucketsOfMoney(context, { 'product.id': lineId }, fields)
}

/** The same of whoever the query names. @param wanted the attributes that are read */
export async function bucketsOfMoney(
  context: AskContext<'rest'>,
  whose: Readonly<Record<string, string>>,
  wanted: readonly string[],
): Promise<Reading[]> {
  const buckets = await listAll(context, {
    api: 'prepayBalance',
    path: 'bucket',
    query: { ...whose, usageType: 'monetary' },
    fields: wanted,
  })
  // No bucket means no credit, so what is no bucket must not pass for none.
  for (const bucket of buckets) bucket.at('id').requiredText('the id of a bucket')
  return buckets.filter((bucket) => {
    const usageType = bucket.at('usageType')
    return typeof usageType.value !== 'string' || usageType.word() === 'monetary'
  })
}

/** A bucket that cannot be read is not left out: the sum of the others would be too little. */
function remaining(bucket: Reading, currency: string): Money {
  const amount = bucket.at('remainingValue').money(currency)
  if (!amount) throw bucket.at('remainingValue').bad('an amount of money')
  return amount
}

function add(one: Money, other: Money): Money {
  if (one.currency !== other.currency) throw badAnswer('bucket', 'one currency', `${one.currency} and ${other.currency}`)
  return { minor: one.minor + other.minor, currency: one.currency }
}
