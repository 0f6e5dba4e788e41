import type { Locale } from '@mosaic/schemas/text'
import type { MenuNode } from './model.ts'

const signs = { it: { '*': 'asterisco', '#': 'cancelletto' }, en: { '*': 'star', '#': 'hash' } }

/** A level as it is heard: its title, and each option with its key. */
export function spokenLines({ title, options }: MenuNode, locale: Locale): string[] {
  const lines = options.map(({ key, text }) => {
    const sign = signs[locale][key as '*'] ?? key
    const words = text[locale] ?? '…'
    return locale === 'it' ? `Per «${words}», premi ${sign}.` : `For "${words}", press ${sign}.`
  })
  return [title[locale] ?? '…', ...lines]
}
