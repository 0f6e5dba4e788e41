import type { MethodResult } from '../../bss/index.ts'
import { fromBss, group, option, type CatalogueEntry } from './define.ts'

type Bill = MethodResult<'bills'>[number]

/** The last bill. */
const billAttributes = group({ it: 'Ultima fattura', en: 'Last bill' }, [
  fromBss('bills', {
    name: 'bill.latest.state',
    type: 'string',
    label: { it: 'Stato dell’ultima fattura', en: 'State of the last bill' },
    options: [
      option('issued', 'Emessa', 'Issued', { it: 'emessa e non ancora pagata', en: 'issued and not yet paid' }),
      option('paid', 'Pagata', 'Paid'),
      option('overdue', 'Scaduta', 'Overdue'),
    ],
    wording: { noun: { it: 'l’ultima fattura', en: 'the last bill' } },
    read: (bills) => latest(bills)?.state ?? null,
  }),
  fromBss('bills', {
    name: 'bill.latest.issuedOn',
    type: 'date',
    label: { it: 'Emissione dell’ultima fattura', en: 'Issue of the last bill' },
    wording: {
      noun: { it: 'l’emissione dell’ultima fattura', en: 'the issue of the last bill' },
      verb: { it: 'è avvenuta', en: 'happened' },
    },
    read: (bills) => latest(bills)?.issuedOn ?? null,
  }),
  fromBss('bills', {
    name: 'bill.latest.dueOn',
    type: 'date',
    label: { it: 'Scadenza dell’ultima fattura', en: 'Due date of the last bill' },
    wording: { noun: { it: 'la scadenza dell’ultima fattura', en: 'the due date of the last bill' } },
    read: (bills) => latest(bills)?.dueOn ?? null,
  }),
  fromBss('bills', {
    name: 'bill.latest.amount',
    type: 'money',
    label: { it: 'Importo dell’ultima fattura', en: 'Amount of the last bill' },
    wording: { noun: { it: 'l’importo dell’ultima fattura', en: 'the amount of the last bill' } },
    read: (bills) => latest(bills)?.amount.minor ?? null,
  }),
  fromBss('bills', {
    name: 'bill.latest.remaining',
    type: 'money',
    label: { it: 'Residuo dell’ultima fattura', en: 'Unpaid part of the last bill' },
    wording: { noun: { it: 'il residuo dell’ultima fattura', en: 'the unpaid part of the last bill' } },
    read: (bills) => latest(bills)?.remaining.minor ?? null,
  }),
])

/** What is owed, and how it is paid. */
const accountAttributes = group({ it: 'Conto', en: 'Account' }, [
  fromBss('account', {
    name: 'account.due',
    type: 'money',
    label: { it: 'Importo da pagare', en: 'Amount due' },
    wording: { noun: { it: 'l’importo da pagare', en: 'the amount due' } },
    read: (account) => account.due.minor,
  }),
  fromBss('account', {
    name: 'account.overdue',
    type: 'money',
    label: { it: 'Importo scaduto', en: 'Amount overdue' },
    wording: { noun: { it: 'l’importo scaduto', en: 'the amount overdue' } },
    read: (account) => account.overdue.minor,
  }),
  fromBss('account', {
    name: 'account.isInDebt',
    type: 'boolean',
    label: { it: 'In debito', en: 'In debt' },
    wording: {
      noun: { it: 'il debito', en: 'the debt' },
      whenTrue: { it: 'il cliente ha importi scaduti da pagare', en: 'the customer has overdue amounts to pay' },
      whenFalse: { it: 'il cliente non ha importi scaduti', en: 'the customer has no overdue amounts' },
    },
    read: (account) => account.overdue.minor > 0,
  }),
  fromBss('account', {
    name: 'account.autopay',
    type: 'boolean',
    label: { it: 'Pagamento automatico', en: 'Automatic payment' },
    wording: {
      noun: { it: 'il pagamento automatico', en: 'automatic payment' },
      whenTrue: { it: 'il pagamento automatico è attivo', en: 'automatic payment is on' },
      whenFalse: { it: 'il pagamento automatico non è attivo', en: 'automatic payment is off' },
    },
    read: (account) => account.autopay,
  }),
])

/** What the brand has to sell. */
const offerAttributes = group({ it: 'Offerte', en: 'Offers' }, [
  fromBss('offers', {
    name: 'offers.count',
    type: 'number',
    label: { it: 'Numero di offerte', en: 'Number of offers' },
    wording: { noun: { it: 'il numero di offerte disponibili', en: 'the number of available offers' } },
    read: (offers) => offers.length,
  }),
])

/** Bills, the account, and what may be bought. */
export const moneyAttributes: readonly CatalogueEntry[] = [...billAttributes, ...accountAttributes, ...offerAttributes]

/** The bill issued last, in whatever order they came. */
function latest(bills: readonly Bill[]): Bill | undefined {
  return bills.reduce<Bill | undefined>((newest, bill) => (newest && newest.issuedOn >= bill.issuedOn ? newest : bill), undefined)
}
