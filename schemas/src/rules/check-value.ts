import { show } from '../errors.ts'
import { parseDay, parseInstant, parseTime } from './calendar.ts'
import type { CatalogueEntry } from './catalogue/define.ts'
import type { AttributeType, Operator, RuleIssue, TwoLanguages } from './types.ts'

const dayMs = 86_400_000
const longestList = 200
const longestText = 200
const longestSpan = 10_000
const spanUnits = ['hours', 'days', 'months']

/** What a value of each type is, in words. */
const inWords: Record<AttributeType, TwoLanguages & { expected: string }> = {
  string: { expected: `a text of 1 to ${longestText} characters`, it: 'serve un testo', en: 'a text is needed' },
  set: { expected: `a text of 1 to ${longestText} characters`, it: 'serve un testo', en: 'a text is needed' },
  number: { expected: 'a number', it: 'serve un numero', en: 'a number is needed' },
  money: { expected: 'a whole number of cents', it: 'serve un importo in centesimi', en: 'an amount in cents is needed' },
  boolean: { expected: 'true or false', it: 'serve sì o no', en: 'yes or no is needed' },
  date: { expected: 'a day (2026-12-25) or an instant (2026-12-25T18:00:00Z)', it: 'serve una data', en: 'a date is needed' },
  time: { expected: 'a time of day (22:00)', it: 'serve un’ora (per esempio 22:00)', en: 'a time of day (such as 22:00) is needed' },
}

/** What is wrong with the value of a rule whose attribute and operator are right; paths start at `value`. */
export function checkValue(attribute: CatalogueEntry, operator: Operator, value: unknown): RuleIssue[] {
  switch (operator) {
    case 'null':
    case 'notNull':
      return []
    case 'withinLast':
    case 'withinNext':
    case 'olderThan':
    case 'furtherThan':
      return checkSpan(attribute, value)
    case 'between':
    case 'notBetween':
      return checkPair(attribute, value)
    case 'in':
    case 'notIn':
      return checkList(attribute, value)
    default:
      return checkSingle(attribute, value, 'value')
  }
}

function checkSpan({ label }: CatalogueEntry, value: unknown): RuleIssue[] {
  const span = typeof value === 'object' && value !== null ? (value as { amount?: unknown; unit?: unknown }) : {}
  const { amount, unit } = span
  const isCount = Number.isInteger(amount) && (amount as number) >= 0 && (amount as number) <= longestSpan
  const isUnit = typeof unit === 'string' && spanUnits.includes(unit)
  // "The last 0 days" is today; 0 hours or months would be nothing at all.
  if (isCount && isUnit && (amount !== 0 || unit === 'days')) return []
  const expected = `{ amount: a whole number up to ${longestSpan}, unit: ${spanUnits.join(' | ')} }`
  const message = {
    it: `«${label.it}»: serve un periodo in ore, giorni o mesi, per esempio 30 giorni.`,
    en: `"${label.en}": a span in hours, days or months is needed, such as 30 days.`,
  }
  return [{ path: 'value', code: 'bad-span', message, expected, got: show(value) }]
}

function checkPair(attribute: CatalogueEntry, value: unknown): RuleIssue[] {
  const { label, type } = attribute
  if (!Array.isArray(value) || value.length !== 2) {
    const message = { it: `«${label.it}»: servono due valori, da e a.`, en: `"${label.en}": two values are needed, from and to.` }
    return [{ path: 'value', code: 'wrong-value-type', message, expected: `two values, each ${inWords[type].expected}`, got: show(value) }]
  }
  const issues = value.flatMap((end, index) => checkSingle(attribute, end, `value/${index}`))
  if (issues.length > 0) return issues
  // A window of the day may go over midnight.
  if (type === 'time' || (type === 'date' ? firstMs(value[0]) < firstMs(value[1]) + lengthMs(value[1]) : value[0] <= value[1])) return []
  const message = {
    it: `«${label.it}»: il primo valore viene dopo il secondo, scambiali.`,
    en: `"${label.en}": the first value comes after the second, swap them.`,
  }
  return [{ path: 'value', code: 'reversed-bounds', message, expected: 'the lower value first', got: show(value) }]
}

function checkList(attribute: CatalogueEntry, value: unknown): RuleIssue[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > longestList) {
    const { it, en } = attribute.label
    const message = {
      it: `«${it}»: scegli almeno un valore (al massimo ${longestList}).`,
      en: `"${en}": choose at least one value (at most ${longestList}).`,
    }
    return [{ path: 'value', code: 'wrong-value-type', message, expected: `a list of 1 to ${longestList} values`, got: show(value) }]
  }
  return value.flatMap((item, index) => checkSingle(attribute, item, `value/${index}`))
}

function checkSingle({ label, type, options }: CatalogueEntry, value: unknown, path: string): RuleIssue[] {
  if (!isOfType(type, value)) {
    const words = inWords[type]
    const message = { it: `«${label.it}»: ${words.it}.`, en: `"${label.en}": ${words.en}.` }
    return [{ path, code: 'wrong-value-type', message, expected: words.expected, got: show(value) }]
  }
  if (!options || options.some((option) => option.value === value)) return []
  const list = (locale: 'it' | 'en') => options.map((option) => option.label[locale]).join(', ')
  const message = {
    it: `«${label.it}»: ${show(value)} non è fra i valori possibili (${list('it')}).`,
    en: `"${label.en}": ${show(value)} is not one of its values (${list('en')}).`,
  }
  return [{ path, code: 'unknown-option', message, expected: options.map((option) => option.value).join(', '), got: show(value) }]
}

function isOfType(type: AttributeType, value: unknown): boolean {
  switch (type) {
    case 'string':
    case 'set':
      return typeof value === 'string' && value !== '' && value.length <= longestText
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'money':
      return Number.isSafeInteger(value)
    case 'boolean':
      return typeof value === 'boolean'
    case 'date':
      return typeof value === 'string' && !Number.isNaN(firstMs(value))
    case 'time':
      return typeof value === 'string' && !Number.isNaN(parseTime(value))
  }
}

/** When a day or an instant begins, as if the day were UTC's; NaN for any other text. */
function firstMs(date: string): number {
  const day = parseDay(date)
  return Number.isNaN(day) ? parseInstant(date) : day * dayMs
}

/** How long it lasts. */
function lengthMs(date: string): number {
  return Number.isNaN(parseDay(date)) ? 1 : dayMs
}
