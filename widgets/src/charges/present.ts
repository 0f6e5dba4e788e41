import type { Charge, UsageEvent } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import type { Format } from '../format.ts'
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
  /** Where editors want them: what the line did, one by one, newest first. Absent where nobody can say. */
  events?: ChargesEvent[] | undefined
  eventsTitle?: string | undefined
  /** That there are none, that the newest have no cost yet, or that they cannot be shown. */
  eventsNote?: string | undefined
}
export type ChargesEvent = {
  id: string
  type: UsageEvent['type']
  name: string
  detailText?: string | undefined
  whenText: string
  /** Absent as long as it is not rated. */
  cost?: MoneyView | undefined
  costText: string
}

type Input = PresentInput<typeof fields, 'charges', 'usageEvents'>

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
    ...(own.events && input.lineId !== undefined && eventsView(input)),
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

const defaultEventCount = 10

function eventsView(input: Input): Partial<ChargesPayload> {
  const { fields: own, data, format } = input
  const { locale } = format
  const eventsTitle = say(locale, { it: 'Dettaglio di questa linea', en: 'Details of this line' })
  if (!data.usageEvents) return { eventsTitle, eventsNote: say(locale, eventNotes.unknown) }
  const newest = data.usageEvents.toSorted((one, other) => other.at.localeCompare(one.at)).slice(0, own.eventCount ?? defaultEventCount)
  const events = newest.map((event) => eventView(event, format))
  const note = events.length === 0 ? eventNotes.none : events.some(({ cost }) => !cost) ? eventNotes.late : undefined
  return { events, eventsTitle, eventsNote: note && say(locale, note) }
}

const eventNotes = {
  unknown: {
    it: 'Chiamate e connessioni non sono visibili in questo momento.',
    en: 'Calls and data sessions cannot be shown right now.',
  },
  none: { it: 'Nessuna chiamata o connessione in questo periodo.', en: 'No calls or data sessions in this period.' },
  late: {
    it: 'Il costo dei consumi più recenti arriva con qualche ora di ritardo.',
    en: 'What the latest ones cost is known a few hours later.',
  },
} as const satisfies Record<string, TwoLanguages>

function eventView({ id, type, name, at, amount, numberEnd, cost }: UsageEvent, format: Format): ChargesEvent {
  const { locale } = format
  const details = [
    amount !== undefined && amount > 0 ? eventAmount(type, amount, format) : undefined,
    numberEnd && say(locale, { it: `numero che finisce con ${numberEnd}`, en: `number ending in ${numberEnd}` }),
  ].filter((part) => part !== undefined)
  const money = cost && format.money(cost)
  return {
    id,
    type,
    name: name ?? say(locale, eventNames[type]),
    detailText: details.length > 0 ? details.join(', ') : undefined,
    whenText: `${format.date(at)}, ${format.time(at)}`,
    cost: money,
    costText: money && cost.minor !== 0 ? money.text : say(locale, money ? costTexts.included : costTexts.unknown),
  }
}

const eventNames: Record<UsageEvent['type'], TwoLanguages> = {
  data: { it: 'Connessione dati', en: 'Data session' },
  voice: { it: 'Chiamata', en: 'Call' },
  sms: { it: 'SMS', en: 'Text' },
}
const costTexts = { included: { it: 'Incluso', en: 'Included' }, unknown: { it: 'Costo in arrivo', en: 'Cost to come' } }

function eventAmount(type: UsageEvent['type'], amount: number, format: Format): string | undefined {
  if (type === 'data') return amount < 1 ? say(format.locale, { it: 'meno di 1 MB', en: 'less than 1 MB' }) : format.data(amount)
  // A text of several parts is still one text.
  if (type === 'sms') return undefined
  const seconds = Math.round(amount * 60)
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  return [...(minutes > 0 ? [`${format.number(minutes)} min`] : []), ...(rest > 0 || minutes === 0 ? [`${rest} s`] : [])].join(' ')
}
