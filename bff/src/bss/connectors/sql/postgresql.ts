import { connect } from 'node:net'
import { Client, DatabaseError, Query } from 'pg'
import { BssFailure } from '../../failure.ts'
import type { HttpSettings } from '../http/settings.ts'
import { refused, tooManyRows, unreachable, unreadable } from './failures.ts'
import { forgottenAfterSeconds, maxBytes, maxRows, type Database, type Session, type SqlRow } from './session.ts'
import type { SqlServer } from './settings.ts'
import { bytes, integer, moment } from './values.ts'
import { watchStream, type Watch } from './watch-stream.ts'

/** What every session is told first. Values come as texts of one form, and a statement whose asker is gone without a word ends by itself. */
const manners = `set session characteristics as transaction read only; set timezone to 'UTC'; set datestyle to ISO; set bytea_output to hex;
  set statement_timeout to '${forgottenAfterSeconds}s'`

/** By type OID: bool, bytea, int8, int2, int4, timestamp, timestamptz. All else stays the text that PostgreSQL sends, also `numeric` and floats. */
const readers: Readonly<Record<number, (text: string) => string | number | boolean>> = {
  16: (text) => text === 't',
  17: (text) => bytes(Buffer.from(text.slice(2), 'hex')),
  20: integer,
  21: integer,
  23: integer,
  1114: moment,
  1184: moment,
}
const types = { getTypeParser: (oid: number) => readers[oid] ?? ((text: string) => text) }

/** What the server calls a session by when another connection asks it to end what runs there. */
type Key = { processID: number; secretKey: number }

export function postgresql(settings: SqlServer, http: HttpSettings): Database {
  return { open: () => openSession(settings, http) }
}

function openSession({ host, port, user, password, database, isEncrypted }: SqlServer, { ca }: HttpSettings): Session {
  // An absent password would be looked for in the home folder of whoever runs us.
  const client = new Client({
    host,
    port,
    user,
    password: password ?? '',
    database,
    application_name: 'mosaic',
    ssl: isEncrypted && { ca },
    types,
  })
  const watch = watchStream(maxBytes)
  watch.on(client.connection.stream)
  client.connection.on('sslconnect', () => watch.on(client.connection.stream))
  let key: Key | undefined
  client.connection.on('backendKeyData', (message: Key) => (key = message))

  let isUsable = true
  let isBusy = false
  const lose = () => void (isUsable = false)
  // Whoever asks is told by his query; without a listener it would end the process.
  client.on('error', lose).on('end', lose)
  const connected = client.connect().then(() => client.query(manners))
  connected.catch(lose)

  return {
    async query(statement, sent) {
      const { name } = statement
      await connected.catch((error: unknown) => {
        throw failureOf(name, error, watch.fault(), false)
      })
      sent()
      watch.restart()
      isBusy = true
      try {
        const rows = await rowsOf(
          client,
          new Query<SqlRow>(
            statement.text((index) => `$${index + 1}`),
            [...statement.values],
          ),
          name,
        )
        isBusy = false
        return rows
      } catch (error) {
        if (error instanceof DatabaseError) isBusy = false
        throw failureOf(name, error, watch.fault(), true)
      }
    },
    isUsable: () => isUsable,
    end() {
      lose()
      client.connection.stream.destroy()
      if (isBusy && key) cancel({ host, port }, key)
      isBusy = false
    },
  }
}

function rowsOf(client: Client, query: Query<SqlRow>, name: string): Promise<SqlRow[]> {
  return new Promise((resolve, reject) => {
    const rows: SqlRow[] = []
    query.on('row', (row) => (rows.length < maxRows ? rows.push(row) : reject(tooManyRows(name))))
    query.on('end', () => resolve(rows)).on('error', reject)
    client.query(query)
  })
}

function failureOf(name: string, error: unknown, fault: ReturnType<Watch['fault']>, wasSent: boolean): BssFailure {
  if (error instanceof BssFailure) return error
  if (fault) return unreadable(name, fault, error)
  if (!(error instanceof DatabaseError)) return unreachable(name, wasSent, error)
  // Every message of PostgreSQL has an SQLSTATE: what has none is the driver's word for a message it does not know.
  if (error.code === undefined) return unreadable(name, 'garbled', error)
  return refused(name, { state: error.code, code: error.routine ?? 'an error', cause: error }, wasSent)
}

/** The code of PostgreSQL's protocol for "end what this session does", and how many such words may be on their way, each how long in milliseconds. */
const cancelCode = 80_877_102
const maxCancelling = 8
const cancelTimeoutMs = 1_000
let cancelling = 0

/** PostgreSQL notices only late that nobody listens any more; until then the statement costs it what it would cost anyway. */
function cancel(server: { host: string; port: number }, { processID, secretKey }: Key): void {
  if (cancelling >= maxCancelling) return
  cancelling++
  const word = Buffer.alloc(16)
  for (const [index, value] of [word.length, cancelCode, processID, secretKey].entries()) word.writeInt32BE(value, index * 4)
  const socket = connect(server, () => socket.end(word))
  socket.setTimeout(cancelTimeoutMs, () => socket.destroy()).unref()
  socket.on('error', () => {}).on('close', () => cancelling--)
  socket.resume()
}
