'use client'
import { gridColumns, type FormFactor } from '@mosaic/schemas/release'
import { useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'
import { move, resize, type Change, type Section, type Tile } from './model.ts'
import type { Editing } from './use-editing.ts'

type Gesture = 'move' | 'resize'
type Options = { grid: RefObject<HTMLElement | null>; section: Section; device: FormFactor; editing: Pick<Editing, 'attempt' | 'commit'> }

/** A hand that trembles is no drag, in CSS pixels. */
const leastPx = 6

/** Dragging and pulling by mouse, finger or pen: shown while it lasts, made when let go, forgotten with Escape. */
export function useDragging({ grid, section, device, editing }: Options) {
  const [tile, setTile] = useState<string>()
  // As they were when the gesture began: what is shown meanwhile is already another order.
  const latest = useRef<readonly Change[]>([])

  function begin(event: ReactPointerEvent<HTMLElement>, dragged: Tile, gesture: Gesture): void {
    const list = grid.current
    if (event.button !== 0 || !list) return
    const start = { x: event.clientX, y: event.clientY }
    const boxes = [...list.children].map((child) => child.getBoundingClientRect())
    const before = section.tiles
    const from = before.findIndex(({ id }) => id === dragged.id)
    const own = boxes[from]
    let hasBegun = false
    latest.current = []

    const changesAt = (x: number, y: number): Change[] => {
      if (gesture === 'move') return move(before, from, nearest(boxes, x, y), device)
      const unit = { x: list.clientWidth / gridColumns[device], y: (own?.height ?? 1) / dragged.rows }
      return resize(dragged, { columns: dragged.columns + (x - start.x) / unit.x, rows: dragged.rows + (y - start.y) / unit.y }, device)
    }
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      if (!hasBegun && Math.hypot(clientX - start.x, clientY - start.y) < leastPx) return
      hasBegun = true
      setTile(dragged.id)
      latest.current = changesAt(clientX, clientY)
      editing.attempt(latest.current)
    }
    const end = (isMade: boolean) => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
      window.removeEventListener('keydown', onKey, true)
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

/** The place whose middle is nearest to the pointer. */
function nearest(boxes: readonly DOMRect[], x: number, y: number): number {
  const distances = boxes.map((box) => Math.hypot(x - (box.left + box.right) / 2, y - (box.top + box.bottom) / 2))
  return distances.indexOf(Math.min(...distances))
}
