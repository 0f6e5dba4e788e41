import { useEffect, useEffectEvent, useRef } from 'react'
import { usePart } from '../ui/navigation.ts'
import { useHelp } from './help-context.ts'

/**
 * Brings what the address means into view, once it is on the page: `/surface/<id>#<content>` is that tile, and with a hand-over the bill or option on it. The helper
 * is told that the customer is there.
 *
 * @param shown what is on the screen; a part that comes later is found when it has come
 */
export function useArrival(surface: string, shown: unknown): void {
  const part = usePart()
  const help = useHelp()
  const current = help?.current?.place.surface === surface ? help.current : undefined
  const arrived = useRef<{ place: string; handOver: string | undefined }>(undefined)

  const look = useEffectEvent(() => {
    const meant = current?.place.widgetId ?? undefined
    const isMeant = meant === undefined ? part === '' || current !== undefined : part === meant
    const cell = part === '' ? undefined : cellOf(part)
    const items = current && isMeant ? current.place.focus.map(({ value }) => value) : []
    // Once a place; again only when it becomes known meanwhile which of the things on it is meant.
    const isNew = arrived.current?.place !== part || (items.length > 0 && arrived.current.handOver !== current?.id)
    if (cell && isNew) {
      arrived.current = { place: part, handOver: current?.id }
      bringIntoView(cell, items)
    }
    if (current && isMeant) help?.reached(meant ?? surface, meant === undefined || cell !== undefined)
  })
  const currentId = current?.id
  useEffect(() => {
    if (shown) look()
  }, [shown, part, currentId])
}

function cellOf(part: string): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`[data-widget="${CSS.escape(part)}"]`) ?? undefined
}

/** Scrolls to a tile, or to what is meant on it, gives it the focus, and outlines the tile once. */
function bringIntoView(cell: HTMLElement, items: readonly string[]): void {
  const tile = cell.querySelector<HTMLElement>('.tile') ?? cell
  const rows = items.flatMap((item) => tile.querySelector<HTMLElement>(`[data-item="${CSS.escape(item)}"]`) ?? [])
  for (const row of rows) {
    row.dataset['meant'] = ''
    row.setAttribute('aria-current', 'true')
  }
  const goal = rows[0] ?? tile
  goal.tabIndex = -1
  goal.focus({ preventScroll: true })
  cell.dataset['arrived'] = ''
  const settle = () => delete cell.dataset['arrived']
  cell.addEventListener('animationend', settle, { once: true })
  goal.addEventListener('blur', settle, { once: true })
  const isQuiet = matchMedia('(prefers-reduced-motion: reduce)').matches
  // What is taller than the window is read from its beginning.
  const block = goal.offsetHeight > innerHeight * 0.6 ? 'start' : 'center'
  goal.scrollIntoView({ block, behavior: isQuiet ? 'auto' : 'smooth' })
}
