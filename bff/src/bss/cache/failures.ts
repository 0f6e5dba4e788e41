import { LRUCache } from 'lru-cache'
import type { SharedFailure } from '../shared/contract.ts'

const rememberedAtMost = 10_000

/** The failures that stand for a moment: a struggling back-end is asked once a moment for each thing, not once a customer's tap. */
export function createFailures(now: () => number) {
  const failures = new LRUCache<string, SharedFailure & { until: number }>({ max: rememberedAtMost })

  return {
    /** The failure of a key that still stands. */
    get(key: string): SharedFailure | undefined {
      const failure = failures.get(key)
      return failure && now() < failure.until ? failure : undefined
    },
    set(key: string, failure: SharedFailure, forMs: number): void {
      if (forMs > 0) failures.set(key, { ...failure, until: now() + forMs })
    },
    delete: (key: string) => void failures.delete(key),
    deleteAll(prefix: string): void {
      for (const key of failures.keys()) if (key.startsWith(prefix)) failures.delete(key)
    },
  }
}

export type Failures = ReturnType<typeof createFailures>
