import type { Locale } from '../text.ts'
import { parseTime } from './calendar.ts'
import type { CatalogueEntry } from './catalogue/define.ts'
import { aboutDate, aboutSpan } from './clauses-of-dates.ts'
import type { Operator, Rule, Span } from './types.ts'

export type ClauseOptions = { currency?: string; timeZone?: string }

/** A template of a language: `{0}` and `{1}` are the value's one or two parts. */
type Templates = Partial<Record<Operator, string>>

const presence: Record<Locale, Templates> = {
  it: { null: 'è assente', notNull: 'è presente' },
  en: { null: 'is missing', notNull: 'is present' },
}
const amounts: Record<Locale, Templates> = {
  it: {
    '=': 'è pari a {0}',
    '!=': 'non è pari a {0}',
    '<': 'è inferiore a {0}',
    '<=': 'è al massimo {0}',
    '>': 'è superiore a {0}',
    '>=': 'è almeno {0}',
    between: 'è fra {0} e {1}',
    notBetween: 'è inferiore a {0} o superiore a {1}',
  },
  en: {
    '=': 'is {0}',
    '!=': 'is not {0}',
    '<': 'is less than {0}',
    '<=': 'is at most {0}',
    '>': 'is more than {0}',
    '>=': 'is at least {0}',
    between: 'is between {0} and {1}',
    notBetween: 'is less than {0} or more than {1}',
  },
}
const times: Record<Locale, Templates> = {
  it: {
    '<': 'è prima delle {0}',
    '<=': 'non è dopo le {0}',
    '>': 'è dopo le {0}',
    '>=': 'non è prima delle {0}',
    between: 'è fra le {0} e le {1}',
    notBetween: 'non è fra le {0} e le {1}',
  },
  en: {
    '<': 'is before {0}',
    '<=': 'is not after {0}',
    '>': 'is after {0}',
    '>=': 'is not before {0}',
    between: 'is between {0} and {1}',
    notBetween: 'is not between {0} and {1}',
  },
}
const texts: Record<Locale, Templates> = {
  it: { contains: 'contiene {0}', doesNotContain: 'non contiene {0}', beginsWith: 'comincia con {0}' },
  en: { contains: 'contains {0}', doesNotContain: 'does not contain {0}', beginsWith: 'begins with {0}' },
}
const sets: Record<Locale, Templates> = {
  it: { contains: 'comprende {0}', doesNotContain: 'non comprende {0}' },
  en: { contains: 'includes {0}', doesNotContain: 'does not include {0}' },
}
const nextDay: Record<Locale, string> = { it: ' del giorno dopo', en: ' of the next day' }

/** One comparison that has passed the check, as a clause: "il credito residuo è inferiore a 5,00 €". */
export function clauseOf(attribute: CatalogueEntry, rule: Rule, locale: Locale, options: ClauseOptions): string {
  const { noun, whenTrue, whenFalse } = attribute.wording
  const present = presence[locale][rule.operator]
  // Attributes of one thing share its noun ("the line is prepaid"), but it is not the thing that is missing.
  if (present) return `${attribute.options || whenTrue ? quoted(attribute.label[locale], locale) : noun[locale]} ${present}`
  if (attribute.type === 'boolean' && rule.operator === '=') return ((rule.value ? whenTrue : whenFalse) ?? noun)[locale]
  return `${noun[locale]} ${predicate(attribute, rule, locale, options)}`
}

/** "a, b e c". */
export function listOf(items: readonly string[], conjunction: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`
}

function predicate(attribute: CatalogueEntry, rule: Rule, locale: Locale, options: ClauseOptions): string {
  const { operator } = rule
  const values = (Array.isArray(rule.value) ? rule.value : [rule.value]) as (string | number)[]
  switch (attribute.type) {
    case 'date':
      return typeof rule.value === 'object' && !Array.isArray(rule.value)
        ? aboutSpan(attribute, operator, rule.value as Span, locale)
        : aboutDate(attribute, operator, values.map(String), locale, options.timeZone ?? 'UTC')
    case 'time':
      return filled(times[locale][operator], timesOfDay(values.map(String), locale))
    case 'number':
      return filled(
        amounts[locale][operator],
        values.map((value) => counted(Number(value), attribute.unit?.[locale], locale)),
      )
    case 'money':
      return filled(
        amounts[locale][operator],
        values.map((value) => money(Number(value), locale, options.currency)),
      )
    case 'set':
      return filled(
        sets[locale][operator],
        values.map((value) => named(attribute, String(value), locale)),
      )
    default:
      return aboutText(attribute, operator, values.map(String), locale)
  }
}

function aboutText(attribute: CatalogueEntry, operator: Operator, values: readonly string[], locale: Locale): string {
  const inside = texts[locale][operator]
  if (inside)
    return filled(
      inside,
      values.map((value) => quoted(value, locale)),
    )
  const names = values.map((value) => named(attribute, value, locale))
  const isPositive = operator === '=' || operator === 'in'
  if (locale === 'it')
    return isPositive ? `è ${listOf(names, 'o')}` : `non è ${names.length > 1 ? names.map((name) => `né ${name}`).join(' ') : names[0]}`
  if (isPositive) return `is ${listOf(names, 'or')}`
  return names.length > 1 ? `is neither ${names.join(' nor ')}` : `is not ${names[0]}`
}

/** A value of a closed list by its name in the sentence, any other one in quotation marks. */
function named({ options }: CatalogueEntry, value: string, locale: Locale): string {
  const option = options?.find((each) => each.value === value)
  if (!option) return quoted(value, locale)
  return option.clause?.[locale] ?? option.label[locale].toLocaleLowerCase(locale)
}

function quoted(value: string, locale: Locale): string {
  return locale === 'it' ? `«${value}»` : `“${value}”`
}

function timesOfDay(values: readonly string[], locale: Locale): string[] {
  const [from, to] = values
  const isOverMidnight = from !== undefined && to !== undefined && parseTime(from) > parseTime(to)
  return isOverMidnight ? [from, `${to}${nextDay[locale]}`] : [...values]
}

function counted(value: number, unit: string | undefined, locale: Locale): string {
  const text = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(value)
  return unit === undefined ? text : unit === '%' ? `${text}%` : `${text} ${unit}`
}

/** Without a currency the amount stands alone, in the two decimals most currencies have. */
function money(minor: number, locale: Locale, currency: string | undefined): string {
  if (!currency) return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(minor / 100)
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}

/** Put in by position and never looked at again, so a value that holds `{0}` or `$&` stays as it is. */
function filled(template: string | undefined, values: readonly string[]): string {
  return (template ?? '{0}').replace(/\{([01])\}/g, (_, index) => values[Number(index)] ?? '')
}
