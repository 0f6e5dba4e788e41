import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { onDate, say, sayText, spoken, untilDate } from '../say.ts'
import { labelledTopUpAction } from '../top-up-action.ts'
import type { ActionView, MoneyView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type BalancePayload = {
  amount: MoneyView
  isLow: boolean
  lowText?: string | undefined
  expiresOn?: string | undefined
  expiryText?: string | undefined
  topUp?: ActionView | undefined
}

export function present(input: PresentInput<typeof fields, 'balance'>): Face<BalancePayload> | LeaveOut {
  const { fields: own, data, format, text, lineId, moment } = input
  const { locale } = format
  const credit = data.balance.amount
  if (!credit) return { leaveOut: 'NO_CREDIT' }

  const amount = format.money(credit)
  const isLow = own.lowCreditBelow !== undefined && credit.minor < own.lowCreditBelow
  const lowText = isLow ? say(locale, { it: 'Credito quasi finito', en: 'Credit is running low' }) : undefined
  const expiresOn = own.showExpiry === false ? undefined : data.balance.expiresOn
  const expiryText = expiresOn && expirySentence(expiresOn)
  const title = text(own.title) ?? sayText(locale, { it: 'Credito residuo', en: 'Credit' })
  const summary = spoken(amount.text, lowText, expiryText)
  return {
    title,
    payload: {
      amount,
      isLow,
      lowText,
      expiresOn,
      expiryText,
      topUp: own.quickTopUp !== undefined && lineId !== undefined ? labelledTopUpAction(input, lineId, own.quickTopUp) : undefined,
    },
    summary,
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }

  function expirySentence(instant: string): string {
    const date = format.date(instant)
    return moment.isAfter(instant)
      ? say(locale, { it: `Scaduto ${onDate('it', date)}`, en: `Expired ${onDate('en', date)}` })
      : say(locale, { it: `Valido ${untilDate('it', date)}`, en: `Valid ${untilDate('en', date)}` })
  }
}
