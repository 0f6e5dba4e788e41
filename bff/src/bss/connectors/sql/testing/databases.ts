import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createConnection } from 'mysql2/promise'
import { Client } from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { createReader } from '../../../../config-reader.ts'
import { mariadb } from '../../../../testing/servers/mariadb.ts'
import { postgresql } from '../../../../testing/servers/postgresql.ts'
import { describeWithDatabase } from '../../../../testing/with-database.ts'
import { sqlSettings, type SqlSettings } from '../settings.ts'

/** A real database, and its administrator. */
export type TestDatabase = {
  kind: SqlSettings['kind']
  /** `BSS_SQL_URL` for the connector. */
  url: string
  /** Runs statements as its owner, one after the other; answers the rows of the last. */
  run(...statements: string[]): Promise<Record<string, unknown>[]>
}

/** The same tests on PostgreSQL, MariaDB and SQLite. */
export function describeDatabases(title: string, tests: (database: () => TestDatabase, kind: TestDatabase['kind']) => void): void {
  describeWithDatabase(postgresql, `${title}: PostgreSQL`, (running) => {
    let client: Client
    beforeAll(async () => {
      client = new Client({ connectionString: running().url })
      await client.connect()
    })
    afterAll(() => client.end())
    tests(
      () => ({
        kind: 'postgresql',
        url: running().url,
        run: async (...statements) => {
          for (const text of statements.slice(0, -1)) await client.query(text)
          return (await client.query<Record<string, unknown>>(statements.at(-1) ?? '')).rows
        },
      }),
      'postgresql',
    )
  })

  describeWithDatabase(mariadb, `${title}: MariaDB`, (running) => {
    let connection: Awaited<ReturnType<typeof createConnection>>
    beforeAll(async () => void (connection = await createConnection({ uri: running().url.replace('mariadb:', 'mysql:') })))
    afterAll(() => connection.end())
    tests(
      () => ({
        kind: 'mariadb',
        url: running().url,
        run: async (...statements) => {
          let rows: unknown
          for (const text of statements) [rows] = await connection.query(text)
          return Array.isArray(rows) ? (rows as Record<string, unknown>[]) : []
        },
      }),
      'mariadb',
    )
  })

  describe(`${title}: SQLite`, () => {
    let folder: string
    let database: DatabaseSync
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'mosaic-sqlite-'))
      database = new DatabaseSync(join(folder, 'views.db'))
    })
    afterAll(() => {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    })
    tests(
      () => ({
        kind: 'sqlite',
        url: `sqlite:${join(folder, 'views.db')}`,
        run: (...statements) => {
          for (const text of statements.slice(0, -1)) database.exec(text)
          return Promise.resolve(database.prepare(statements.at(-1) ?? '').all() as Record<string, unknown>[])
        },
      }),
      'sqlite',
    )
  })
}

/** The settings as an operator writes them; over a wire when there is one. */
export function settingsOf({ url }: Pick<TestDatabase, 'url'>, wire?: { port: number }): SqlSettings {
  const address = new URL(url)
  if (wire) address.port = String(wire.port)
  const problems: string[] = []
  const settings = sqlSettings(createReader({ BSS_SQL_URL: address.href }, problems))
  if (!settings) throw new Error(problems.join('\n'))
  return settings
}
