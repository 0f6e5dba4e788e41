import type { MethodName } from '@mosaic/schemas/bss'
import type { SimAccount, SimBill, SimCustomer } from '../population/types.ts'
import { element, type XmlElement } from './xml.ts'

/** One operation: the BSS method that its faults and counters go by, and what it answers about a customer. */
type Operation = { bss: MethodName; answer(customer: SimCustomer): XmlElement }

/** What the billing system can be asked, about the same people and in the same figures as over REST. */
export const operations = {
  GetBills: {
    bss: 'bills',
    answer: ({ account }) => element('GetBillsResponse', [element('bills', (account?.bills ?? []).map(toBill))]),
  },
  GetAccount: {
    bss: 'account',
    answer: ({ account }) => element('GetAccountResponse', [account ? toAccount(account) : element('account', undefined)]),
  },
} as const satisfies Record<string, Operation>
export type OperationName = keyof typeof operations
export const operationNames = Object.keys(operations) as OperationName[]

function toBill(bill: SimBill): XmlElement {
  const isPaid = bill.remainingCents === 0
  return element('bill', [
    element('id', bill.id),
    element('number', bill.number),
    element('billDate', bill.issuedOn.toISOString()),
    element('dueDate', bill.dueOn.toISOString()),
    money('amountDue', bill.amountCents),
    isPaid ? element('remainingAmount', undefined) : money('remainingAmount', bill.remainingCents),
    element('status', isPaid ? 'PAID' : bill.remainingCents < bill.amountCents ? 'PARTIALLY_PAID' : 'OPEN'),
  ])
}

function toAccount({ id, dueCents, overdueCents, autopay }: SimAccount): XmlElement {
  return element('account', [
    element('id', id),
    element('status', overdueCents > 0 ? 'IN_ARREARS' : dueCents > 0 ? 'DUE' : 'BALANCED'),
    money('balance', dueCents),
    overdueCents > 0 ? money('overdueBalance', overdueCents) : element('overdueBalance', undefined),
    element('directDebit', String(autopay)),
  ])
}

function money(name: string, cents: number): XmlElement {
  return element(name, [element('amount', (cents / 100).toFixed(2)), element('currency', 'EUR')])
}
