'use client'
import { useState, type PointerEvent as ReactPointerEvent } from 'react'
import { follow } from '../layout/follow.ts'

/** What is dragged, from where, and where it would come to stand now; places in the level, from 0. */
type Drag = { from: number; to: number }
export type OptionDragging = { drag: Drag | undefined; begin(event: ReactPointerEvent<HTMLElement>, from: number): void }

/** A hand that trembles is no drag, in CSS pixels. */
const leastPx = 6

/** Dragging an option among those of its level by mouse, finger or pen: made when let go, forgotten with Escape. */
export function useOptionDragging(onMoved: (from: number, to: number) => void): OptionDragging {
  const [drag, setDrag] = useState<Drag>()

  function begin(event: ReactPointerEvent<HTMLElement>, from: number): void {
    const list = event.currentTarget.closest('ol')
    if (event.button !== 0 || !list) return
    // No text is selected on the way.
    event.preventDefault()
    const rows = [...list.children].filter((row) => row instanceof HTMLElement)
    const middles = rows.map((row) => {
      const { top, height } = row.getBoundingClientRect()
      return top + scrollY + height / 2
    })
    const start = { x: event.clientX, y: event.clientY + scrollY }
    const trail = follow(() => rows[from])
    let to: number | undefined

    const onMove = ({ clientX: x, clientY }: PointerEvent) => {
      const y = clientY + scrollY
      if (to === undefined && Math.hypot(x - start.x, y - start.y) < leastPx) return
      const place = middles.filter((middle, at) => at !== from && middle < y).length
      // Options stand below each other: sideways there is nowhere to go.
      trail.to(0, y - start.y, clientY)
      if (place !== to) setDrag({ from, to: (to = place) })
    }
    const end = (isMade: boolean) => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onCancel)
      window.removeEventListener('keydown', onKey, true)
      trail.end()
      setDrag(undefined)
      if (isMade && to !== undefined && to !== from) onMoved(from, to)
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

  return { drag, begin }
}

/** On which side of an option the dragged one would come to stand. */
export function dropSide(drag: Drag | undefined, at: number): 'before' | 'after' | undefined {
  if (!drag || drag.to === drag.from || at !== drag.to) return undefined
  return drag.to < drag.from ? 'before' : 'after'
}
