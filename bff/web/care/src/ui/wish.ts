import { useEffect, useEffectEvent } from 'react'

/** What one part of a customer's page asks another to do. Nobody keeps it: whoever is not drawn does not hear it. */
export type Wish<What> = {
  make(what: What): void
  /** What is wished for, while this part is drawn. */
  useHeard(run: (what: What) => void): void
}

export function createWish<What>(): Wish<What> {
  const listeners = new Set<(what: What) => void>()
  return {
    make(what) {
      for (const heard of listeners) heard(what)
    },
    useHeard(run) {
      const heard = useEffectEvent(run)
      useEffect(() => {
        const listener = (what: What) => heard(what)
        listeners.add(listener)
        return () => void listeners.delete(listener)
      }, [])
    },
  }
}
