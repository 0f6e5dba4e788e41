import type { ColorScheme } from '@mosaic/schemas/release'
import { colorProperties } from '@mosaic/widgets/tile'

/** A theme as GraphQL gives it: one palette a scheme, each a list of named colours. */
export type Theme = { id: string; palettes: readonly Palette[] }
type Palette = { scheme: 'LIGHT' | 'DARK' | 'LIGHT_HIGH_CONTRAST' | 'DARK_HIGH_CONTRAST'; tokens: readonly { name: string; hex: string }[] }

/** Whether a value read from outside is a theme; single colours are checked when they are used. */
export function isTheme(value: unknown): value is Theme {
  const palettes = (value as Partial<Theme> | null | undefined)?.palettes
  return Array.isArray(palettes) && palettes.every((palette: Partial<Palette> | null) => Array.isArray(palette?.tokens))
}

/** What the customer chose; `system` follows the device. */
export type Appearance = { scheme: 'system' | 'light' | 'dark'; contrast: 'system' | 'standard' | 'more' }
export const systemAppearance: Appearance = { scheme: 'system', contrast: 'system' }

/** What the device asks for (prefers-color-scheme, prefers-contrast). */
export type Device = { prefersDark: boolean; prefersMoreContrast: boolean }

/** The scheme to draw in. */
export function chooseScheme(appearance: Appearance, device: Device): ColorScheme {
  const isDark = appearance.scheme === 'system' ? device.prefersDark : appearance.scheme === 'dark'
  const isHigh = appearance.contrast === 'system' ? device.prefersMoreContrast : appearance.contrast === 'more'
  if (isDark) return isHigh ? 'darkHighContrast' : 'dark'
  return isHigh ? 'lightHighContrast' : 'light'
}

/** The custom properties of one scheme. */
export function themeProperties(theme: Theme, scheme: ColorScheme): [property: string, value: string][] {
  const wanted = scheme.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
  return colorProperties(theme.palettes.find((candidate) => candidate.scheme === wanted)?.tokens ?? [])
}

/** By theme: what a tile that names it is drawn with. */
export function tileColors(themes: readonly Theme[], scheme: ColorScheme): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(themes.map((theme) => [theme.id, Object.fromEntries(themeProperties(theme, scheme))]))
}
