'use client'
import { useEffect, useRef, type RefObject } from 'react'
import type { Section } from './model.ts'

export type Focus = {
  /** Follows a tile into another section. */
  tile(tile: string, section: string): void
  /** Follows a section to its place: one of its two buttons. */
  section(section: string, at: number, way: 'up' | 'down'): void
}

/** Keeps the keyboard on what it moves: the browser forgets it when an element leaves its list. */
export function useFocus(page: RefObject<HTMLElement | null>, sections: readonly Section[]): Focus {
  const wanted = useRef<{ isThere: (now: readonly Section[]) => boolean; selector: string }>(undefined)
  useEffect(() => {
    if (!wanted.current?.isThere(sections)) return
    page.current?.querySelector<HTMLElement>(wanted.current.selector)?.focus()
    wanted.current = undefined
  }, [page, sections])
  return {
    tile(tile, section) {
      wanted.current = {
        isThere: (now) => now.some(({ id, tiles }) => id === section && tiles.some((one) => one.id === tile)),
        selector: `[data-tile="${CSS.escape(tile)}"] button`,
      }
    },
    section(section, at, way) {
      wanted.current = {
        isThere: (now) => now[at]?.id === section,
        selector: `[data-section="${CSS.escape(section)}"] [data-way="${way}"]`,
      }
    },
  }
}
