import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { forgottenAfterSeconds, maxBytes, maxRows, type SqlCell, type SqlRow } from './session.ts'
import type { SqlValue } from './statement.ts'
import { bytes, integer } from './values.ts'

/* The process of one session with SQLite: it reads one file, one statement after the other, until whoever started it is gone. */

export type Question = { text: string; values: readonly SqlValue[] }
export type Reply = { rows: SqlRow[] } | { fault: Fault; code: string; message: string }
type Fault = 'tooManyRows' | 'tooLarge' | 'notThere' | 'noDatabase' | 'refused' | 'busy'

const [, , file = '', parent = ''] = process.argv
new Worker(new URL('./sqlite-guard.ts', import.meta.url), { workerData: Number(parent) }).unref()
let open: { database: DatabaseSync; inode: number } | undefined

process.on('message', (question: Question) => process.send?.(answer(question)))
process.on('disconnect', () => process.exit())

function answer({ text, values }: Question): Reply {
  try {
    const statement = current().prepare(text)
    statement.setReadBigInts(true)
    const rows: SqlRow[] = []
    let size = 0
    for (const row of statement.iterate(...values.map((value) => (typeof value === 'boolean' ? Number(value) : value)))) {
      if (rows.length === maxRows) return { fault: 'tooManyRows', code: '', message: '' }
      const read = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, readCell(value)]))
      for (const cell of Object.values(read)) size += typeof cell === 'string' ? cell.length : 8
      if (size > maxBytes) return { fault: 'tooLarge', code: '', message: '' }
      rows.push(read)
    }
    return { rows }
  } catch (error) {
    return failed(error)
  }
}

/** The file as it is now: whoever replaces it by a newer one is not read from the old. */
function current(): DatabaseSync {
  const { ino } = statSync(file)
  if (open?.inode === ino) return open.database
  open?.database.close()
  open = undefined
  const database = new DatabaseSync(file, {
    readOnly: true,
    // A writer in its way ends before, or whoever asks gives up.
    timeout: forgottenAfterSeconds * 1_000,
    limits: { length: maxBytes },
  })
  open = { database, inode: ino }
  return database
}

function readCell(value: unknown): SqlCell {
  if (typeof value === 'bigint') return integer(value)
  if (typeof value === 'number') return String(value)
  return value instanceof Uint8Array ? bytes(value) : ((value ?? null) as string | null)
}

/** SQLite's result codes. */
const codes = { busy: 5, locked: 6, noMemory: 7, ioError: 10, corrupt: 11, full: 13, cannotOpen: 14, tooBig: 18, noDatabase: 26 }
const mayPass: readonly number[] = [codes.busy, codes.locked, codes.noMemory, codes.ioError, codes.full]

function failed(error: unknown): Reply {
  const { code = 'an error', errcode, message } = error as { code?: string; errcode?: number; message: string }
  // The file system's word for a file that is not there.
  if (errcode === undefined) return { fault: 'notThere', code, message }
  // The low byte: the rest says how it came.
  const result = errcode & 0xff
  return { fault: faultOf(result), code: `SQLite's result ${result}`, message }
}

function faultOf(result: number): Fault {
  if (result === codes.cannotOpen) return 'notThere'
  if (result === codes.tooBig) return 'tooLarge'
  if (result === codes.corrupt || result === codes.noDatabase) return 'noDatabase'
  return mayPass.includes(result) ? 'busy' : 'refused'
}
