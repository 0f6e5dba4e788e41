import { createAttempts } from '../attempts.ts'
import type { Connector } from '../contract.ts'
import type { HttpSettings } from '../http/settings.ts'
import { mariadb } from './mariadb.ts'
import { postgresql } from './postgresql.ts'
import type { Database, Session, SqlRow } from './session.ts'
import type { SqlSettings } from './settings.ts'
import { sqlite } from './sqlite.ts'
import { isSqlStatement, type SqlStatement } from './statement.ts'

export type SqlRequest = SqlStatement
/** The rows that were found. */
export type SqlAnswer = SqlRow[]

/** How long a connection is kept that nobody uses, and how many of them: more only serve a peak. */
const idleMs = 30_000
const maxIdle = 16

/** Statements to a database over connections that may only read: one for each attempt under way, the last used one first. */
export function createSqlConnector(settings: SqlSettings, http: HttpSettings = {}): Connector<SqlRequest, SqlAnswer> {
  const database = databaseOf(settings, http)
  const attempts = createAttempts()
  const idle = createIdleSessions()

  return {
    async send(statement, attempt) {
      if (!isSqlStatement(statement)) throw new TypeError('SQL is sent as sql`…` and never as a text: see connectors/sql/statement.ts')
      return attempts.run(statement.name, attempt, async ({ ended, sent }) => {
        const signal = ended()
        const session = idle.take() ?? database.open()
        const end = () => session.end()
        signal.addEventListener('abort', end, { once: true })
        try {
          const rows = await session.query(statement, sent)
          if (!signal.aborted) idle.keep(session)
          return rows
        } catch (error) {
          session.end()
          throw error
        } finally {
          signal.removeEventListener('abort', end)
        }
      })
    },

    async close() {
      attempts.close()
      idle.close()
    },
  }
}

function databaseOf(settings: SqlSettings, http: HttpSettings): Database {
  switch (settings.kind) {
    case 'postgresql':
      return postgresql(settings, http)
    case 'mariadb':
      return mariadb(settings, http)
    case 'sqlite':
      return sqlite(settings.file)
  }
}

function createIdleSessions() {
  const idle: { session: Session; timer: NodeJS.Timeout }[] = []
  let isClosed = false
  return {
    take(): Session | undefined {
      for (let found = idle.pop(); found; found = idle.pop()) {
        clearTimeout(found.timer)
        if (found.session.isUsable()) return found.session
        found.session.end()
      }
      return undefined
    },
    keep(session: Session): void {
      if (isClosed || idle.length >= maxIdle || !session.isUsable()) return session.end()
      const entry = {
        session,
        timer: setTimeout(() => {
          idle.splice(idle.indexOf(entry), 1)
          session.end()
        }, idleMs).unref(),
      }
      idle.push(entry)
    },
    close(): void {
      isClosed = true
      for (const { session, timer } of idle.splice(0)) {
        clearTimeout(timer)
        session.end()
      }
    },
  }
}
