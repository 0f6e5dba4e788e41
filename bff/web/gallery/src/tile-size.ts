import { pages, type Address } from './address.ts'
import type { KindEntry } from './entries.ts'

/**
 * How wide a tile of this kind stands on a page of this width, in pixels: its usual span in the columns of the web home's grid (home/src/styles/app.css),
 * or the whole row where the columns would be too narrow for the text.
 */
export function tileWidth(span: KindEntry['span'], { width, text }: Pick<Address, 'width' | 'text'>): number {
  const { formFactor, columns, gutter, gap } = pages[width]
  const rem = remOf(text)
  const content = Math.min(Number(width) - 2 * gutter * rem, 75 * rem)
  if (content < 19 * rem) return content
  const column = (content - (columns - 1) * gap * rem) / columns
  const spanned = Math.min(span[formFactor].columns, columns)
  return Math.round(spanned * column + (spanned - 1) * gap * rem)
}

/** How high it stands at least: its rows of the grid, in rem. */
export function tileHeight(span: KindEntry['span'], width: Address['width']): number {
  const { formFactor, gap } = pages[width]
  const { rows } = span[formFactor]
  return rows * 5.5 + (rows - 1) * gap
}

function remOf(text: Address['text']): number {
  return (16 * Number(text)) / 100
}
