import type { Bill } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { instant } from '../../tolerant/instant.ts'
import { money } from '../../tolerant/money.ts'
import { at, readItems, text, word, type Json } from '../../tolerant/shape.ts'
import { listAll } from '../../connectors/rest/list-all.ts'

/** States in which a bill is not the customer's yet: still being made, or held back. */
const notIssued = new Set(['new', 'onhold'])

/** TMF678 `customerBill?relatedParty.id=`, newest first. */
export const bills: Source<'bills', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const request = { api: 'customerBill', path: 'customerBill', query: { 'relatedParty.id': customerId } } as const
    const issued = (await listAll(context, 'bills', request)).filter(({ state }) => !notIssued.has(word(state) ?? ''))
    const found = readItems('bills', issued, (item) => readBill(item, context.currency, context.now))
    return found.sort((one, other) => other.issuedOn.localeCompare(one.issuedOn))
  },
}

function readBill(item: Json, currency: string, now: Date): Bill | undefined {
  const id = text(item['id'])
  const amount = money(at(item, 'amountDue'), currency) ?? money(at(item, 'taxIncludedAmount'), currency)
  const issuedOn = instant(item['billDate']) ?? instant(item['lastUpdate'])
  if (id === undefined || !amount || !issuedOn) return undefined
  const isSettled = word(item['state']) === 'settled'
  const remaining = money(at(item, 'remainingAmount'), currency) ?? (isSettled ? { ...amount, minor: 0 } : amount)
  const dueOn = instant(item['paymentDueDate'])
  const isPaid = isSettled || remaining.minor <= 0
  return {
    id,
    number: text(item['billNo']) ?? id,
    amount,
    remaining,
    issuedOn,
    ...(dueOn && { dueOn }),
    state: isPaid ? 'paid' : dueOn && dueOn < now.toISOString() ? 'overdue' : 'issued',
  }
}
