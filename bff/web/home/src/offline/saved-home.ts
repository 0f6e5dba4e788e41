import type { HomeData } from '../api/types.ts'

/** A home as it was last seen. `line` is undefined for the customer's default line. */
export type SavedHome = { customer: string; surface: string; line: string | undefined; view: string; savedAt: number; home: HomeData }

type Wanted = Pick<SavedHome, 'surface' | 'line' | 'view'>

const databaseName = 'mosaic'
const storeName = 'homes'
/** A copy older than this is of no use to anybody, in milliseconds. */
const lifetimeMs = 7 * 24 * 3600_000
/** Business customers may have hundreds of lines: only the last ones looked at are kept. */
const maxEntries = 8

/**
 * The offline copy of the home, in IndexedDB: personal, so one customer's only, bounded in number and age, and erased at sign-out.
 * Nothing here ever fails the app: without a database there is simply no offline copy.
 */
export const savedHomes = {
  /** The last copy of this page for this line, best in this view (form factor and language). */
  load: async (wanted: Wanted): Promise<SavedHome | undefined> => pickSaved(await readAll(), wanted, Date.now()),

  /** Keeps a copy; the copies of any other customer go. */
  save: async (entry: SavedHome): Promise<void> => {
    const gone = staleKeys(await readAll(), entry)
    await inStore('readwrite', (store) => {
      for (const key of gone) store.delete(key)
      store.put(entry, keyOf(entry))
    })
  },

  clear: async (): Promise<void> => {
    await inStore('readwrite', (store) => {
      store.clear()
    })
  },
}

/** Which copy of the page to show: the very one, else the same line in another view, else (no line wanted) the newest. */
export function pickSaved(entries: readonly SavedHome[], { surface, line, view }: Wanted, now: number): SavedHome | undefined {
  const fresh = entries
    .filter((entry) => entry.surface === surface && now - entry.savedAt < lifetimeMs)
    .toSorted((a, b) => b.savedAt - a.savedAt)
  const ofLine = line === undefined ? fresh : fresh.filter((entry) => entry.line === line || entry.home.mosaic.line === line)
  return ofLine.find((entry) => entry.view === view) ?? ofLine[0]
}

/** The copies that must go when this one is kept: another customer's, and the oldest beyond the bound. */
export function staleKeys(entries: readonly SavedHome[], next: SavedHome): string[] {
  const others = entries.filter((entry) => keyOf(entry) !== keyOf(next))
  const foreign = others.filter((entry) => entry.customer !== next.customer)
  const own = others.filter((entry) => entry.customer === next.customer).toSorted((a, b) => b.savedAt - a.savedAt)
  return [...foreign, ...own.slice(maxEntries - 1)].map(keyOf)
}

function keyOf({ customer, surface, line, view }: SavedHome): string {
  return JSON.stringify([customer, surface, line ?? null, view])
}

async function readAll(): Promise<SavedHome[]> {
  let request: IDBRequest<SavedHome[]> | undefined
  await inStore('readonly', (store) => {
    request = store.getAll() as IDBRequest<SavedHome[]>
  })
  return request?.readyState === 'done' && !request.error ? request.result : []
}

async function inStore(mode: IDBTransactionMode, run: (store: IDBObjectStore) => void): Promise<void> {
  try {
    const database = await open()
    try {
      await new Promise<void>((resolve, reject) => {
        const transaction = database.transaction(storeName, mode)
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
        run(transaction.objectStore(storeName))
      })
    } finally {
      database.close()
    }
  } catch (error) {
    console.warn('The offline copy of the home is not available', error)
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('blocked'))
    request.onblocked = () => reject(new Error('blocked'))
  })
}
