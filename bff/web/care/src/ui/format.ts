import type { Locale } from '@mosaic/schemas/text'

const tags: Record<Locale, string> = { it: 'it-IT', en: 'en-GB' }

/** A day, such as "26 nov 2026". */
export function dayText(instant: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant))
}

/** A time of day, such as "09:05". */
export function timeText(instant: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], { hour: '2-digit', minute: '2-digit' }).format(new Date(instant))
}

/** A moment, such as "26 nov 2026, 09:05". */
export function momentText(instant: string, locale: Locale): string {
  return `${dayText(instant, locale)}, ${timeText(instant, locale)}`
}
