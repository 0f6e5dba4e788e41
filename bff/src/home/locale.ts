import type { Locale } from '@mosaic/schemas/text'

type Languages = { locales: readonly Locale[]; defaultLocale: Locale }

/** The language to speak: what the app asks for, else what the customer chose once, else the brand's; always one the brand speaks. */
export function preferredLocale(acceptLanguage: string | undefined, chosen: Locale | undefined, brand: Languages): Locale {
  const wanted = languagesOf(acceptLanguage)
  for (const language of wanted) {
    const spoken = brand.locales.find((locale) => locale === language)
    if (spoken) return spoken
  }
  return chosen !== undefined && brand.locales.includes(chosen) ? chosen : brand.defaultLocale
}

/** The primary languages of an Accept-Language header, most wanted first: "en-GB;q=0.8, it" → it, en. Nothing of a header that is too long. */
function languagesOf(header: string | undefined): string[] {
  if (!header || header.length > 200) return []
  return header
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/\s*;\s*q=/)
      return { language: tag.split('-')[0]?.toLowerCase() ?? '', quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality)
    .map(({ language }) => language)
}
