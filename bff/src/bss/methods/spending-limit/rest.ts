import type { Money } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { listAll } from '../../connectors/rest/list-all.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** TMF666 `billingAccount?relatedParty.id=&fields=creditLimit`. The limits of several accounts add up; with one that has none there is no limit. */
export const spendingLimit: Source<'spendingLimit', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const request = {
      api: 'account',
      path: 'billingAccount',
      query: { 'relatedParty.id': customerId },
      fields: ['id', 'creditLimit'],
    } as const
    const limits = readItems(await listAll(context, request), (item) => readLimit(item, context.currency))
    const [first, ...others] = limits
    if (!first || others.some((limit) => limit?.currency !== first.currency)) return {}
    return { limit: { ...first, minor: others.reduce((sum, limit) => sum + (limit?.minor ?? 0), first.minor) } }
  },
}

/** A limit of nothing is how some systems write that there is none. */
function readLimit(item: Reading, currency: string): Money | undefined {
  item.at('id').requiredText('the id of an account')
  const written = item.at('creditLimit')
  if (!written.isThere()) return undefined
  const limit = written.money(currency)
  if (!limit) throw written.bad('an amount of money')
  return limit.minor > 0 ? limit : undefined
}
