import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Locale } from '@mosaic/schemas/text'
import { shared } from './shared.ts'
import type { TextView } from './view-model.ts'

/** One of Mosaic's own texts, in the customer's language. */
export function say(locale: Locale, texts: TwoLanguages): string {
  return texts[locale]
}

/**
 * The same, with the language it is written in, for the places where editors may have written another text instead. For texts that stand in the code as they are: each is made once, for
 * everybody.
 */
export function sayText(locale: Locale, texts: TwoLanguages): TextView {
  const value = texts[locale]
  let text = said[locale].get(value)
  if (!text) said[locale].set(value, (text = shared({ value, lang: locale })))
  return text
}

const said: Record<Locale, Map<string, TextView>> = { it: new Map(), en: new Map() }

/** The parts that are there, as one sentence each; a part that ends as a sentence does keeps its own end. */
export function spoken(...parts: (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== '')
    .reduce<string>((text, part) => (text === '' ? `${part}` : `${text}${/[.!?…]$/.test(text) ? ' ' : '. '}${part}`), '')
}

/** A formatted date as a moment: "il 14 marzo", "l’8 marzo" · "on 14 March". */
export function onDate(locale: Locale, date: string): string {
  return locale === 'it' ? `${startsWithVowel(date) ? 'l’' : 'il '}${date}` : `on ${date}`
}

/** A formatted date as a limit: "fino al 14 marzo", "fino all’8 marzo" · "until 14 March". */
export function untilDate(locale: Locale, date: string): string {
  return locale === 'it' ? `fino ${startsWithVowel(date) ? 'all’' : 'al '}${date}` : `until ${date}`
}

/** Italian elides its articles before "otto" and "undici", which are written as digits here. */
function startsWithVowel(date: string): boolean {
  return /^(8|11)\b/.test(date)
}
