import { LRUCache } from 'lru-cache'

/** An answer and its age; `fetchedAt` in epoch milliseconds. The value is shared by everybody who asks: it is never written to. */
export type Entry = { value: unknown; fetchedAt: number }

/**
 * The first-level cache: this process's memory, bounded by bytes. It knows nothing of T1 and T2: an entry only carries its moment, and the caller
 * compares it with the policy of now, so that a new policy holds at once for what is already cached.
 */
export function createCache(maxBytes: number) {
  const entries = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    // Something the size of a whole cache would only empty it.
    maxEntrySize: Math.max(1, Math.floor(maxBytes / 4)),
    sizeCalculation: ({ value }, key) => 2 * (key.length + (JSON.stringify(value)?.length ?? 0)) + entryOverheadBytes,
  })
  return {
    get: (key: string) => entries.get(key),
    set: (key: string, entry: Entry) => void entries.set(key, entry),
    delete: (key: string) => void entries.delete(key),
    get bytes() {
      return entries.calculatedSize
    },
  }
}

export type Cache = ReturnType<typeof createCache>

/** What an entry costs beside its characters: the list node, the map slot, the objects. An estimate. */
const entryOverheadBytes = 256
