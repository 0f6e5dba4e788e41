import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import type { RecordKind, Shelf, StoredRecord } from './contract.ts'

/** How long the thread, which also serves homes, stands still for another process that writes, in milliseconds: a write takes less than one. */
const standstillMs = 5
/** Once, when the file is opened: whoever makes its tables is waited for. */
const openingMs = 1_000
const defaultWaitMs = 2_000
/** SQLITE_BUSY, in the lower byte of what SQLite says. */
const busy = 5

/**
 * The shelf in one file, without a server. Several processes of one machine may have it open.
 * @param file `:memory:` for one that ends with its process
 * @param waitMs how long a write waits for those of other processes before it rejects
 */
export function openSqliteShelf(file: string, waitMs = defaultWaitMs): Shelf {
  if (file !== ':memory:') makeFile(file)
  const database = new DatabaseSync(file)
  try {
    return shelfOn(database, waitMs)
  } catch (error) {
    // Whoever tries again and again must not run out of files.
    database.close()
    throw error
  }
}

function shelfOn(database: DatabaseSync, waitMs: number): Shelf {
  // FULL: what has been told to be kept survives also the machine.
  database.exec(`PRAGMA busy_timeout = ${openingMs}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON`)
  database.exec(`
    CREATE TABLE IF NOT EXISTS records (kind TEXT NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, keys TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS found_by (kind TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, key, at, id),
      FOREIGN KEY (kind, id) REFERENCES records (kind, id) ON DELETE CASCADE) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS records_by_age ON records (kind, at, id);
    CREATE INDEX IF NOT EXISTS found_by_record ON found_by (kind, id);
    PRAGMA busy_timeout = ${standstillMs}`)
  const insert = database.prepare('INSERT OR IGNORE INTO records (kind, id, at, keys, body) VALUES (?, ?, ?, ?, ?)')
  const index = database.prepare('INSERT INTO found_by (kind, key, at, id) VALUES (?, ?, ?, ?)')
  const select = database.prepare('SELECT id, at, keys, body FROM records WHERE kind = ? AND id = ?')
  const listing = (order: 'ASC' | 'DESC') =>
    database.prepare(`SELECT r.id, r.at, r.keys, r.body FROM found_by f JOIN records r ON r.kind = f.kind AND r.id = f.id
      WHERE f.kind = ? AND f.key = ? AND f.at >= ? AND f.at < ? ORDER BY f.at ${order}, f.id ${order} LIMIT ?`)
  const [oldestFirst, newestFirst] = [listing('ASC'), listing('DESC')]
  const oldest = database.prepare('SELECT id, at, keys, body FROM records WHERE kind = ? AND at < ? ORDER BY at, id LIMIT ?')
  const remove = database.prepare('DELETE FROM records WHERE kind = ? AND id = ?')
  const forget = database.prepare('DELETE FROM records WHERE kind = ? AND id IN (SELECT id FROM records WHERE kind = ? AND at < ? LIMIT ?)')

  function addNow(kind: RecordKind, { id, at, keys, body }: StoredRecord): boolean {
    // IMMEDIATE: two processes that begin at once must not both read before either writes.
    database.exec('BEGIN IMMEDIATE')
    try {
      const isNew = insert.run(kind, id, at.getTime(), JSON.stringify(keys), JSON.stringify(body)).changes === 1
      if (isNew) for (const key of new Set(keys)) index.run(kind, key, at.getTime(), id)
      database.exec('COMMIT')
      return isNew
    } catch (error) {
      // Some faults have ended the transaction already.
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  /** Runs when no other process writes; meanwhile the thread does something else. */
  async function whenFree<T>(run: () => T): Promise<T> {
    const until = performance.now() + waitMs
    for (;;) {
      try {
        return run()
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error
      }
      // Not all at once again.
      await wait(1 + Math.random() * 10)
    }
  }

  return {
    add: (kind, record) => whenFree(() => addNow(kind, record)),
    get: (kind, id) =>
      whenFree(() => {
        const row = select.get(kind, id)
        return row && recordOf(row)
      }),
    find: (kind, { key, since, until, limit, newestFirst: isReversed }) =>
      whenFree(() =>
        (isReversed ? newestFirst : oldestFirst)
          .all(kind, key, since?.getTime() ?? Number.MIN_SAFE_INTEGER, until?.getTime() ?? Number.MAX_SAFE_INTEGER, limit)
          .map(recordOf),
      ),
    oldest: (kind, before, limit) => whenFree(() => oldest.all(kind, before.getTime(), limit).map(recordOf)),
    remove: (kind, id) => whenFree(() => remove.run(kind, id).changes === 1),
    forget: (kind, before, limit) => whenFree(() => Number(forget.run(kind, kind, before.getTime(), limit).changes)),
    close: async () => database.close(),
  }
}

/** Nobody else on the machine reads it: it says who was helped with what. What SQLite puts beside it takes its rights over. */
function makeFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  closeSync(openSync(file, 'a', 0o600))
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === busy
}

function recordOf(row: Record<string, unknown>): StoredRecord {
  return {
    id: String(row['id']),
    at: new Date(Number(row['at'])),
    keys: JSON.parse(String(row['keys'])) as string[],
    body: JSON.parse(String(row['body'])) as unknown,
  }
}
