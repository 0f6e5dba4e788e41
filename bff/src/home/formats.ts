import type { Locale } from '@mosaic/schemas/text'
import { createFormat, type Format } from '@mosaic/widgets'
import { LRUCache } from 'lru-cache'
import { quarterOf } from './quarter.ts'

const formats = new LRUCache<string, Format>({ max: 64 })

/** The formats of a language at a moment, at which they only look to leave out the current year; building one costs more than composing a home, so they are shared. */
export function formatFor(locale: Locale, timeZone: string, now: Date): Format {
  const quarter = quarterOf(now)
  const key = `${locale} ${timeZone} ${quarter.getTime()}`
  let format = formats.get(key)
  if (!format) {
    format = createFormat(locale, timeZone, () => quarter)
    formats.set(key, format)
  }
  return format
}
