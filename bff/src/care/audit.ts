import { createHash, randomBytes } from 'node:crypto'
import { mostFound, type Shelf, type StoredRecord } from '../store/contract.ts'
import type { Audit, AuditEntry } from './contract.ts'
import type { DayOf } from './day.ts'

/** Ids from outside are no longer than this here: an absurd one must not keep what was asked with it out of the register. */
const longestId = 120
const mostRemembered = 10_000

/**
 * The register of who did what, about whom: ids and plain words, added and never changed. `write` rejects with a ClientError STORE_UNAVAILABLE when the entry
 * is not surely kept: then what it is about must not be done.
 * @param now epoch milliseconds
 */
export function createAudit({ shelf, dayOf, now }: { shelf: Shelf; dayOf: DayOf; now: () => number }): Audit {
  /** What needs not be written again in its window. */
  const written = new Set<string>()

  async function add(id: string, { brand, what, ...entry }: Omit<AuditEntry, 'at'>, at: Date): Promise<boolean> {
    const [who, about] = [cut(entry.who), entry.about === undefined ? undefined : cut(entry.about)]
    const details = Object.fromEntries(Object.entries(entry.details).map(([name, value]) => [name, cut(value)]))
    const day = dayOf(brand, at)
    return shelf.add('audit', {
      id,
      at,
      keys: [`day:${brand}:${day}`, whoKey(brand, who, day), ...(about === undefined ? [] : [aboutKey(brand, about, day)])],
      body: { brand, who, what, ...(about !== undefined && { about }), details },
    })
  }

  return {
    async write(entry, onceInMs) {
      const at = new Date(now())
      if (onceInMs === undefined) {
        // One of this id already: not in this world, but an entry that is not kept is no entry.
        while (!(await add(`${at.getTime()}-${randomBytes(8).toString('hex')}`, entry, at)));
        return
      }
      const window = Math.floor(now() / onceInMs) * onceInMs
      const key = `${window} ${JSON.stringify(entry)}`
      if (written.has(key)) return
      // The same id wherever it is written: other processes add it to no avail.
      await add(`${window}-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`, entry, at)
      if (written.size >= mostRemembered) written.clear()
      written.add(key)
    },
    async find(brand, { who, about, day, limit }) {
      const key =
        about !== undefined ? aboutKey(brand, cut(about), day) : who !== undefined ? whoKey(brand, cut(who), day) : `day:${brand}:${day}`
      const isBoth = who !== undefined && about !== undefined
      const found = (await shelf.find('audit', { key, limit: isBoth ? mostFound : limit, newestFirst: true })).map(entryOf)
      return isBoth ? found.filter((entry) => entry.who === cut(who)).slice(0, limit) : found
    },
  }
}

const whoKey = (brand: string, who: string, day: string) => `who:${brand}/${who}:${day}`
const aboutKey = (brand: string, about: string, day: string) => `about:${brand}/${about}:${day}`

/** Whole signs, and none that no store keeps. */
function cut(text: string): string {
  return Array.from(text.toWellFormed().replaceAll('\u0000', '')).slice(0, longestId).join('')
}

function entryOf({ at, body }: StoredRecord): AuditEntry {
  const { brand, who, what, about, details } = body as Omit<AuditEntry, 'at'>
  return { at, brand, who, what, about, details }
}
