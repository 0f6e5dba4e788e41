import type { Locale } from '@mosaic/schemas/text'

const units = [
  ['day', 24 * 3600_000],
  ['hour', 3600_000],
  ['minute', 60_000],
] as const

const languageTags: Record<Locale, string> = { it: 'it-IT', en: 'en-GB' }
const formats = new Map<Locale, Intl.RelativeTimeFormat>()

/** How long ago, in one short phrase: "12 min fa" · "12 min ago". Under a minute, or in the future by a clock's error: "poco fa" · "just now". */
export function ageText(instant: string | number, now: Date, locale: Locale): string {
  const age = now.getTime() - new Date(instant).getTime()
  const unit = units.find(([, milliseconds]) => age >= milliseconds)
  if (!unit) return locale === 'it' ? 'poco fa' : 'just now'
  let format = formats.get(locale)
  if (!format) formats.set(locale, (format = new Intl.RelativeTimeFormat(languageTags[locale], { style: 'short' })))
  return format.format(-Math.floor(age / unit[1]), unit[0])
}

/** The badge of a tile whose data is old: "Aggiornato 12 min fa" · "Updated 12 min ago". */
export function updatedText(instant: string | number, now: Date, locale: Locale): string {
  return `${locale === 'it' ? 'Aggiornato' : 'Updated'} ${ageText(instant, now, locale)}`
}
