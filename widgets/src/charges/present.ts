import type { Charge } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { say, sayText, spoken } from '../say.ts'
import type { MoneyView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type ChargesItem = {
  id: string
  name: string
  type: Charge['type']
  typeText: string
  amount: MoneyView
  whenText: string
}
export type ChargesPayload = {
  /** Absent when the charges are in several currencies: those do not add up. */
  total?: MoneyView | undefined
  totalText?: string | undefined
  items: ChargesItem[]
  /** How many are not among the items, in words. */
  moreText?: string | undefined
}

type Input = PresentInput<typeof fields, 'charges'>

const defaultCount = 5

export function present(input: Input): Face<ChargesPayload> | LeaveOut {
  const { fields: own, data, format, text } = input
  const { locale } = format
  if (data.charges.length === 0) return { leaveOut: 'NO_CHARGES' }

  const minor = sumOf(data.charges)
  const currency = data.charges[0]?.amount.currency ?? input.currency
  const total = minor === undefined ? undefined : format.money({ minor, currency })
  const all = own.detail === 'types' && total ? byType(input, currency) : oneByOne(input)
  const items = all.slice(0, own.count ?? defaultCount)
  const payload: ChargesPayload = {
    total,
    totalText: total && say(locale, { it: 'Finora, nella prossima fattura', en: 'So far, on your next bill' }),
    items,
    moreText: moreText(all.length - items.length, input),
  }
  const title = text(own.title) ?? sayText(locale, { it: 'In questo periodo', en: 'This billing period' })
  const totalSentence =
    total && say(locale, { it: `${total.text} finora, nella prossima fattura`, en: `${total.text} so far, on your next bill` })
  const summary = spoken(totalSentence, ...items.map(({ name, amount }) => `${name} ${amount.text}`), payload.moreText)
  return {
    title,
    payload,
    summary,
    list: { items: items.map(({ id, name, whenText, amount }) => ({ id, primary: name, secondary: whenText, value: amount.text })) },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

/** The newest first, whatever order they came in. */
function oneByOne({ data, format }: Input): ChargesItem[] {
  const { locale } = format
  return data.charges
    .toSorted((one, other) => other.at.localeCompare(one.at))
    .map(({ id, name, type, amount, at }) => ({
      id,
      name,
      type,
      typeText: say(locale, typeTexts[type]),
      amount: format.money(amount),
      whenText: format.date(at),
    }))
}

/** One row for each type there is, in the order people look for them: what always comes last. */
function byType({ data, format }: Input, currency: string): ChargesItem[] {
  const { locale } = format
  return order.flatMap((type) => {
    const found = data.charges.filter((charge) => charge.type === type)
    if (found.length === 0) return []
    const name = say(locale, typeTexts[type])
    const amount = format.money({ minor: sumOf(found) ?? 0, currency })
    return [{ id: type, name, type, typeText: name, amount, whenText: countText(found.length, locale) }]
  })
}

const order: readonly Charge['type'][] = ['usage', 'thirdParty', 'oneTime', 'recurring']
const typeTexts: Record<Charge['type'], TwoLanguages> = {
  usage: { it: 'Consumi fuori piano', en: 'Usage outside the plan' },
  thirdParty: { it: 'Servizi di altri fornitori', en: 'Services of other providers' },
  oneTime: { it: 'Una tantum', en: 'One-off' },
  recurring: { it: 'Piani e opzioni', en: 'Plans and options' },
}

/** Nothing, where they are in several currencies. */
function sumOf(charges: readonly Charge[]): number | undefined {
  const currencies = new Set(charges.map(({ amount }) => amount.currency))
  return currencies.size > 1 ? undefined : charges.reduce((sum, { amount }) => sum + amount.minor, 0)
}

function countText(count: number, locale: Input['format']['locale']): string {
  return say(locale, { it: count === 1 ? '1 addebito' : `${count} addebiti`, en: count === 1 ? '1 charge' : `${count} charges` })
}

function moreText(count: number, { format: { locale } }: Input): string | undefined {
  if (count <= 0) return undefined
  return say(locale, { it: `E ${count === 1 ? 'un altro' : `altri ${count}`} ancora`, en: `And ${count} more` })
}
