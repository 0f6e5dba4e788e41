import type { Locale } from '@mosaic/schemas/text'
import { LRUCache } from 'lru-cache'

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

/** So many different headers are known. */
const headers = new LRUCache<string, readonly string[]>({ max: 256 })

/** The primary languages of an Accept-Language header, most wanted first: "en-GB;q=0.8, it" → it, en. Nothing of a header that is too long. */
function languagesOf(header: string | undefined): readonly string[] {
  if (!header || header.length > 200) return []
  let languages = headers.get(header)
  if (!languages) headers.set(header, (languages = read(header)))
  return languages
}

function read(header: string): string[] {
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
