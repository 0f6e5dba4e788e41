import type { UsageMonth } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import type { FieldValues } from '../fields.ts'
import type { Format } from '../format.ts'
import { monthText } from '../month.ts'
import { say, sayText, spoken } from '../say.ts'
import type { fields } from './widget.ts'

export type UsageHistoryMonth = {
  id: string
  monthText: string
  /** Data in MB, voice in minutes, SMS in messages, cost in minor units. */
  amount: number
  amountText: string
  /** The part of the month with most, 0 to 1. */
  ratio: number
}
export type UsageHistoryPayload = {
  what: What
  whatText: string
  months: UsageHistoryMonth[]
  /** Absent with one month only. */
  averageText?: string | undefined
  /** How the last month stands to those before; absent with fewer than three. */
  trendText?: string | undefined
}

type What = FieldValues<typeof fields>['what']
type Input = PresentInput<typeof fields, 'usageHistory'>
/** One month's figure. */
type Figure = { month: string; amount: number; currency: string }

const defaultCount = 6
/** Within this part of the others a month is like them. */
const likeness = 0.15

export function present(input: Input): Face<UsageHistoryPayload> | LeaveOut {
  const { fields: own, data, format, text } = input
  const { locale } = format
  const figures = figuresOf(data.usageHistory, input)
  if (figures.length === 0) return { leaveOut: 'NO_HISTORY' }
  const most = Math.max(...figures.map(({ amount }) => amount))
  if (most <= 0) return { leaveOut: 'NOTHING_USED' }

  const months = figures.map(({ month, amount, currency }) => ({
    id: month,
    monthText: monthText(format, middleOf(month)),
    amount,
    amountText: amountText(own.what, amount, currency, format),
    ratio: Math.max(0, amount) / most,
  }))
  const payload: UsageHistoryPayload = {
    what: own.what,
    whatText: say(locale, whatTexts[own.what]),
    months,
    averageText: averageText(figures, input),
    trendText: trendText(figures, input),
  }
  const title = text(own.title) ?? sayText(locale, titles[own.what])
  const summary = spoken(payload.averageText, payload.trendText, ...months.map((month) => `${month.monthText}: ${month.amountText}`))
  return {
    title,
    payload,
    summary,
    list: { items: months.map((month) => ({ id: month.id, primary: month.monthText, value: month.amountText })) },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

/** Newest first, whatever order they came in; months in which it was not counted, or not in the currency of the newest, are not there. */
function figuresOf(history: readonly UsageMonth[], { fields: { what, count }, currency }: Input): Figure[] {
  const found = history
    .flatMap((month): Figure[] => {
      const amount = what === 'cost' ? month.cost?.minor : { data: month.dataMb, voice: month.voiceMinutes, sms: month.sms }[what]
      return amount === undefined ? [] : [{ month: month.month, amount, currency: month.cost?.currency ?? currency }]
    })
    .toSorted((one, other) => other.month.localeCompare(one.month))
  return found.filter((figure) => what !== 'cost' || figure.currency === found[0]?.currency).slice(0, count ?? defaultCount)
}

/** A moment that is in the month in every time zone. */
function middleOf(month: string): string {
  return `${month}-15T12:00:00.000Z`
}

function mean(figures: readonly Figure[]): number {
  return figures.reduce((sum, { amount }) => sum + amount, 0) / figures.length
}

function averageText(figures: readonly Figure[], { fields: { what }, format }: Input): string | undefined {
  if (figures.length < 2) return undefined
  const average = amountText(what, Math.round(mean(figures)), figures[0]?.currency ?? '', format)
  return say(format.locale, { it: `In media ${average} al mese`, en: `${average} a month on average` })
}

function trendText([last, ...before]: readonly Figure[], { format }: Input): string | undefined {
  if (!last || before.length < 2) return undefined
  const usual = mean(before)
  const month = monthText(format, middleOf(last.month))
  const difference = last.amount - usual
  if (Math.abs(difference) <= usual * likeness) return say(format.locale, { it: `${month}: come al solito`, en: `${month}: as usual` })
  return say(
    format.locale,
    difference > 0
      ? { it: `${month}: più del solito`, en: `${month}: more than usual` }
      : { it: `${month}: meno del solito`, en: `${month}: less than usual` },
  )
}

function amountText(what: What, amount: number, currency: string, format: Format): string {
  if (what === 'cost') return format.money({ minor: amount, currency }).text
  if (what === 'data') return format.data(amount)
  const text = format.number(amount)
  if (what === 'sms') return say(format.locale, { it: `${text} SMS`, en: text === '1' ? '1 text' : `${text} texts` })
  return say(format.locale, { it: text === '1' ? '1 minuto' : `${text} minuti`, en: text === '1' ? '1 minute' : `${text} minutes` })
}

const whatTexts: Record<What, TwoLanguages> = {
  data: { it: 'Giga', en: 'Data' },
  voice: { it: 'Minuti', en: 'Minutes' },
  sms: { it: 'SMS', en: 'Texts' },
  cost: { it: 'Spesa', en: 'Spending' },
}
const titles: Record<What, TwoLanguages> = {
  data: { it: 'Giga mese per mese', en: 'Data month by month' },
  voice: { it: 'Minuti mese per mese', en: 'Minutes month by month' },
  sms: { it: 'SMS mese per mese', en: 'Texts month by month' },
  cost: { it: 'Spesa mese per mese', en: 'Spending month by month' },
}
