import { useSyncExternalStore } from 'react'

/** What an agent is writing about a talk. `reason`: a target's title, or his own words; undefined: he has not said. */
export type Draft = { reason: string | undefined; text: string }

/* Kept beside the pages: the next call that rings takes the page away, and never what has been typed. In memory only, and of few talks. */

const mostKept = 50
const empty: Draft = { reason: undefined, text: '' }
let drafts: ReadonlyMap<string, Draft> = new Map()
const watchers = new Set<() => void>()

export function useDraft(contact: string): Draft {
  const all = useSyncExternalStore(
    (notify) => {
      watchers.add(notify)
      return () => watchers.delete(notify)
    },
    () => drafts,
  )
  return all.get(contact) ?? empty
}

export function keepDraft(contact: string, draft: Draft): void {
  change((next) => {
    next.delete(contact)
    next.set(contact, draft)
    for (const oldest of next.keys()) {
      if (next.size <= mostKept) break
      next.delete(oldest)
    }
  })
}

export function dropDraft(contact: string): void {
  change((next) => next.delete(contact))
}

function change(run: (next: Map<string, Draft>) => void): void {
  const next = new Map(drafts)
  run(next)
  drafts = next
  for (const notify of watchers) notify()
}
