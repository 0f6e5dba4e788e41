import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { say, sayText, spoken } from '../say.ts'
import { shared } from '../shared.ts'
import { topUpAction } from '../top-up-action.ts'
import type { ActionView, MoneyView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type TopUpAmount = { amount: MoneyView; action: ActionView }
export type TopUpPayload = { lineId: string; lineText: string; body?: TextView | undefined; amounts: TopUpAmount[] }

export function present(input: PresentInput<typeof fields, 'lines'>): Face<TopUpPayload> | LeaveOut {
  const { fields: own, data, format, text, lineId, currency } = input
  const line = data.lines.find(({ id }) => id === lineId)
  if (!line) return { leaveOut: 'NO_LINE' }
  if (line.payment === 'postpaid') return { leaveOut: 'NOT_PREPAID' }
  if (line.status === 'terminated') return { leaveOut: 'LINE_TERMINATED' }

  const { locale } = format
  const number = format.msisdn(line.msisdn)
  const amounts = own.amounts.map((minor) => ({
    amount: shared(format.money({ minor, currency })),
    action: topUpAction(input, line.id, minor, number),
  }))
  const title = text(own.title) ?? sayText(locale, { it: 'Ricarica', en: 'Top up' })
  const body = text(own.body)
  const summary = spoken(
    body?.value,
    say(locale, {
      it: `Linea ${number}: ${amounts.map(({ amount }) => amount.text).join(', ')}`,
      en: `Line ${number}: ${amounts.map(({ amount }) => amount.text).join(', ')}`,
    }),
  )
  return {
    title,
    payload: { lineId: line.id, lineText: say(locale, { it: `Linea ${number}`, en: `Line ${number}` }), body, amounts },
    summary,
    actions: amounts.map(({ action }) => action),
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }
}
