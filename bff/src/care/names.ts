import { LRUCache } from 'lru-cache'
import type { Directory } from './contract.ts'

/** Whose names are known, and for how long, in milliseconds: a queue is drawn anew on every desk whenever somebody is called. */
const mostKept = 2_000
const keptMs = 10 * 60_000

/** What customers are called, for lists; empty for whom the directory does not know or cannot say just now. Never rejects. */
export type Names = (brand: string, customerId: string) => Promise<string>

const known = new WeakMap<Directory, Names>()

/** The names of a directory: each is looked up once for all desks, and again after ten minutes. */
export function namesOf(directory: Directory): Names {
  const before = known.get(directory)
  if (before) return before
  const kept = new LRUCache<string, Promise<string>>({ max: mostKept, ttl: keptMs })
  const names: Names = (brand, customerId) => {
    const key = `${brand}/${customerId}`
    const name = kept.get(key)
    if (name) return name
    const found = directory.person(brand, customerId).then(
      (person) => person?.name ?? '',
      () => {
        // The next one asks again.
        if (kept.peek(key) === found) kept.delete(key)
        return ''
      },
    )
    kept.set(key, found)
    return found
  }
  known.set(directory, names)
  return names
}
