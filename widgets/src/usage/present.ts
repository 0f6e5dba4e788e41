import type { Counter } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Locale } from '@mosaic/schemas/text'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import type { Format } from '../format.ts'
import { onDate, say, sayText, spoken } from '../say.ts'
import type { fields } from './widget.ts'

export type UsageCounter = {
  id: string
  type: Counter['type']
  name: string
  isUnlimited: boolean
  isLow: boolean
  /** Data in MB, voice in minutes, SMS in messages; `remaining` and `total` are absent when unlimited. */
  /** Of a shared counter: what all lines used. */
  used: number
  remaining?: number | undefined
  total?: number | undefined
  /** The part that is left, 0 to 1; 1 when unlimited. */
  ratio: number
  remainingText: string
  totalText?: string | undefined
  usedText: string
  resetsOn?: string | undefined
  resetText?: string | undefined
  /** Absent on all of them where there are only those at home. */
  group?: UsageGroup | undefined
  groupText?: string | undefined
  /** Of a shared counter: what this line used of it, where the system tells it. */
  usedByLine?: number | undefined
  usedByLineText?: string | undefined
  /** Of a counter for use abroad: until when the system has counted, and what to make of it. */
  countedAt?: string | undefined
  countedText?: string | undefined
}
type UsageGroup = 'home' | 'abroad' | 'shared'
export type UsagePayload = { counters: UsageCounter[] }

type Input = PresentInput<typeof fields, 'usage'>

/** Data first: it is what people look for. An allowance of nothing is not shown: some plans list them all. */
const order: readonly Counter['type'][] = ['data', 'voice', 'sms']
const defaultLowPercent = 20

export function present(input: Input): Face<UsagePayload> | LeaveOut {
  const { fields: own, data, format, text, action } = input
  const shown = order
    .filter((type) => own.show === undefined || own.show === 'all' || own.show === type)
    .flatMap((type) => data.usage.counters.filter((counter) => counter.type === type && counter.total !== 0))
  const isGrouped = shown.some((counter) => groupOf(counter) !== 'home')
  const counters = groups
    .flatMap((group) => shown.filter((counter) => groupOf(counter) === group))
    .map((counter) => ({ ...counterView(counter, input), ...(isGrouped && groupView(counter, input)) }))
  const main = mainOf(counters)
  if (!main) return { leaveOut: 'NO_COUNTERS' }

  const title = text(own.title) ?? sayText(format.locale, { it: 'I tuoi consumi', en: 'Your usage' })
  const summary = spoken(...counters.map(sentence), ...new Set(counters.map(({ countedText }) => countedText)))
  return {
    title,
    payload: { counters },
    summary,
    gauge: {
      label: { value: main.name, lang: format.locale },
      ratio: main.ratio,
      valueText: main.remainingText,
      actions: action ? [action] : [],
    },
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }
}

/** The one people look for: of the first group there is, the first that can run out. */
function mainOf(counters: readonly UsageCounter[]): UsageCounter | undefined {
  const [first] = counters
  return counters.find(({ isUnlimited, group }) => !isUnlimited && group === first?.group) ?? first
}

const groups: readonly UsageGroup[] = ['home', 'abroad', 'shared']
const groupTexts: Record<UsageGroup, TwoLanguages> = {
  home: { it: 'In Italia', en: 'In Italy' },
  abroad: { it: 'All’estero', en: 'Abroad' },
  shared: { it: 'Condivisi', en: 'Shared' },
}

/** What is for use abroad is told as such, shared or not: nobody can use it at home. */
function groupOf({ isRoaming, isShared }: Counter): UsageGroup {
  if (isRoaming) return 'abroad'
  return isShared ? 'shared' : 'home'
}

function groupView(counter: Counter, { format }: Input): Partial<UsageCounter> {
  const { locale } = format
  const group = groupOf(counter)
  const { usedByLine, countedAt } = counter
  const own = usedByLine === undefined ? undefined : amountText(counter.type, usedByLine, format)
  return {
    group,
    groupText: say(locale, groupTexts[group]),
    ...(own !== undefined && {
      usedByLine,
      usedByLineText: say(locale, { it: `${own} usati da questa linea`, en: `${own} used by this line` }),
    }),
    ...(group === 'abroad' && { countedAt, countedText: countedText(countedAt, format) }),
  }
}

function countedText(countedAt: string | undefined, format: Format): string {
  const late = say(format.locale, {
    it: 'I consumi all’estero possono arrivare con qualche ora di ritardo',
    en: 'Usage abroad may arrive a few hours late',
  })
  if (countedAt === undefined) return late
  const when = `${format.date(countedAt)}, ${format.time(countedAt)}`
  return say(format.locale, { it: `${late} (ultimo aggiornamento: ${when})`, en: `${late} (last update: ${when})` })
}

function counterView({ id, type, name, used, total, resetsOn, isShared }: Counter, { fields: own, format, moment }: Input): UsageCounter {
  const { locale } = format
  const amount = (value: number) => amountText(type, value, format)
  // A back-end may count past the allowance: nothing is left then, never less than nothing.
  const remaining = total === undefined ? undefined : Math.max(0, total - used)
  const ratio = total === undefined ? 1 : (remaining ?? 0) / total
  const resets = total !== undefined && resetsOn !== undefined && !moment.isAfter(resetsOn) ? resetsOn : undefined
  return {
    id,
    type,
    name,
    isUnlimited: total === undefined,
    isLow: total !== undefined && ratio * 100 < (own.lowPercent ?? defaultLowPercent),
    used,
    remaining,
    total,
    ratio,
    remainingText: remaining === undefined ? unlimited(type, locale) : amount(remaining),
    totalText: total === undefined ? undefined : say(locale, { it: `su ${amount(total)}`, en: `of ${amount(total)}` }),
    usedText: say(locale, isShared ? usedByAll(amount(used)) : { it: `${amount(used)} usati`, en: `${amount(used)} used` }),
    resetsOn: resets,
    resetText: resets && resetSentence(format.date(resets), locale),
  }
}

function amountText(type: Counter['type'], value: number, format: Format): string {
  if (type === 'data') return format.data(value)
  const text = format.number(value)
  if (type === 'sms') return say(format.locale, { it: `${text} SMS`, en: text === '1' ? '1 text' : `${text} texts` })
  return say(format.locale, { it: text === '1' ? '1 minuto' : `${text} minuti`, en: text === '1' ? '1 minute' : `${text} minutes` })
}

function usedByAll(used: string): TwoLanguages {
  return { it: `${used} usati da tutte le linee`, en: `${used} used by all lines` }
}

function unlimited(type: Counter['type'], locale: Locale): string {
  const what = { data: 'Giga illimitati', voice: 'Minuti illimitati', sms: 'SMS illimitati' } as const
  const whatEnglish = { data: 'Unlimited data', voice: 'Unlimited minutes', sms: 'Unlimited texts' } as const
  return say(locale, { it: what[type], en: whatEnglish[type] })
}

function resetSentence(date: string, locale: Locale): string {
  return say(locale, { it: `Si rinnovano ${onDate('it', date)}`, en: `Renews ${onDate('en', date)}` })
}

function sentence({ name, remainingText, totalText, usedByLineText, resetText }: UsageCounter): string {
  return spoken(`${name}: ${[remainingText, totalText].filter(Boolean).join(' ')}`, usedByLineText, resetText)
}
