import { Type, type Static } from 'typebox'

/** The languages Mosaic speaks, in content and in the editors' tools. */
export const locales = ['it', 'en'] as const
export type Locale = (typeof locales)[number]

/** A text in every language it has been written in. */
export const LocalizedText = Type.Object(
  { it: Type.Optional(Type.String()), en: Type.Optional(Type.String()) },
  { additionalProperties: false },
)
export type LocalizedText = Static<typeof LocalizedText>

/** The text in the wanted language, else in the brand's default one, else in any; `undefined` when there is none. */
export function pickText(text: LocalizedText | undefined, locale: Locale, fallback: Locale): { value: string; lang: Locale } | undefined {
  if (!text) return undefined
  for (const lang of [locale, fallback, ...locales]) {
    const value = text[lang]
    if (value) return { value, lang }
  }
  return undefined
}
