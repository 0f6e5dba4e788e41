import { useSyncExternalStore } from 'react'
import type { HandOver } from './types.ts'

/* Who was stuck and is being helped: for as long as this page is open, and no longer than he is stuck in that place. */

let taken: ReadonlySet<string> = new Set()
const watchers = new Set<() => void>()

export function take(link: HandOver): void {
  taken = new Set([...taken, markOf(link)])
  for (const notify of watchers) notify()
}

export function useIsTaken(): (link: HandOver) => boolean {
  const known = useSyncExternalStore(
    (notify) => {
      watchers.add(notify)
      return () => watchers.delete(notify)
    },
    () => taken,
  )
  return (link) => known.has(markOf(link))
}

/** The same link may be stuck more than once. */
function markOf({ id, events }: HandOver): string {
  return `${id} ${events.length}`
}
