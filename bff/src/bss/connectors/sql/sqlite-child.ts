import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { forgottenAfterSeconds, maxBytes, maxRows, type SqlCell, type SqlRow } from './session.ts'
import type { SqlValue } from './statement.ts'
import { bytes, integer } from './values.ts'

/* The process of one session with SQLite: it reads one file, one statement after the other, until whoever started it is gone. */

export type Question = { text: string; values: readonly SqlValue[] }
export type Reply =
  { rows: SqlRow[] } | { fault: 'tooManyRows' | 'tooLarge' | 'notThere' | 'noDatabase' | 'refused' | 'busy'; code: string; message: string }

const file = process.argv[2] ?? ''
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
const codes = { error: 1, busy: 5, locked: 6, ioError: 10, corrupt: 11, cannotOpen: 14, tooBig: 18, noDatabase: 26 }

function failed(error: unknown): Reply {
  const { code, errcode, message } = error as { code?: string; errcode?: number; message: string }
  // The low byte: the rest says how it came.
  const result = (errcode ?? 0) & 0xff
  const reply = (fault: Exclude<Reply, { rows: unknown }>['fault']): Reply => ({
    fault,
    code: errcode === undefined ? (code ?? 'an error') : `SQLITE_${result}`,
    message,
  })
  if (errcode === undefined || result === codes.cannotOpen) return reply('notThere')
  if (result === codes.tooBig) return reply('tooLarge')
  if (result === codes.corrupt || result === codes.noDatabase) return reply('noDatabase')
  return reply(result === codes.error ? 'refused' : 'busy')
}
