import { MosaicError, show } from '@mosaic/schemas/errors'
import type { Locale } from '@mosaic/schemas/text'
import { locales } from './i18n/messages.ts'
import { isTheme, type Theme } from './theme/theme.ts'

/** What the BFF tells the app before anybody is signed in (`/app-config.json`): public, the same for everybody. */
export type AppConfig = {
  brand: { id: string; name: string; locales: readonly Locale[]; defaultLocale: Locale; logoUrl?: string | undefined }
  /** The operator's identity provider, and this app's public client there. */
  issuer: string
  clientId: string
  /** The colours for whoever is not signed in yet. */
  theme?: Theme | undefined
  /** Customers of this brand are helped by people, who may send them to a place of the app; `stores`: where its native apps are had. */
  care?:
    | {
        stores: { ios?: string | undefined; android?: string | undefined }
        /** By the mobile network, instead of signing in. */ canProve: boolean
      }
    | undefined
}

/** How long the BFF may take to answer, in milliseconds. */
const timeoutMs = 8_000

/**
 * Asks the BFF for the configuration.
 * @throws MosaicError APP_CONFIG_UNREACHABLE when the network or the server fails, APP_CONFIG_INVALID when the answer is not a configuration.
 */
export async function fetchAppConfig(): Promise<AppConfig> {
  let value: unknown
  try {
    const response = await fetch('/app-config.json', { signal: AbortSignal.timeout(timeoutMs) })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    value = await response.json()
  } catch (cause) {
    throw new MosaicError(
      'APP_CONFIG_UNREACHABLE',
      'The app could not be configured',
      { expected: 'an answer from /app-config.json', got: String(cause), fix: 'Check the connection and try again.' },
      { cause },
    )
  }
  return parseAppConfig(value)
}

/** Checks the answer of `/app-config.json`; members it does not know are ignored. */
export function parseAppConfig(value: unknown): AppConfig {
  const { brand, issuer, clientId, theme, care } = record(value, 'an object')
  const { id, name, locales: speaks, defaultLocale, logoUrl } = record(brand, 'brand: an object')
  if (typeof id !== 'string' || typeof name !== 'string') throw invalid('brand.id and brand.name: texts', brand)
  if (typeof issuer !== 'string' || !URL.canParse(issuer)) throw invalid('issuer: an absolute URL', issuer)
  if (typeof clientId !== 'string') throw invalid('clientId: a text', clientId)
  const spoken = Array.isArray(speaks) ? locales.filter((locale) => speaks.includes(locale)) : []
  const first = spoken[0]
  if (!first) throw invalid(`brand.locales: some of ${locales.join(', ')}`, speaks)
  return {
    brand: {
      id,
      name,
      locales: spoken,
      defaultLocale: spoken.find((locale) => locale === defaultLocale) ?? first,
      logoUrl: typeof logoUrl === 'string' ? logoUrl : undefined,
    },
    issuer,
    clientId,
    theme: isTheme(theme) ? theme : undefined,
    care: careOf(care),
  }
}

function careOf(value: unknown): AppConfig['care'] {
  if (typeof value !== 'object' || value === null) return undefined
  const { stores, canProve } = value as { stores?: { ios?: unknown; android?: unknown } | null; canProve?: unknown }
  return { stores: { ios: storeAddress(stores?.ios), android: storeAddress(stores?.android) }, canProve: canProve === true }
}

/** An address outside the app must be one that a browser opens as a page. */
function storeAddress(value: unknown): string | undefined {
  return typeof value === 'string' && value.startsWith('https://') && URL.canParse(value) ? value : undefined
}

function record(value: unknown, expected: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(expected, value)
  return value as Record<string, unknown>
}

function invalid(expected: string, got: unknown): MosaicError {
  return new MosaicError('APP_CONFIG_INVALID', 'The app configuration is not usable', {
    expected,
    got: show(got),
    fix: 'Mend what the server answers at /app-config.json.',
  })
}
