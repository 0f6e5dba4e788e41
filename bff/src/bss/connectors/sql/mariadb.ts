import mysql, { type Connection, type ConnectionOptions, type FieldPacket } from 'mysql2'
import type { Duplex } from 'node:stream'
import { BssFailure } from '../../failure.ts'
import { codeOf } from '../failures.ts'
import type { HttpSettings } from '../http/settings.ts'
import { refused, tooManyRows, unreachable, unreadable } from './failures.ts'
import { forgottenAfterSeconds, maxBytes, maxRows, type Database, type Session, type SqlCell, type SqlRow } from './session.ts'
import type { SqlServer } from './settings.ts'
import type { SqlStatement } from './statement.ts'
import { bytes, integer, moment } from './values.ts'
import { watchStream, type Watch } from './watch-stream.ts'

/** What every session is told first. The two kinds of comment are read by MariaDB alone and by MySQL alone: each calls the limit by another name. */
const manners = [
  'set session transaction read only',
  `set session time_zone = '+00:00' /*M! , max_statement_time = ${forgottenAfterSeconds} */ /*!50708 , max_execution_time = ${forgottenAfterSeconds}000 */`,
]

/** MariaDB, and MySQL, which speaks the same. */
export function mariadb(settings: SqlServer, http: HttpSettings): Database {
  return { open: () => openSession(settings, http) }
}

function openSession({ host, port, user, password, database, isEncrypted }: SqlServer, { ca }: HttpSettings): Session {
  const options: ConnectionOptions = {
    host,
    port,
    user,
    ...(password !== undefined && { password }),
    database,
    ...(isEncrypted && { ssl: { ...(ca !== undefined && { ca }), verifyIdentity: true } }),
    // Its own timer would outlive the attempt; ours ends the connection.
    connectTimeout: 0,
    // What may be inexact as a number comes as its digits, dates as they are written.
    supportBigNumbers: true,
    dateStrings: true,
    disableEval: true,
  }
  const connection = mysql.createConnection(options)
  const watch = watchStream(maxBytes)
  const watchIts = () => watch.on((connection as unknown as { stream: Duplex }).stream)
  watchIts()
  // Over TLS it is another one.
  connection.once('connect', watchIts)

  let isUsable = true
  let isBusy = false
  const lost = Promise.withResolvers<never>()
  const lose = (error: Error = new Error('The connection ended')) => {
    isUsable = false
    lost.reject(error)
  }
  lost.promise.catch(() => {})
  // The driver tells neither a statement nor a connection under way that it broke.
  connection.on('error', lose).on('end', () => lose())
  const connected = connect(connection)
  connected.catch(lose)

  return {
    async query(statement, sent) {
      const { name } = statement
      await Promise.race([connected, lost.promise]).catch((error: unknown) => {
        throw failureOf(name, error, watch.fault(), false)
      })
      sent()
      watch.restart()
      isBusy = true
      try {
        const rows = await Promise.race([rowsOf(connection, statement, name), lost.promise])
        isBusy = false
        return rows
      } catch (error) {
        if (stateOf(error) !== '') isBusy = false
        throw failureOf(name, error, watch.fault(), true)
      }
    },
    isUsable: () => isUsable,
    end() {
      lose()
      connection.destroy()
      if (isBusy && connection.threadId) kill(options, connection.threadId)
      isBusy = false
    },
  }
}

async function connect(connection: Connection): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    connection.connect((error) => (error ? reject(error) : resolve()))
  })
  for (const text of manners) {
    await new Promise<void>((resolve, reject) => void connection.query(text, (error) => (error ? reject(error) : resolve())))
  }
}

function rowsOf(connection: Connection, statement: SqlStatement, name: string): Promise<SqlRow[]> {
  return new Promise((resolve, reject) => {
    const rows: SqlRow[] = []
    let fields: readonly FieldPacket[] = []
    const running = connection.execute(
      statement.text(() => '?'),
      [...statement.values],
    )
    running.on('fields', (found: readonly FieldPacket[]) => (fields = found))
    running.on('result', (row: Record<string, unknown>) =>
      rows.length < maxRows ? rows.push(readRow(row, fields)) : reject(tooManyRows(name)),
    )
    running.on('end', () => resolve(rows)).on('error', reject)
  })
}

const moments = new Set<number | undefined>([mysql.Types.TIMESTAMP, mysql.Types.DATETIME])

function readRow(row: Record<string, unknown>, fields: readonly FieldPacket[]): SqlRow {
  return Object.fromEntries(fields.map(({ name, columnType }) => [name, readCell(row[name], columnType)]))
}

function readCell(value: unknown, type: number | undefined): SqlCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return type === mysql.Types.FLOAT || type === mysql.Types.DOUBLE ? String(value) : integer(BigInt(value))
  if (value instanceof Uint8Array) return bytes(value)
  if (typeof value !== 'string') return JSON.stringify(value)
  return moments.has(type) ? moment(value) : value
}

/** ER_VIEW_INVALID: what a view reads is not there any more. It has no SQLSTATE of its own. */
const invalidView = 1356

function failureOf(name: string, error: unknown, fault: ReturnType<Watch['fault']>, wasSent: boolean): BssFailure {
  if (error instanceof BssFailure) return error
  if (fault) return unreadable(name, fault, error)
  const state = stateOf(error)
  if (state === '')
    return codeOf(error).startsWith('PROTOCOL_') && wasSent ? unreadable(name, 'garbled', error) : unreachable(name, wasSent, error)
  const isInvalid = (error as { errno?: number }).errno === invalidView
  return refused(name, { state: isInvalid ? '42S02' : state, code: codeOf(error), cause: error }, wasSent)
}

function stateOf(error: unknown): string {
  return error instanceof Error && 'sqlState' in error && typeof error.sqlState === 'string' ? error.sqlState : ''
}

/** How many words to end a statement may be on their way, each how long in milliseconds. */
const maxKilling = 8
const killTimeoutMs = 1_000
let killing = 0

/** MariaDB notices that nobody listens any more only when it has something to say; until then the statement costs it what it would cost anyway. */
function kill(options: ConnectionOptions, thread: number): void {
  if (killing >= maxKilling) return
  killing++
  const connection = mysql.createConnection(options)
  const end = once(() => {
    clearTimeout(timer)
    connection.destroy()
    killing--
  })
  const timer = setTimeout(end, killTimeoutMs).unref()
  connection.on('error', end)
  connection.query('kill ?', [thread], end)
}

function once(run: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) run()
    isDone = true
  }
}
