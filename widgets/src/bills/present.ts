import type { Bill } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { billStateOf } from '../bill/present.ts'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { monthText } from '../month.ts'
import { lastPaymentOf, payBillAction, usableMethod } from '../pay-action.ts'
import { onDate, say, sayText, spoken } from '../say.ts'
import type { ActionView, MoneyView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type BillsItem = {
  id: string
  number: string
  monthText: string
  amount: MoneyView
  state: State
  stateText: string
  /** When it was or must be paid, or how much is left of it. */
  detailText?: string | undefined
  pay?: ActionView | undefined
}
export type BillsPayload = {
  items: BillsItem[]
  /** What is open over all bills; absent when nothing is, or in several currencies. */
  totalDue?: MoneyView | undefined
  totalDueText: string
}
type State = Bill['state'] | 'paying'

type Input = PresentInput<typeof fields, 'bills', 'paymentMethods' | 'payments'>

const defaultCount = 6

export function present(input: Input): Face<BillsPayload> | LeaveOut {
  const { fields: own, data, format, text, moment } = input
  if (data.bills.length === 0) return { leaveOut: 'NO_BILLS' }
  const open = data.bills.filter((bill) => billStateOf(bill, moment) !== 'paid')
  const listed = own.onlyOpen ? open : data.bills
  if (listed.length === 0) return { leaveOut: 'NOTHING_DUE' }

  const items = listed
    .toSorted((one, other) => other.issuedOn.localeCompare(one.issuedOn))
    .slice(0, own.count ?? defaultCount)
    .map((bill) => itemView(bill, input))
  const totalDue = totalOf(open, input)
  const payload = { items, totalDue, totalDueText: totalText(open.length, totalDue, input) }
  const title = text(own.title) ?? sayText(format.locale, { it: 'Le tue fatture', en: 'Your bills' })
  const summary = spoken(
    payload.totalDueText,
    ...items.map(({ monthText: month, amount, stateText }) => `${month}: ${amount.text}, ${stateText.toLowerCase()}`),
  )
  return {
    title,
    payload,
    summary,
    list: {
      items: items.map(({ id, monthText: month, amount, stateText, detailText, pay }) => ({
        id,
        primary: month,
        secondary: [stateText, detailText].filter(Boolean).join(' · '),
        value: amount.text,
        action: pay,
      })),
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

function itemView(bill: Bill, input: Input): BillsItem {
  const { format, moment } = input
  const state = stateOf(bill, input)
  return {
    id: bill.id,
    number: bill.number,
    monthText: monthText(format, bill.issuedOn),
    amount: format.money(bill.amount),
    state,
    stateText: say(format.locale, stateTexts[state]),
    detailText: detailOf(bill, billStateOf(bill, moment), format),
    pay: state === 'issued' || state === 'overdue' ? payOf(bill, input) : undefined,
  }
}

/** Payments are only asked for where bills can be paid from the list. */
function stateOf(bill: Bill, { data: { payments = [] }, moment }: Input): State {
  const state = billStateOf(bill, moment)
  return state !== 'paid' && lastPaymentOf(bill, payments) === 'pending' ? 'paying' : state
}

/** Only where it is known what has been paid already. */
function payOf(bill: Bill, input: Input): ActionView | undefined {
  const { paymentMethods, payments } = input.data
  if (!paymentMethods || !payments || bill.remaining.currency !== input.currency) return undefined
  const method = usableMethod(paymentMethods, input.moment)
  return method && payBillAction(input, bill, method)
}

function detailOf({ amount, remaining, dueOn }: Bill, state: Bill['state'], { locale, money, date }: Input['format']): string | undefined {
  if (state === 'paid') return undefined
  const left = remaining.minor < amount.minor ? money(remaining).text : undefined
  const due = dueOn === undefined ? undefined : date(dueOn)
  const dueText = due && say(locale, dueTexts(due, state === 'overdue'))
  return [left && say(locale, { it: `Restano ${left}`, en: `${left} left to pay` }), dueText].filter(Boolean).join(' · ') || undefined
}

function dueTexts(date: string, isOverdue: boolean): TwoLanguages {
  const [it, en] = [onDate('it', date), onDate('en', date)]
  return isOverdue ? { it: `Scadeva ${it}`, en: `Was due ${en}` } : { it: `Scade ${it}`, en: `Due ${en}` }
}

function totalOf(open: readonly Bill[], { format }: Input): MoneyView | undefined {
  const [first] = open
  if (!first || open.some(({ remaining }) => remaining.currency !== first.remaining.currency)) return undefined
  return format.money({ ...first.remaining, minor: open.reduce((sum, { remaining }) => sum + remaining.minor, 0) })
}

function totalText(count: number, total: MoneyView | undefined, { format: { locale } }: Input): string {
  if (count === 0) return say(locale, { it: 'Tutte pagate', en: 'All paid' })
  if (!total) return say(locale, { it: `Da pagare: ${count}`, en: `To pay: ${count}` })
  return say(
    locale,
    count === 1
      ? { it: `Da pagare ${total.text}`, en: `${total.text} to pay` }
      : { it: `Da pagare ${total.text} in ${count} fatture`, en: `${total.text} to pay in ${count} bills` },
  )
}

const stateTexts: Record<State, TwoLanguages> = {
  issued: { it: 'Da pagare', en: 'To pay' },
  paid: { it: 'Pagata', en: 'Paid' },
  overdue: { it: 'Scaduta', en: 'Overdue' },
  paying: { it: 'Pagamento in corso', en: 'Payment in progress' },
}
