import { colorProperties } from '@mosaic/widgets/tile'
import { textOf } from '../../reader/rows.ts'

/** The custom properties a palette's document gives its tiles in the light. */
export function colorsOf(palette: unknown): Record<string, string> {
  const { light } = (palette ?? {}) as { light?: Record<string, unknown> }
  const tokens = Object.entries(light ?? {}).map(([name, hex]) => ({ name, hex: textOf(hex) }))
  return Object.fromEntries(colorProperties(tokens))
}
