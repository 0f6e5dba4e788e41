import type { Locale } from '@mosaic/schemas/text'
import { createFormat, type Format } from '@mosaic/widgets'
import { LRUCache } from 'lru-cache'
import { nextQuarter, quarterOf } from './quarter.ts'

const formats = new LRUCache<string, Format>({ max: 64 })
/** The one asked for last: a home asks for the same a dozen times. */
let last: { locale: Locale; timeZone: string; quarter: number; format: Format } | undefined

/** The formats of a language at a moment, at which they only look to leave out the current year; building one costs more than composing a home, so they are shared. */
export function formatFor(locale: Locale, timeZone: string, now: Date): Format {
  const until = nextQuarter(now)
  if (last?.locale === locale && last.timeZone === timeZone && last.quarter === until) return last.format
  const quarter = quarterOf(now)
  const key = `${locale} ${timeZone} ${quarter.getTime()}`
  let format = formats.get(key)
  if (!format) {
    format = createFormat(locale, timeZone, () => quarter)
    formats.set(key, format)
  }
  last = { locale, timeZone, quarter: until, format }
  return format
}
