import { useEffect, useEffectEvent, useState } from 'react'
import { Icon } from '@mosaic/widgets/tile'

/** How far the finger must travel to refresh, and how far the indicator ever moves, in CSS pixels. */
const triggerPx = 72
const maxPx = 110

/** How far the indicator is for a finger that has travelled `distance`: it follows, then resists. */
export function pullOffset(distance: number): number {
  return distance <= 0 ? 0 : maxPx * (1 - Math.exp(-distance / maxPx))
}

/** True when letting go now refreshes. */
export function isPulledEnough(offset: number): boolean {
  return offset >= pullOffset(triggerPx * 1.4)
}

/**
 * Pull down at the top of the page to refresh, on touch screens. Listeners are passive: the browser's own overscroll is switched off in CSS,
 * so scrolling never waits for a script.
 */
export function usePullToRefresh(onRefresh: () => void): { offset: number; isEnough: boolean } {
  const [offset, setOffset] = useState(0)
  const refresh = useEffectEvent(onRefresh)

  useEffect(() => {
    let startY: number | undefined
    let current = 0
    const move = (next: number) => {
      current = next
      setOffset(next)
    }
    const start = (event: TouchEvent) => {
      const isInDialog = event.target instanceof Element && event.target.closest('dialog') !== null
      startY = scrollY <= 0 && event.touches.length === 1 && !isInDialog ? event.touches[0]?.clientY : undefined
    }
    const drag = (event: TouchEvent) => {
      const y = event.touches[0]?.clientY
      if (startY === undefined || y === undefined) return
      if (scrollY > 0) startY = undefined
      move(startY === undefined ? 0 : pullOffset(y - startY))
    }
    const cancel = () => {
      startY = undefined
      move(0)
    }
    const end = () => {
      if (isPulledEnough(current)) refresh()
      cancel()
    }
    const passive = { passive: true }
    addEventListener('touchstart', start, passive)
    addEventListener('touchmove', drag, passive)
    addEventListener('touchend', end, passive)
    addEventListener('touchcancel', cancel, passive)
    return () => {
      removeEventListener('touchstart', start)
      removeEventListener('touchmove', drag)
      removeEventListener('touchend', end)
      removeEventListener('touchcancel', cancel)
    }
  }, [])

  return { offset, isEnough: isPulledEnough(offset) }
}

/** The mark that comes down with the finger; decorative, the button in the bar does the same. */
export function PullIndicator({ offset, isEnough, isRefreshing }: { offset: number; isEnough: boolean; isRefreshing: boolean }) {
  if (offset === 0) return null
  return (
    <div className="pull" aria-hidden="true" data-enough={isEnough || undefined} style={{ transform: `translateY(${offset}px)` }}>
      <span className="pull-mark" style={{ transform: `rotate(${offset * 3}deg)`, opacity: Math.min(1, offset / 40) }}>
        <Icon name="refresh" className={isRefreshing ? 'icon-turning' : ''} />
      </span>
    </div>
  )
}
