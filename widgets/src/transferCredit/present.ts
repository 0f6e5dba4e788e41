import type { Line } from '@mosaic/schemas/bss'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { say, sayText, spoken } from '../say.ts'
import { transferAction } from '../transfer-action.ts'
import type { ActionView, MoneyView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type TransferCreditAmount = { amount: MoneyView; action: ActionView }
export type TransferCreditReceiver = { lineId: string; numberText: string }
/** How a number is asked for: the words around the field, and the country that numbers typed without one are of. */
export type TransferCreditToOthers = {
  label: string
  fieldLabel: string
  hint?: string | undefined
  invalidText: string
  countryCode?: number | undefined
}
export type TransferCreditPayload = {
  lineId: string
  lineText: string
  creditText?: string | undefined
  body?: TextView | undefined
  costText: string
  receivers: TransferCreditReceiver[]
  toOthers?: TransferCreditToOthers | undefined
  amounts: TransferCreditAmount[]
  shortText?: string | undefined
}

type Input = PresentInput<typeof fields, 'lines', 'balance'>

export function present(input: Input): Face<TransferCreditPayload> | LeaveOut {
  const { fields: own, data, format, text, lineId, currency } = input
  const line = data.lines.find(({ id }) => id === lineId)
  if (!line) return { leaveOut: 'NO_LINE' }
  if (line.payment !== 'prepaid') return { leaveOut: 'NOT_PREPAID' }
  if (line.status !== 'active') return { leaveOut: 'LINE_NOT_ACTIVE' }
  const receivers = data.lines.filter((other) => other.id !== line.id && canReceive(other))
  if (receivers.length === 0 && !own.toOthers) return { leaveOut: 'NO_RECEIVER' }

  const { locale } = format
  const feeMinor = own.fee ?? 0
  const credit = creditIn(input)
  const affordable = own.amounts.filter((minor) => credit === undefined || minor + feeMinor + (own.minLeft ?? 0) <= credit)
  const amounts = affordable.map((minor) => ({
    amount: format.money({ minor, currency }),
    action: transferAction(input, line, minor, feeMinor),
  }))
  const title = text(own.title) ?? sayText(locale, ownTitle)
  const body = text(own.body)
  const number = format.msisdn(line.msisdn)
  const money = (minor: number) => format.money({ minor, currency }).text
  const creditText = credit === undefined ? undefined : say(locale, { it: `Credito: ${money(credit)}`, en: `Credit: ${money(credit)}` })
  const costText = feeMinor
    ? say(locale, { it: `Ogni invio costa ${money(feeMinor)}.`, en: `Sending costs ${money(feeMinor)} each time.` })
    : say(locale, { it: 'L’invio è gratuito.', en: 'Sending is free.' })
  const shortText = amounts.length > 0 ? undefined : shortOf(input, money, feeMinor)
  const lineText = say(locale, { it: `Linea ${number}`, en: `Line ${number}` })
  const list = amounts.map(({ amount }) => amount.text).join(', ')
  const offered = say(locale, { it: `Puoi inviare ${list}`, en: `You can send ${list}` })
  const summary = spoken(body?.value, lineText, creditText, shortText ?? offered, costText)
  return {
    title,
    payload: {
      lineId: line.id,
      lineText,
      creditText,
      body,
      costText,
      receivers: receivers.map(({ id, msisdn }) => ({ lineId: id, numberText: format.msisdn(msisdn) })),
      toOthers: own.toOthers ? othersIn(input) : undefined,
      amounts,
      shortText,
    },
    summary,
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }
}

export const ownTitle = { it: 'Invia credito', en: 'Send credit' }

function canReceive({ payment, status }: Line): boolean {
  return payment === 'prepaid' && status === 'active'
}

/** In the brand's minor units; unknown when nobody could say, or in another currency: then all amounts are offered, and the operator's systems decide. */
function creditIn({ data: { balance }, currency }: Input): number | undefined {
  if (!balance) return undefined
  if (!balance.amount) return 0
  return balance.amount.currency === currency ? balance.amount.minor : undefined
}

/** Why there is nothing to choose, and from when there will be. */
function shortOf({ fields: own, format: { locale } }: Input, money: (minor: number) => string, feeMinor: number): string {
  const [least = 0] = own.amounts
  const needed = money(least + feeMinor + (own.minLeft ?? 0))
  return say(locale, {
    it: `Per inviare ${money(least)} serve un credito di almeno ${needed}.`,
    en: `To send ${money(least)} you need a credit of at least ${needed}.`,
  })
}

function othersIn({ fields: { countryCode }, format: { locale } }: Input): TransferCreditToOthers {
  return {
    label: say(locale, { it: 'Un altro numero', en: 'Another number' }),
    fieldLabel: say(locale, { it: 'Numero di chi lo riceve', en: 'The receiver’s number' }),
    hint:
      countryCode === undefined
        ? undefined
        : say(locale, {
            it: `Senza prefisso internazionale vale +${countryCode}.`,
            en: `Without a country code it counts as +${countryCode}.`,
          }),
    invalidText: say(locale, {
      it: 'Questo numero non è completo: ricontrollalo.',
      en: 'This number is not complete: please check it.',
    }),
    countryCode,
  }
}
