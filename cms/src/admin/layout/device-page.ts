'use client'
import { gridColumns, type FormFactor } from '@mosaic/schemas/release'
import { useEffect, useState, type CSSProperties, type RefObject } from 'react'
import type { Section, Tile } from './model.ts'

/** A device's page as the web home lays it out, in CSS pixels. */
type DevicePage = { width: number; gutter: number; gap: number; padding: number }
const pages: Record<FormFactor, DevicePage> = {
  compact: { width: 390, gutter: 16, gap: 12, padding: 18 },
  medium: { width: 768, gutter: 32, gap: 16, padding: 22 },
  expanded: { width: 1264, gutter: 32, gap: 16, padding: 22 },
}
/** The least height of one row of the grid. */
const rowHeight = 88
/** Smaller than life, so that more of the page is in sight. */
const mostScale = 0.8

/** How large the page is drawn, so that it fits: 1 is as large as on the device. */
export function useScale(frame: RefObject<HTMLElement | null>, device: FormFactor): number {
  const [room, setRoom] = useState<number>()
  useEffect(() => {
    if (!frame.current) return
    const observer = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width))
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [frame])
  return Math.min(mostScale, (room ?? pages[device].width) / pages[device].width)
}

/** What the style sheet needs to know of the page. */
export function pageStyle(device: FormFactor, scale: number): CSSProperties {
  const { width, gutter, gap, padding } = pages[device]
  return {
    '--scale': scale,
    '--columns': gridColumns[device],
    '--page': `${width * scale}px`,
    '--gutter': `${gutter * scale}px`,
    '--gap': `${gap * scale}px`,
    '--row': `${rowHeight * scale}px`,
    '--tile-padding': `${padding}px`,
  } as CSSProperties
}

/** Where a tile stands in its section, as the web home puts it. */
export function tileStyle({ isCarousel, cells }: Section, tile: Tile, device: FormFactor): CSSProperties {
  if (isCarousel) {
    const columns = Math.min(tile.columns, gridColumns[device])
    const basis = `calc((100% + var(--gap)) / var(--columns) * ${columns} - var(--gap))`
    return {
      flexBasis: device === 'compact' ? 'min(calc(320px * var(--scale)), 86%)' : `max(min(calc(256px * var(--scale)), 84%), ${basis})`,
    }
  }
  const cell = cells.find(({ widgetId }) => widgetId === tile.id)
  return cell ? { gridColumn: `${cell.column} / span ${cell.columns}`, gridRow: `${cell.row} / span ${cell.rows}` } : {}
}
