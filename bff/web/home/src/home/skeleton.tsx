import type { CSSProperties } from 'react'
import type { FormFactor } from '@mosaic/schemas/release'
import { placeTiles } from '@mosaic/widgets/layout'
import type { Mosaic } from '../api/types.ts'
import { cellStyle, gridColumns } from './grid.ts'
import { visibleSections } from './placement.ts'

/**
 * The sizes of the tiles of a home, section by section: what a skeleton needs to know, and nothing about the customer. `height`: what the tile
 * came to last time, in CSS pixels.
 */
export type Shape = { hasTitle: boolean; isCarousel: boolean; tiles: Size[] }[]
type Size = { columns: number; rows: number; height?: number | undefined }

const key = 'mosaic.shape'

/** Before anything was seen on this device. */
const firstShapes: Record<FormFactor, Shape> = {
  compact: [
    { hasTitle: false, isCarousel: false, tiles: [size(2, 1, 220), size(2, 1, 220), size(4, 2, 380), size(4, 1, 190), size(4, 2, 320)] },
  ],
  medium: [
    { hasTitle: false, isCarousel: false, tiles: [size(4, 1, 240), size(4, 1, 240), size(8, 2, 280), size(4, 1, 180), size(4, 1, 180)] },
  ],
  expanded: [
    { hasTitle: false, isCarousel: false, tiles: [size(3, 1, 240), size(3, 1, 240), size(6, 2, 400), size(8, 2, 220), size(4, 2, 220)] },
  ],
}

/** The shape of a home as it is drawn; `heights` are those of its tiles, in their order. */
export function shapeOf(mosaic: Mosaic, formFactor: FormFactor, heights: readonly number[] = []): Shape {
  const next = heights.values()
  const ids = mosaic.widgets.flatMap((widget) => widget?.id ?? [])
  const gridWidth = mosaic.layout?.columns ?? gridColumns[formFactor]
  return visibleSections(mosaic.layout?.sections, ids, gridWidth).map((section) => ({
    hasTitle: Boolean(section.title),
    isCarousel: section.scroll === 'carousel',
    tiles: section.placements.map(({ columns, rows }) => ({ columns, rows: rows ?? 1, height: next.next().value })),
  }))
}

export function loadShape(storage: Pick<Storage, 'getItem'>, formFactor: FormFactor): Shape {
  try {
    const shapes = JSON.parse(storage.getItem(key) ?? '{}') as Partial<Record<FormFactor, Shape>>
    const shape = shapes[formFactor]
    return shape?.every((section) => Array.isArray(section.tiles)) && shape.length > 0 ? shape : firstShapes[formFactor]
  } catch {
    return firstShapes[formFactor]
  }
}

/** Remembers how this form factor's home looks from afar, for the next start. */
export function saveShape(storage: Pick<Storage, 'getItem' | 'setItem'>, formFactor: FormFactor, shape: Shape): void {
  try {
    const others = JSON.parse(storage.getItem(key) ?? '{}') as object
    storage.setItem(key, JSON.stringify({ ...others, [formFactor]: shape }))
  } catch {
    // Private browsing may forbid storage; the next start shows the first shape.
  }
}

/** Tiles of the last known shape, shimmering in the places where the real ones will stand. */
export function Skeleton({ shape, formFactor }: { shape: Shape; formFactor: FormFactor }) {
  const columns = gridColumns[formFactor]
  return (
    <div aria-hidden="true">
      {shape.map((section, at) => (
        <div key={at} className="section">
          {section.hasTitle && <div className="skeleton-line section-title" />}
          <div className={section.isCarousel ? 'carousel-track' : 'grid'} style={{ '--columns': columns } as CSSProperties}>
            {stylesOf(section, columns).map((style, tile) => (
              <div key={tile} className="cell" style={style}>
                <div className="tile skeleton" style={{ minBlockSize: section.tiles[tile]?.height }}>
                  <div className="skeleton-line" />
                  <div className="skeleton-line skeleton-figure" />
                </div>
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}

function stylesOf({ isCarousel, tiles }: Shape[number], gridWidth: number): CSSProperties[] {
  if (isCarousel) return tiles.map(({ columns }) => ({ '--span': Math.min(columns, gridWidth) }) as CSSProperties)
  const placements = tiles.map((tile, order) => ({ widgetId: String(order), order, ...tile }))
  return placeTiles(placements, gridWidth).map(cellStyle)
}

function size(columns: number, rows: number, height: number): Size {
  return { columns, rows, height }
}
