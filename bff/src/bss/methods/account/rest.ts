import type { Account, Money } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { listAll } from '../../connectors/rest/list-all.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** Payment statuses that mean "past its date": the contract leaves them free. */
const overdueWords = new Set(['inarrears', 'arrears', 'overdue', 'pastdue', 'unpaid', 'late', 'delinquent'])

/** What is read of each; nothing else need be sent. */
const fields = ['id', 'accountBalance', 'paymentStatus', 'defaultPaymentMethod']

/**
 * TMF666 `billingAccount?relatedParty.id=`. A customer without one pays in advance and owes nothing; with several, what is owed adds up.
 */
export const account: Source<'account', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const { currency } = context
    const request = { api: 'account', path: 'billingAccount', query: { 'relatedParty.id': customerId }, fields } as const
    const accounts = readItems(await listAll(context, request), (item) => readAccount(item, currency))
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

function readAccount(item: Reading, currency: string): Account {
  const id = item.at('id').requiredText('the id of an account')
  const balances = item.at('accountBalance').items()
  const balance = (type: string) => balances.find((one) => one.at('balanceType').word() === type)?.at('amount')
  const receivable = balance('receivablebalance') ?? balance('receivable')
  const due = receivable?.money(currency)
  // Without a readable balance nothing may be said about debts: neither that there are some nor that there are none.
  if (!due) throw (receivable ?? item.at('accountBalance')).bad('the amount of a receivable balance')
  const isOverdue = overdueWords.has(item.at('paymentStatus').word() ?? '')
  const overdue = balance('overduebalance')?.money(currency) ?? (isOverdue ? due : { minor: 0, currency: due.currency })
  return { id, due, overdue, autopay: item.at('defaultPaymentMethod').isObject() }
}

function plus(one: Money, other: Money): Money {
  return one.currency === other.currency ? { minor: one.minor + other.minor, currency: one.currency } : one
}
