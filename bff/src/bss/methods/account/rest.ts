import type { Account, Money } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { money } from '../../tolerant/money.ts'
import { isObject, objects, readItems, text, word, type Json } from '../../tolerant/shape.ts'
import { listAll } from '../../connectors/rest/list-all.ts'

/** Payment statuses that mean "past its date": the contract leaves them free. */
const overdueWords = new Set(['inarrears', 'arrears', 'overdue', 'pastdue', 'unpaid', 'late', 'delinquent'])

/**
 * TMF666 `billingAccount?relatedParty.id=`. A customer without one pays in advance and owes nothing; with several, what is owed adds up.
 */
export const account: Source<'account', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const { currency } = context
    const request = { api: 'account', path: 'billingAccount', query: { 'relatedParty.id': customerId } } as const
    const accounts = readItems('account', await listAll(context, 'account', request), (item) => readAccount(item, currency))
    const [first, ...others] = accounts
    if (!first) return { due: { minor: 0, currency }, overdue: { minor: 0, currency }, autopay: false }
    return others.reduce(
      (sum, other) => ({
        ...sum,
        due: plus(sum.due, other.due),
        overdue: plus(sum.overdue, other.overdue),
        autopay: sum.autopay && other.autopay,
      }),
      first,
    )
  },
}

function readAccount(item: Json, currency: string): Account | undefined {
  const id = text(item['id'])
  if (id === undefined) return undefined
  const balances = objects(item['accountBalance'])
  const balance = (type: string) => {
    const found = balances.find(({ balanceType }) => word(balanceType) === type)
    return found && isObject(found['amount']) ? money(found['amount'], currency) : undefined
  }
  const due = balance('receivablebalance') ?? balance('receivable')
  // Without a readable balance nothing may be said about debts: neither that there are some nor that there are none.
  if (!due) return undefined
  const overdue =
    balance('overduebalance') ?? (overdueWords.has(word(item['paymentStatus']) ?? '') ? due : { minor: 0, currency: due.currency })
  return { id, due, overdue, autopay: isObject(item['defaultPaymentMethod']) }
}

function plus(one: Money, other: Money): Money {
  return one.currency === other.currency ? { minor: one.minor + other.minor, currency: one.currency } : one
}
