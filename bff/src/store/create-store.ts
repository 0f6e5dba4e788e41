import { ClientError } from '../client-error.ts'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import { checkRecord, checkWanted } from './checks.ts'
import type { RecordKind, Shelf } from './contract.ts'
import type { StoreSettings } from './settings.ts'
import { openSqliteShelf } from './sqlite.ts'

export type StoreOptions = {
  /** How long one operation may take, in milliseconds: after it nobody waits, and what became of it is not known. */
  deadlineMs?: number
  metrics?: Pick<Metrics, 'storeDuration'>
  log?: Pick<Logger, 'warn' | 'info'>
}

const defaultDeadlineMs = 2_000
/** More than a full server asks at once: what comes above it is told so, and waits nowhere. */
const mostAtOnce = 2_000
/** A store that comes and goes is told no more often than this, in milliseconds. */
const quietMs = 30_000

/**
 * The shelf of this installation. Nothing is opened before it is needed and what could not be opened is tried again, so that a store that is down stops
 * neither a start nor what needs no store. Every operation rejects with a ClientError STORE_UNAVAILABLE when the store cannot be asked or does not answer
 * in time; an addition that rejected may have happened: ask by its id.
 */
export function createStore(settings: StoreSettings, { deadlineMs = defaultDeadlineMs, metrics, log }: StoreOptions = {}): Shelf {
  let opened: Promise<Shelf> | undefined
  let isClosed = false
  let isTold = false
  let toldAt = Number.NEGATIVE_INFINITY
  let running = 0

  const open = (): Promise<Shelf> => {
    if (!opened) {
      opened = openShelf(settings, deadlineMs)
      opened.catch(() => (opened = undefined))
    }
    return opened
  }

  async function ask<T>(operation: string, run: (shelf: Shelf) => Promise<T>): Promise<T> {
    if (isClosed) throw unavailable('one that is closed')
    if (running >= mostAtOnce) throw unavailable(`${mostAtOnce} operations before this one`)
    running++
    const end = metrics?.storeDuration.startTimer({ operation })
    try {
      const result = await within(deadlineMs, async () => run(await open()))
      end?.({ outcome: 'ok' })
      if (isTold) log?.info({ store: settings.kind }, 'The store answers again')
      isTold = false
      return result
    } catch (error) {
      const isLate = error === late
      end?.({ outcome: isLate ? 'timeout' : 'error' })
      // Never with the words of a server: they may repeat what was to be kept.
      if (!isTold && performance.now() - toldAt > quietMs) {
        log?.warn({ store: settings.kind, operation, reason: isLate ? 'timeout' : kindOf(error) }, 'The store cannot be used')
        isTold = true
        toldAt = performance.now()
      }
      throw unavailable(isLate ? `nothing within ${deadlineMs} ms` : 'a failure')
    } finally {
      running--
    }
  }

  return {
    async add(kind, record) {
      checkRecord(record)
      return ask('add', (shelf) => shelf.add(kind, record))
    },
    get: (kind: RecordKind, id: string) => ask('get', (shelf) => shelf.get(kind, id)),
    async find(kind, wanted) {
      checkWanted(wanted)
      return ask('find', (shelf) => shelf.find(kind, wanted))
    },
    async oldest(kind, before, limit) {
      checkWanted({ limit })
      return ask('oldest', (shelf) => shelf.oldest(kind, before, limit))
    },
    remove: (kind, id) => ask('remove', (shelf) => shelf.remove(kind, id)),
    async forget(kind, before, limit) {
      checkWanted({ limit })
      return ask('forget', (shelf) => shelf.forget(kind, before, limit))
    },
    async close() {
      isClosed = true
      await (await opened?.catch(() => undefined))?.close()
    },
  }
}

/** The driver of a server that is not configured is not even loaded. */
async function openShelf(settings: StoreSettings, waitMs: number): Promise<Shelf> {
  if (settings.kind === 'sqlite') return openSqliteShelf(settings.file, waitMs)
  const { createMongodbShelf } = await import('./mongodb.ts')
  return createMongodbShelf(settings, waitMs)
}

const late = new Error('late')

async function within<T>(ms: number, run: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([run(), new Promise<never>((_, reject) => (timer = setTimeout(reject, ms, late)))])
  } finally {
    clearTimeout(timer)
  }
}

function unavailable(got: string): ClientError {
  const fault = {
    expected: 'an answer of the store',
    got,
    fix: 'Try again in a moment; nothing of what was asked for may be taken as done',
  }
  return new ClientError('STORE_UNAVAILABLE', 'What the care desk keeps cannot be reached', fault)
}

function kindOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return [error instanceof Error ? error.name : 'unknown', code].filter((part) => part !== '').join(' ')
}
