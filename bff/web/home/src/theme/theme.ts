import type { ColorScheme } from '@mosaic/schemas/release'

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

/** The custom properties of one scheme: `['--color-on-surface', '#1b1c1f']`. Anything that is not a plain hex colour is dropped. */
export function themeProperties(theme: Theme, scheme: ColorScheme): [property: string, value: string][] {
  const wanted = scheme.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
  const palette = theme.palettes.find((candidate) => candidate.scheme === wanted)
  return (palette?.tokens ?? [])
    .filter(({ name, hex }) => /^[a-zA-Z]+$/.test(name) && /^#[0-9a-f]{6}$/i.test(hex))
    .map(({ name, hex }) => [colorProperty(name), hex])
}

/** The custom property that holds a token: `onSurface` → `--color-on-surface`. */
export function colorProperty(token: string): string {
  return `--color-${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}
