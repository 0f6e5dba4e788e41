import type { ColorScheme, ColorTokenName, Tone } from '@mosaic/schemas/release'
import { neededContrast, textPairs } from '../../publisher/checks/contrast.ts'
import { contrastRatio } from './contrast.ts'

/** What a tile of one tone is filled and written with. */
export function tileColors(tone: Tone): { surface: ColorTokenName; onSurface: ColorTokenName } {
  if (tone === 'neutral') return { surface: 'surface', onSurface: 'onSurface' }
  return { surface: tone, onSurface: `on${tone.charAt(0).toUpperCase()}${tone.slice(1)}` as ColorTokenName }
}

/** The contrast of what reads worst on a tile of one tone, and whether that is enough; `undefined` while a colour is missing. */
export function tileContrast(
  colors: Partial<Record<ColorTokenName, string>>,
  tone: Tone,
  scheme: ColorScheme,
): { ratio: number; isEnough: boolean } | undefined {
  const { surface } = tileColors(tone)
  const ratios = textPairs
    // Pills stand on a tile of every tone; the page's background behind none.
    .filter(([, background]) => background === surface || pills.has(background))
    .map(([text, background]) => contrastRatio(colors[text], colors[background]))
  if (ratios.includes(undefined)) return undefined
  const ratio = Math.min(...(ratios as number[]))
  return { ratio, isEnough: ratio >= neededContrast(scheme) }
}

const pills: ReadonlySet<ColorTokenName> = new Set(['positive', 'warning', 'critical'])
