import type { Locale } from '@mosaic/schemas/text'
import { locales } from './i18n/messages.ts'
import { isTheme, systemAppearance, type Appearance, type Theme } from './theme/theme.ts'

/** What the device remembers that is nobody's secret: language, appearance, and the brand's colours for the next first paint. */
export type Preferences = { locale?: Locale | undefined; appearance: Appearance; theme?: Theme | undefined }

const key = 'mosaic.preferences'
const schemes: readonly string[] = ['system', 'light', 'dark'] satisfies Appearance['scheme'][]
const contrasts: readonly string[] = ['system', 'standard', 'more'] satisfies Appearance['contrast'][]

/** The preferences of this device; whatever cannot be read counts as not chosen. */
export function loadPreferences(storage: Pick<Storage, 'getItem'>): Preferences {
  try {
    const { locale, appearance, theme } = JSON.parse(storage.getItem(key) ?? '{}') as Partial<Preferences>
    return {
      locale: locales.find((known) => known === locale),
      appearance:
        appearance && schemes.includes(appearance.scheme) && contrasts.includes(appearance.contrast) ? appearance : systemAppearance,
      theme: isTheme(theme) ? theme : undefined,
    }
  } catch {
    return { appearance: systemAppearance }
  }
}

/** Remembers them. A full or forbidden storage only means they last as long as the page. */
export function savePreferences(storage: Pick<Storage, 'setItem'>, preferences: Preferences): void {
  try {
    storage.setItem(key, JSON.stringify(preferences))
  } catch {
    // Private browsing may forbid storage.
  }
}

/** The language to speak: the chosen one, else the first of the browser's that the brand speaks, else the brand's own. */
export function chooseLocale(
  chosen: Locale | undefined,
  browser: readonly string[],
  brand: { locales: readonly Locale[]; defaultLocale: Locale },
): Locale {
  const wanted = [chosen, ...browser.map((tag) => tag.split('-')[0])]
  return wanted.map((tag) => brand.locales.find((locale) => locale === tag)).find(Boolean) ?? brand.defaultLocale
}
