import type { Account, Bill } from '@mosaic/schemas/bss'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import type { Format } from '../format.ts'
import type { Moment } from '../moment.ts'
import { lastPaymentOf, payBillAction, usableMethod } from '../pay-action.ts'
import { onDate, say, sayText, spoken } from '../say.ts'
import type { ActionView, MoneyView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type BillPayload = {
  number: string
  amount: MoneyView
  state: Bill['state']
  stateText: string
  issuedOn: string
  issuedText: string
  dueOn?: string | undefined
  dueText?: string | undefined
  /** What is still to be paid of it, when that is a part only. */
  remaining?: MoneyView | undefined
  remainingText?: string | undefined
  /** What is open over all bills, when that is more than this one. */
  totalDue?: MoneyView | undefined
  totalDueText?: string | undefined
  isAutopay: boolean
  /** That a payment of it is under way, or the last one failed. */
  paymentText?: string | undefined
  /** Pays what is left of it, after asking. */
  pay?: ActionView | undefined
}

type Input = PresentInput<typeof fields, 'bills' | 'account', 'paymentMethods' | 'payments'>

export function present(input: Input): Face<BillPayload> | LeaveOut {
  const { fields: own, data, format, text, moment } = input
  const bill = latest(data.bills)
  if (!bill) return { leaveOut: 'NO_BILL' }
  const state = billStateOf(bill, moment)
  if (state === 'paid' && own.hidePaid) return { leaveOut: 'BILL_PAID' }

  const payload = { ...billView(bill, state, data.account, format), ...(own.payNow && state !== 'paid' && paymentView(bill, state, input)) }
  const title = text(own.title) ?? sayText(format.locale, { it: 'Ultima fattura', en: 'Latest bill' })
  const summary = spoken(
    payload.amount.text,
    payload.stateText,
    payload.remainingText,
    payload.dueText,
    payload.totalDueText,
    payload.paymentText,
  )
  return { title, payload, summary, accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false } }
}

/** Newest first by contract, but some systems sort by number: the date of issue decides. */
function latest(bills: readonly Bill[]): Bill | undefined {
  return bills.reduce<Bill | undefined>((newest, bill) => (newest && newest.issuedOn >= bill.issuedOn ? newest : bill), undefined)
}

/** A system may be late to say that a bill is overdue or settled: the dates and what remains say it. */
export function billStateOf({ state, remaining, dueOn }: Bill, moment: Moment): Bill['state'] {
  if (state === 'paid' || remaining.minor <= 0) return 'paid'
  return dueOn !== undefined && moment.isAfter(dueOn) ? 'overdue' : state
}

function billView(bill: Bill, state: Bill['state'], account: Account, format: Format): BillPayload {
  const { locale, money, date } = format
  const isOpen = state !== 'paid'
  const remaining = isOpen && bill.remaining.minor < bill.amount.minor ? money(bill.remaining) : undefined
  const owesMore = isOpen && account.due.currency === bill.remaining.currency && account.due.minor > bill.remaining.minor
  const totalDue = owesMore ? money(account.due) : undefined
  const issued = date(bill.issuedOn)
  return {
    number: bill.number,
    amount: money(bill.amount),
    state,
    stateText: say(locale, stateTexts[state]),
    issuedOn: bill.issuedOn,
    issuedText: say(locale, { it: `Emessa ${onDate('it', issued)}`, en: `Issued ${onDate('en', issued)}` }),
    dueOn: bill.dueOn,
    dueText: isOpen && bill.dueOn !== undefined ? dueSentence(date(bill.dueOn), state, account.autopay, format) : undefined,
    remaining,
    remainingText: remaining && say(locale, { it: `Restano ${remaining.text}`, en: `${remaining.text} left to pay` }),
    totalDue,
    totalDueText: totalDue && say(locale, { it: `In tutto da pagare ${totalDue.text}`, en: `${totalDue.text} to pay in all` }),
    isAutopay: account.autopay,
  }
}

/** Where the editors let it be paid from here: the button, or what came of the last one. A direct debit that has not failed needs none. */
function paymentView(bill: Bill, state: Bill['state'], input: Input): Pick<BillPayload, 'pay' | 'paymentText'> {
  const { data, format, moment, currency } = input
  if (!data.payments) return {}
  const last = lastPaymentOf(bill, data.payments)
  const method = data.paymentMethods && usableMethod(data.paymentMethods, moment)
  const isPayable = last !== 'pending' && bill.remaining.currency === currency && (state === 'overdue' || !data.account.autopay)
  return {
    paymentText: last === 'pending' || last === 'failed' ? say(format.locale, paymentTexts[last]) : undefined,
    pay: method && isPayable ? payBillAction(input, bill, method) : undefined,
  }
}

const paymentTexts = {
  pending: { it: 'Stiamo registrando il pagamento', en: 'We are recording your payment' },
  failed: { it: 'L’ultimo pagamento non è riuscito', en: 'The last payment did not go through' },
}

const stateTexts = {
  issued: { it: 'Da pagare', en: 'To pay' },
  paid: { it: 'Pagata', en: 'Paid' },
  overdue: { it: 'Scaduta', en: 'Overdue' },
}

function dueSentence(date: string, state: Bill['state'], isAutopay: boolean, { locale }: Format): string {
  const [it, en] = [onDate('it', date), onDate('en', date)]
  if (state === 'overdue') return say(locale, { it: `Scadeva ${it}`, en: `Was due ${en}` })
  if (isAutopay) return say(locale, { it: `Addebito automatico ${it}`, en: `Paid automatically ${en}` })
  return say(locale, { it: `Scade ${it}`, en: `Due ${en}` })
}
