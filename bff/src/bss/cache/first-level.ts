import { LRUCache } from 'lru-cache'
import type { Entry } from './entry.ts'

/**
 * The first-level cache: this process's memory, bounded by bytes. It knows nothing of T1 and T2: an entry only carries its moment, and the caller
 * compares it with the policy of now, so that a new policy holds at once for what is already cached.
 */
export function createFirstLevel(maxBytes: number) {
  /** The keys of each tag, for what a write makes obsolete; the tag is the key's first line. */
  const keysOfTag = new Map<string, string | Set<string>>()
  // Something the size of a whole cache would only empty it.
  const maxEntrySize = Math.max(1, Math.floor(maxBytes / 4))
  const entries = new LRUCache<string, Entry>({
    maxSize: maxBytes,
    maxEntrySize,
    sizeCalculation: sizeOf,
    dispose: (_entry, key, reason) => {
      if (reason !== 'set') unlist(key)
    },
  })

  return {
    get: (key: string): Entry | undefined => entries.get(key),

    set(key: string, entry: Entry): void {
      entries.set(key, entry)
      if (entries.has(key)) list(key)
    },

    /**
     * Counts what is kept beside an entry with it, or with a negative number what no longer is. False when the entry is not there (any more), or has no room for it:
     * then it is not to be kept.
     */
    weighs(key: string, entry: Entry, besideBytes: number): boolean {
      if (entries.peek(key) !== entry) return false
      // The list would let go of the entry itself.
      if (sizeOf(entry, key) + besideBytes > maxEntrySize) return false
      // The list reckons the size of what it holds only when it is new to it.
      entries.delete(key)
      entry.besideBytes += besideBytes
      this.set(key, entry)
      return entries.has(key)
    },

    /** Drops every variant of what a tag is about. */
    deleteTag(tag: string): void {
      const keys = keysOfTag.get(tag)
      if (keys === undefined) return
      for (const key of typeof keys === 'string' ? [keys] : [...keys]) entries.delete(key)
    },

    /** Nobody knows whether these are still true: they are to be asked for again. */
    suspect(isMeant: (key: string) => boolean): void {
      for (const [key, entry] of entries.entries()) if (isMeant(key)) entry.isSuspect = true
    },

    /** What is held: an estimate in bytes, never above the maximum. */
    get bytes() {
      return entries.calculatedSize
    },
    get size() {
      return entries.size
    },
  }

  /** Nearly every tag has one key: it is kept as it is, without a set around it. */
  function list(key: string) {
    const tag = tagOfKey(key)
    const keys = keysOfTag.get(tag)
    if (keys === undefined || keys === key) keysOfTag.set(tag, key)
    else if (typeof keys === 'string') keysOfTag.set(tag, new Set([keys, key]))
    else keys.add(key)
  }

  function unlist(key: string) {
    const tag = tagOfKey(key)
    const keys = keysOfTag.get(tag)
    if (typeof keys === 'object') keys.delete(key)
    if (keys === key || (typeof keys === 'object' && keys.size === 0)) keysOfTag.delete(tag)
  }
}

export type FirstLevel = ReturnType<typeof createFirstLevel>

/** What an entry costs beside its characters: list node, map slots, the objects. An estimate; the bench measures it. */
const entryOverheadBytes = 512

/** The key stands in the list and in its tag; the objects of a value are there for a moment only. */
function sizeOf({ json, besideBytes }: Entry, key: string): number {
  return 2 * key.length + json.length + entryOverheadBytes + besideBytes
}

function tagOfKey(key: string): string {
  return key.slice(0, key.indexOf('\n'))
}
