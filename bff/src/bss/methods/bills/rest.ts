import type { Bill } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { listAll } from '../../connectors/rest/list-all.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** States in which a bill is not the customer's yet: still being made, or held back. */
const notIssued = new Set(['new', 'onhold'])

/** What is read of each; nothing else need be sent. */
const fields = ['id', 'billNo', 'billDate', 'lastUpdate', 'paymentDueDate', 'state', 'amountDue', 'taxIncludedAmount', 'remainingAmount']

/** TMF678 `customerBill?relatedParty.id=`, newest first. */
export const bills: Source<'bills', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const request = { api: 'customerBill', path: 'customerBill', query: { 'relatedParty.id': customerId }, fields } as const
    const issued = (await listAll(context, request)).filter((item) => !notIssued.has(item.at('state').word() ?? ''))
    const found = readItems(issued, (item) => readBill(item, context.currency, context.now))
    return found.sort((one, other) => other.issuedOn.localeCompare(one.issuedOn))
  },
}

function readBill(item: Reading, currency: string, now: Date): Bill {
  const id = item.at('id').requiredText('the id of a bill')
  const amount = item.at('amountDue').money(currency) ?? item.at('taxIncludedAmount').money(currency)
  if (!amount) throw item.at('amountDue').bad('an amount of money')
  const issuedOn = item.at('billDate').instant() ?? item.at('lastUpdate').instant()
  if (!issuedOn) throw item.at('billDate').bad('a date')
  const isSettled = item.at('state').word() === 'settled'
  const remaining = item.at('remainingAmount').money(currency) ?? (isSettled ? { ...amount, minor: 0 } : amount)
  const dueOn = item.at('paymentDueDate').instant()
  const isPaid = isSettled || remaining.minor <= 0
  return {
    id,
    number: item.at('billNo').text() ?? id,
    amount,
    remaining,
    issuedOn,
    ...(dueOn && { dueOn }),
    state: isPaid ? 'paid' : dueOn && dueOn < now.toISOString() ? 'overdue' : 'issued',
  }
}
