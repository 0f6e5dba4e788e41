'use client'
import { gridColumns, type FormFactor } from '@mosaic/schemas/release'
import { useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'
import { move, resize, transfer, type Change } from './changes.ts'
import { follow } from './follow.ts'
import type { Section, Tile } from './model.ts'
import { measure, slotAt } from './slots.ts'
import type { Editing } from './use-editing.ts'

type Gesture = 'move' | 'resize'
type Options = { page: RefObject<HTMLElement | null>; sections: readonly Section[]; device: FormFactor; editing: Editing }
export type Dragging = { tile: string | undefined; begin(event: ReactPointerEvent<HTMLElement>, dragged: Tile, gesture: Gesture): void }

/** A hand that trembles is no drag, in CSS pixels. */
const leastPx = 6

/** Dragging and pulling by mouse, finger or pen, also into another section: shown while it lasts, made when let go, forgotten with Escape. */
export function useDragging({ page, sections, device, editing }: Options): Dragging {
  const [tile, setTile] = useState<string>()
  // As it was when the gesture began: what is shown meanwhile is already another order.
  const latest = useRef<readonly Change[]>([])

  function begin(event: ReactPointerEvent<HTMLElement>, dragged: Tile, gesture: Gesture): void {
    const canvas = page.current
    const home = sections.find(({ id }) => id === dragged.section)
    if (event.button !== 0 || !canvas || !home) return
    const from = home.tiles.findIndex(({ id }) => id === dragged.id)
    const start = { x: event.clientX, y: event.clientY + scrollY }
    const areas = measure(canvas)
    const own = areas.find(({ section }) => section === home.id)
    const box = own?.boxes[from]
    const trail = follow(() =>
      [...canvas.querySelectorAll<HTMLElement>('[data-tile]')].find(({ dataset }) => dataset['tile'] === dragged.id),
    )
    let hasBegun = false
    latest.current = []

    const changesAt = (x: number, y: number): Change[] => {
      if (gesture === 'resize') {
        const unit = { x: (own?.right ?? x) - (own?.left ?? 0), y: (box ? box.bottom - box.top : 1) / dragged.rows }
        const columns = dragged.columns + ((x - start.x) * gridColumns[device]) / unit.x
        return resize(dragged, { columns, rows: dragged.rows + (y - start.y) / unit.y }, device)
      }
      const slot = slotAt(areas, x, y)
      if (!slot) return []
      return slot.section === home.id
        ? move(home.tiles, from, slot.nearest, device)
        : transfer(editing.kept, dragged, slot.section, slot.before, device)
    }
    const onMove = ({ clientX: x, clientY }: PointerEvent) => {
      const y = clientY + scrollY
      if (!hasBegun && Math.hypot(x - start.x, y - start.y) < leastPx) return
      if (!hasBegun) setTile(dragged.id)
      hasBegun = true
      if (gesture === 'move') trail.to(x - start.x, y - start.y, clientY)
      const changes = changesAt(x, y)
      // The page is laid out anew when something comes to stand elsewhere, and not at every move of the hand.
      if (JSON.stringify(changes) === JSON.stringify(latest.current)) return
      latest.current = changes
      editing.attempt(changes)
    }
    const end = (isMade: boolean) => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
      window.removeEventListener('keydown', onKey, true)
      trail.end()
      setTile(undefined)
      if (hasBegun && isMade) editing.commit(latest.current)
      else editing.attempt([])
    }
    const onUp = () => end(true)
    const onCancel = () => end(false)
    const onKey = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return
      pressed.preventDefault()
      pressed.stopPropagation()
      end(false)
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onCancel)
    window.addEventListener('keydown', onKey, true)
  }

  return { tile, begin }
}
