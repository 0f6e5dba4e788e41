import type { Locale } from '../text.ts'
import { parseDay } from './calendar.ts'
import type { CatalogueEntry } from './catalogue/define.ts'
import type { Operator, Span } from './types.ts'

const usualVerb: Record<Locale, string> = { it: 'cade', en: 'falls' }

/** "è avvenuta negli ultimi 30 giorni". */
export function aboutSpan({ wording }: CatalogueEntry, operator: Operator, span: Span, locale: Locale): string {
  const verb = wording.verb?.[locale] ?? usualVerb[locale]
  return `${verb} ${locale === 'it' ? italianSpan(operator, span) : englishSpan(operator, span)}`
}

/** "è avvenuta prima del 5 marzo 2026". */
export function aboutDate(
  { wording }: CatalogueEntry,
  operator: Operator,
  values: readonly string[],
  locale: Locale,
  timeZone: string,
): string {
  const verb = wording.verb?.[locale] ?? usualVerb[locale]
  const [first, second] = values.map((value) => written(value, locale, timeZone))
  return `${verb} ${locale === 'it' ? italianDate(operator, first!, second) : englishDate(operator, first!, second)}`
}

const italianUnits = {
  hours: {
    one: 'ora',
    many: 'ore',
    last: 'nell’ultima ora',
    lastMany: 'nelle ultime',
    next: 'nella prossima ora',
    nextMany: 'nelle prossime',
    a: 'un’ora',
  },
  days: {
    one: 'giorno',
    many: 'giorni',
    last: 'ieri o oggi',
    lastMany: 'negli ultimi',
    next: 'entro domani',
    nextMany: 'nei prossimi',
    a: 'un giorno',
  },
  months: {
    one: 'mese',
    many: 'mesi',
    last: 'nell’ultimo mese',
    lastMany: 'negli ultimi',
    next: 'nel prossimo mese',
    nextMany: 'nei prossimi',
    a: 'un mese',
  },
} as const

function italianSpan(operator: Operator, { amount, unit }: Span): string {
  const words = italianUnits[unit]
  const many = `${amount} ${words.many}`
  switch (operator) {
    case 'withinLast':
      return amount === 0 ? 'oggi' : amount === 1 ? words.last : `${words.lastMany} ${many}`
    case 'withinNext':
      return amount === 0 ? 'oggi' : amount === 1 ? words.next : `${words.nextMany} ${many}`
    case 'olderThan':
      return amount === 0 ? 'prima di oggi' : `più di ${amount === 1 ? words.a : many} fa`
    default:
      return amount === 0 ? 'dopo oggi' : `fra più di ${amount === 1 ? words.a : many}`
  }
}

function englishSpan(operator: Operator, { amount, unit }: Span): string {
  const one = unit.slice(0, -1)
  const counted = amount === 1 ? `1 ${one}` : `${amount} ${unit}`
  switch (operator) {
    case 'withinLast':
      if (amount < 2 && unit === 'days') return amount === 0 ? 'today' : 'yesterday or today'
      return `within the last ${amount === 1 ? one : counted}`
    case 'withinNext':
      if (amount < 2 && unit === 'days') return amount === 0 ? 'today' : 'today or tomorrow'
      return `within the next ${amount === 1 ? one : counted}`
    case 'olderThan':
      return amount === 0 ? 'before today' : `more than ${counted} ago`
    default:
      return amount === 0 ? 'after today' : `more than ${counted} from now`
  }
}

function italianDate(operator: Operator, first: string, second = ''): string {
  switch (operator) {
    case '=':
      return withArticle('il', first)
    case '!=':
      return `in un giorno diverso ${withArticle('dal', first)}`
    case '<':
      return `prima ${withArticle('del', first)}`
    case '<=':
      return `non oltre ${withArticle('il', first)}`
    case '>':
      return `dopo ${withArticle('il', first)}`
    case '>=':
      return `${withArticle('dal', first)} in poi`
    case 'between':
      return `fra ${withArticle('il', first)} e ${withArticle('il', second)}`
    default:
      return `prima ${withArticle('del', first)} o dopo ${withArticle('il', second)}`
  }
}

function englishDate(operator: Operator, first: string, second = ''): string {
  switch (operator) {
    case '=':
      return `on ${first}`
    case '!=':
      return `on a day other than ${first}`
    case '<':
      return `before ${first}`
    case '<=':
      return `no later than ${first}`
    case '>':
      return `after ${first}`
    case '>=':
      return `on ${first} or later`
    case 'between':
      return `between ${first} and ${second}`
    default:
      return `before ${first} or after ${second}`
  }
}

/** "il 5 marzo", but "l’8 marzo" and "dell’11 marzo". */
function withArticle(article: 'il' | 'del' | 'dal', date: string): string {
  const isElided = /^(8|11)\D/.test(date)
  if (!isElided) return `${article} ${date}`
  return `${{ il: 'l', del: 'dell', dal: 'dall' }[article]}’${date}`
}

function written(value: string, locale: Locale, timeZone: string): string {
  const language = locale === 'it' ? 'it-IT' : 'en-GB'
  const isDay = !Number.isNaN(parseDay(value))
  const style = isDay ? ({ dateStyle: 'long', timeZone: 'UTC' } as const) : ({ dateStyle: 'long', timeStyle: 'short', timeZone } as const)
  const text = new Intl.DateTimeFormat(language, style).format(new Date(value))
  // Italian writes the first of the month as an ordinal.
  return locale === 'it' ? text.replace(/^1 /, '1º ') : text
}
