import { colorSchemes, type ColorScheme, type ColorTokenName, type ReleaseBody } from '@mosaic/schemas/release'
import { error, inDocument, type PublishIssue } from '../issues.ts'

/** Every pair in which a text stands on a background. */
export const textPairs: readonly (readonly [text: ColorTokenName, background: ColorTokenName])[] = [
  ['onSurface', 'surface'],
  ['onSurface', 'background'],
  ['onSurfaceMuted', 'surface'],
  ['onSurfaceMuted', 'background'],
  ['onPrimary', 'primary'],
  ['onAccent', 'accent'],
  ['onPositive', 'positive'],
  ['onWarning', 'warning'],
  ['onCritical', 'critical'],
  // Links, amounts and warnings are written in these colours on a tile.
  ['primary', 'surface'],
  ['accent', 'surface'],
  ['positive', 'surface'],
  ['warning', 'surface'],
  ['critical', 'surface'],
]

export const schemeNames: Record<ColorScheme, { it: string; en: string }> = {
  light: { it: 'chiaro', en: 'light' },
  dark: { it: 'scuro', en: 'dark' },
  lightHighContrast: { it: 'chiaro ad alto contrasto', en: 'light high-contrast' },
  darkHighContrast: { it: 'scuro ad alto contrasto', en: 'dark high-contrast' },
}

/** WCAG 2.2: 4.5:1 for text (1.4.3), and 7:1 (1.4.6) in the schemes that promise high contrast. */
export function neededContrast(scheme: ColorScheme): number {
  return scheme.endsWith('HighContrast') ? 7 : 4.5
}

export function checkContrast({ palettes }: ReleaseBody): PublishIssue[] {
  return palettes.flatMap(({ id, name, schemes }, index) =>
    colorSchemes.flatMap((scheme) => {
      const needed = neededContrast(scheme)
      return textPairs.flatMap(([text, background]) => {
        const ratio = contrastOf(schemes[scheme][text], schemes[scheme][background])
        if (ratio >= needed) return []
        // Rounded down: 4.49 must not read as enough.
        const got = (Math.floor(ratio * 10) / 10).toFixed(1)
        return error(
          'contrast-low',
          inDocument('palettes', index, id, 'schemes', scheme, text),
          `Tavolozza «${name}», schema ${schemeNames[scheme].it}: il testo «${text}» su «${background}» si legge male (contrasto ${got.replace('.', ',')}:1, serve almeno ${String(needed).replace('.', ',')}:1). Scurisci l’uno o schiarisci l’altro.`,
          `Palette "${name}", ${schemeNames[scheme].en} scheme: text "${text}" on "${background}" is hard to read (contrast ${got}:1, at least ${needed}:1 is needed). Darken the one or lighten the other.`,
        )
      })
    }),
  )
}

/** The contrast ratio of two colours `#rrggbb`, 1 to 21, as WCAG defines it. */
export function contrastOf(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
