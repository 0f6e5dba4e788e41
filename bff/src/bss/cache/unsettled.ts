import { LRUCache } from 'lru-cache'

const rememberedAtMost = 10_000

/** What a write has changed whose effect may still be to come: an answer about it is as good as any now, and no reason not to ask again. */
export function createUnsettled(now: () => number) {
  const untilOf = new LRUCache<string, number>({ max: rememberedAtMost })

  return {
    mark(tag: string, forMs: number): void {
      // One that is done says nothing of another that is not.
      if (forMs > 0) untilOf.set(tag, now() + forMs)
    },
    has: (tag: string): boolean => untilOf.size > 0 && now() < (untilOf.get(tag) ?? 0),
  }
}

export type Unsettled = ReturnType<typeof createUnsettled>
