import type { Balance, Money } from '@mosaic/schemas/bss'
import type { AskContext, Source } from '../../contract.ts'
import { badAnswer } from '../../failure.ts'
import { instant } from '../../tolerant/instant.ts'
import { money } from '../../tolerant/money.ts'
import { at, text, word, type Json } from '../../tolerant/shape.ts'
import { listAll } from '../../connectors/rest/list-all.ts'

/** TMF654 `bucket?product.id=&usageType=monetary`: a line without a bucket of money has no credit, which is an answer. */
export const balance: Source<'balance', 'rest'> = {
  version: 1,
  async ask(context, { lineId }) {
    const buckets = await monetaryBuckets(context, lineId)
    const open = buckets.filter(({ status }) => word(status) !== 'expired')
    if (open.length === 0) return {}
    const amounts = open.flatMap((bucket) => money(at(bucket, 'remainingValue'), context.currency) ?? [])
    const [first, ...others] = amounts
    if (!first || amounts.length < open.length) throw badAnswer('balance', 'an amount in every bucket', 'a bucket without one')
    const expiresOn = open.flatMap((bucket) => instant(at(bucket, 'validFor')['endDateTime']) ?? []).sort()[0]
    return { amount: others.reduce(add, first), ...(expiresOn && { expiresOn }) } satisfies Balance
  },
}

/** The buckets of money of one line; some systems answer with all kinds whatever was asked. */
export async function monetaryBuckets(context: AskContext<'rest'>, lineId: string): Promise<Json[]> {
  const request = { api: 'prepayBalance', path: 'bucket', query: { 'product.id': lineId, usageType: 'monetary' } } as const
  const buckets = await listAll(context, 'balance', request)
  // No bucket means no credit, so what is no bucket must not pass for none.
  if (buckets.some(({ id }) => text(id) === undefined)) throw badAnswer('balance', 'an id in every bucket', 'a bucket without one')
  return buckets.filter(({ usageType }) => typeof usageType !== 'string' || word(usageType) === 'monetary')
}

function add(one: Money, other: Money): Money {
  if (one.currency !== other.currency) throw badAnswer('balance', 'one currency', `${one.currency} and ${other.currency}`)
  return { minor: one.minor + other.minor, currency: one.currency }
}
