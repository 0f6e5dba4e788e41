import type { Locale } from '@mosaic/schemas/text'
import { createFormat, type Format } from '@mosaic/widgets'
import { LRUCache } from 'lru-cache'

/** A format only looks at its moment to leave out the current year, which no time zone turns inside a quarter of an hour. */
const quarterMs = 15 * 60_000
const formats = new LRUCache<string, Format>({ max: 64 })

/** The formats of a language at a moment; building one costs more than composing a home, so they are shared. */
export function formatFor(locale: Locale, timeZone: string, now: Date): Format {
  const quarter = Math.floor(now.getTime() / quarterMs)
  const key = `${locale} ${timeZone} ${quarter}`
  let format = formats.get(key)
  if (!format) {
    const moment = new Date(quarter * quarterMs)
    format = createFormat(locale, timeZone, () => moment)
    formats.set(key, format)
  }
  return format
}
