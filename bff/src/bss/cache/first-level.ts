import type { ReadMethodName } from '@mosaic/schemas/bss'
import { LRUCache } from 'lru-cache'
import { placeOfTag, tagOfShelf } from '../question.ts'
import type { Entry } from './entry.ts'

/** All that is known about one customer, party, line or brand, in no order: a home looks at most of it, so it lies together, and comes and goes together. */
type Shelf = readonly Entry[]

/**
 * The first-level cache: this process's memory, bounded by bytes. It knows nothing of T1 and T2: an entry only carries its moment, and the caller
 * compares it with the policy of now, so that a new policy holds at once for what is already cached.
 */
export function createFirstLevel(maxBytes: number) {
  /** Shelves of questions that depend on more than whom they are about, by the tag that makes them obsolete. */
  const shelvesOfTag = new Map<string, Set<string>>()
  // Something the size of a whole cache would only empty it.
  const maxShelfBytes = Math.max(1, Math.floor(maxBytes / 4))
  const shelves = new LRUCache<string, Shelf>({
    maxSize: maxBytes,
    maxEntrySize: maxShelfBytes,
    sizeCalculation: sizeOf,
    dispose: (_shelf, name, reason) => {
      if (reason !== 'set') unlist(name)
    },
  })

  return {
    get(name: string, method: ReadMethodName): Entry | undefined {
      const shelf = shelves.get(name)
      if (shelf === undefined) return undefined
      for (const entry of shelf) if (entry.source === method) return entry
      return undefined
    },

    set(name: string, entry: Entry): void {
      const others = without(name, entry.source)
      const isTooLarge = sizeOf([entry], name) > maxShelfBytes
      const all = isTooLarge ? others : [...others, entry]
      put(name, sizeOf(all, name) > maxShelfBytes ? [entry] : all)
    },

    /**
     * Counts what is kept beside an entry with it, or with a negative number what no longer is. False when the entry is not there (any more), or has no room for it:
     * then it is not to be kept.
     */
    weighs(name: string, entry: Entry, besideBytes: number): boolean {
      const shelf = shelves.peek(name)
      if (!shelf?.includes(entry)) return false
      // The list would let go of the shelf itself.
      if (sizeOf(shelf, name) + besideBytes > maxShelfBytes) return false
      entry.besideBytes += besideBytes
      put(name, [...shelf])
      return shelves.has(name)
    },

    /** Drops every variant of what a tag is about. */
    deleteTag(tag: string): void {
      const place = placeOfTag(tag)
      if (place) put(place.shelf, without(place.shelf, place.method))
      for (const name of shelvesOfTag.get(tag) ?? []) shelves.delete(name)
    },

    /** Nobody knows whether what these methods have answered is still true: it is to be asked for again. */
    suspect(isMeant: (method: ReadMethodName) => boolean): void {
      for (const shelf of shelves.values()) for (const entry of shelf) if (isMeant(entry.source)) entry.isSuspect = true
    },

    /** What is held: an estimate in bytes, never above the maximum. */
    get bytes() {
      return shelves.calculatedSize
    },
  }

  function without(name: string, method: ReadMethodName): Shelf {
    return (shelves.peek(name) ?? []).filter(({ source }) => source !== method)
  }

  /** Always another list: of one it knows already, the cache would not reckon the size anew. */
  function put(name: string, shelf: Shelf): void {
    if (shelf.length === 0) return void shelves.delete(name)
    shelves.set(name, shelf)
    if (shelves.has(name)) list(name)
  }

  function list(name: string): void {
    const tag = tagOfShelf(name)
    if (tag === undefined) return
    const names = shelvesOfTag.get(tag)
    if (names) names.add(name)
    else shelvesOfTag.set(tag, new Set([name]))
  }

  function unlist(name: string): void {
    const tag = tagOfShelf(name)
    const names = tag === undefined ? undefined : shelvesOfTag.get(tag)
    if (tag === undefined || !names) return
    names.delete(name)
    if (names.size === 0) shelvesOfTag.delete(tag)
  }
}

export type FirstLevel = ReturnType<typeof createFirstLevel>

/** What an entry and a shelf cost beside their characters: list node, map slots, the objects. Estimates; the bench measures them. */
const [entryOverheadBytes, shelfOverheadBytes] = [208, 320]

/** The objects of a value are there for a moment only. */
function sizeOf(shelf: Shelf, name: string): number {
  let size = shelfOverheadBytes + name.length
  for (const { json, besideBytes } of shelf) size += json.length + entryOverheadBytes + besideBytes
  return size
}
