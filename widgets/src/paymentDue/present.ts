import type { Bill, PaymentMethod } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { billStateOf } from '../bill/present.ts'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { lastPaymentOf, payBillAction, usableMethod } from '../pay-action.ts'
import { onDate, say, sayText, spoken } from '../say.ts'
import type { ActionView, MoneyView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type PaymentDuePayload = {
  billNumber: string
  amount: MoneyView
  stage: Stage
  stageText: string
  dueOn?: string | undefined
  dueText?: string | undefined
  /** What may follow if it stays unpaid. */
  consequenceText?: string | undefined
  /** What is open over all bills, when that is more than this one. */
  totalDueText?: string | undefined
  body?: TextView | undefined
  /** What it is paid with, or why it cannot be paid here. */
  methodText?: string | undefined
  /** What came of the last payment, while that matters. */
  paymentText?: string | undefined
  pay?: ActionView | undefined
}
type Stage = 'due' | 'dueSoon' | 'overdue' | 'suspensionSoon' | 'paying'

type Input = PresentInput<typeof fields, 'account' | 'bills' | 'payments', 'paymentMethods'>

const defaultDaysBefore = 10
const soonDays = 3
/** So many days before a suspension is possible it is spoken of. */
const warningDays = 10
const day = 86_400_000

export function present(input: Input): Face<PaymentDuePayload> | LeaveOut {
  const { fields: own, data, format, text, moment } = input
  const { locale } = format
  const bill = mostUrgent(data.bills, input)
  if (!bill) return { leaveOut: 'NOTHING_DUE' }
  const isOverdue = billStateOf(bill, moment) === 'overdue'
  // A direct debit that has not failed needs nothing of anybody.
  if (data.account.autopay && !isOverdue) return { leaveOut: 'PAID_AUTOMATICALLY' }
  if (bill.dueOn !== undefined && !moment.isWithin(bill.dueOn, (own.daysBefore ?? defaultDaysBefore) * day))
    return { leaveOut: 'NOT_DUE_YET' }

  const payload = payloadOf(bill, isOverdue, input)
  const title = text(own.title) ?? sayText(locale, { it: 'Da pagare', en: 'To pay' })
  const { amount, stageText, dueText, totalDueText, consequenceText, body, methodText, paymentText, pay } = payload
  const number = say(locale, { it: `Fattura ${bill.number}`, en: `Bill ${bill.number}` })
  const summary = spoken(
    `${number}, ${amount.text}`,
    stageText,
    dueText,
    totalDueText,
    consequenceText,
    body?.value,
    paymentText,
    methodText,
  )
  return {
    title,
    payload,
    summary,
    actions: pay ? [pay] : [],
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }
}

/** Of the bills that are open, the one that is due first. */
function mostUrgent(bills: readonly Bill[], { moment }: Input): Bill | undefined {
  return bills
    .filter((bill) => billStateOf(bill, moment) !== 'paid')
    .reduce<Bill | undefined>((first, bill) => (first && dueOf(first) <= dueOf(bill) ? first : bill), undefined)
}

/** A bill without a due date is due last. */
function dueOf({ dueOn }: Bill): string {
  return dueOn ?? '9'
}

function payloadOf(bill: Bill, isOverdue: boolean, input: Input): PaymentDuePayload {
  const { fields: own, data, format, text, moment } = input
  const { locale } = format
  const last = lastPaymentOf(bill, data.payments)
  const method = data.paymentMethods && usableMethod(data.paymentMethods, moment)
  const isPaying = last === 'pending'
  const suspension = isOverdue && !isPaying ? suspensionOf(bill, input) : undefined
  const stage = isPaying ? 'paying' : suspension ? 'suspensionSoon' : isOverdue ? 'overdue' : stageBefore(bill, input)
  const owesMore = data.account.due.currency === bill.remaining.currency && data.account.due.minor > bill.remaining.minor
  const total = format.money(data.account.due).text
  return {
    billNumber: bill.number,
    amount: format.money(bill.remaining),
    stage,
    stageText: say(locale, stageTexts[stage]),
    dueOn: bill.dueOn,
    dueText: bill.dueOn === undefined ? undefined : dueSentence(format.date(bill.dueOn), isOverdue, locale),
    consequenceText: suspension,
    totalDueText: owesMore ? say(locale, { it: `In tutto da pagare ${total}`, en: `${total} to pay in all` }) : undefined,
    body: text(own.body),
    methodText: isPaying ? undefined : say(locale, data.paymentMethods ? methodTexts(method) : unknownMethod),
    paymentText: last && say(locale, paymentTexts[last]),
    pay: method && !isPaying && bill.remaining.currency === input.currency ? payBillAction(input, bill, method) : undefined,
  }
}

function stageBefore({ dueOn }: Bill, { moment }: Input): Stage {
  return dueOn !== undefined && moment.isWithin(dueOn, soonDays * day) ? 'dueSoon' : 'due'
}

/** What follows when it stays unpaid, in words; nothing while that is far off, or where the editors do not speak of it. */
function suspensionOf({ dueOn }: Bill, { fields: { suspensionAfterDays }, format, moment }: Input): string | undefined {
  if (dueOn === undefined || suspensionAfterDays === undefined) return undefined
  const from = new Date(Date.parse(dueOn) + suspensionAfterDays * day).toISOString()
  if (!moment.isWithin(from, warningDays * day)) return undefined
  const date = format.date(from)
  return say(
    format.locale,
    moment.isAfter(from)
      ? { it: 'I servizi possono essere sospesi finché resta da pagare', en: 'Services may be suspended while it is unpaid' }
      : { it: `${fromDate(date)} i servizi possono essere sospesi`, en: `Services may be suspended from ${date}` },
  )
}

/** Italian elides before "otto" and "undici", which are digits here. */
function fromDate(date: string): string {
  return /^(8|11)\b/.test(date) ? `Dall’${date}` : `Dal ${date}`
}

function dueSentence(date: string, isOverdue: boolean, locale: Input['format']['locale']): string {
  const [it, en] = [onDate('it', date), onDate('en', date)]
  return say(locale, isOverdue ? { it: `Scadeva ${it}`, en: `Was due ${en}` } : { it: `Scade ${it}`, en: `Due ${en}` })
}

const stageTexts: Record<Stage, TwoLanguages> = {
  due: { it: 'Non ancora pagata', en: 'Not paid yet' },
  dueSoon: { it: 'In scadenza', en: 'Due soon' },
  overdue: { it: 'Scaduta', en: 'Overdue' },
  suspensionSoon: { it: 'Scaduta da tempo', en: 'Long overdue' },
  paying: { it: 'Pagamento in corso', en: 'Payment in progress' },
}
const paymentTexts = {
  pending: {
    it: 'Stiamo registrando il pagamento: non serve ripeterlo',
    en: 'We are recording your payment: there is no need to repeat it',
  },
  failed: { it: 'L’ultimo pagamento non è riuscito: puoi riprovare', en: 'The last payment did not go through: you can try again' },
  done: { it: 'Abbiamo già ricevuto un pagamento per questa fattura', en: 'We have already received a payment for this bill' },
}
function methodTexts(method: PaymentMethod | undefined): TwoLanguages {
  return method
    ? { it: `Con ${method.name}`, en: `With ${method.name}` }
    : {
        it: 'Nessun metodo di pagamento valido: puoi aggiungerne uno o pagare in un altro modo',
        en: 'No valid payment method: you can add one or pay in another way',
      }
}

const unknownMethod = {
  it: 'I tuoi metodi di pagamento non sono visibili in questo momento: puoi pagare in un altro modo o riprovare fra poco',
  en: 'Your payment methods cannot be shown right now: you can pay in another way, or try again in a little while',
}
