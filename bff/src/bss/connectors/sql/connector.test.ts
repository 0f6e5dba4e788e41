import { fork } from 'node:child_process'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startWire } from '../../../testing/wire.ts'
import { BssFailure } from '../../failure.ts'
import { describeConnector } from '../testing/suite.ts'
import { createSqlConnector } from './connector.ts'
import { sql, type SqlStatement } from './statement.ts'
import { ask, cpuSecondsOf, readers, running, startFile, startServer, views } from './testing/counterparts.ts'
import { describeDatabases, settingsOf, type TestDatabase } from './testing/databases.ts'

describeDatabases('sql', (database, kind) => {
  beforeAll(async () => void (await database().run(...views[database().kind].whole)))
  describeConnector({ name: 'sql', start: () => (database().kind === 'sqlite' ? startFile(database()) : startServer(database())) })

  describe('sql: what is its own', () => {
    let connector: ReturnType<typeof createSqlConnector>
    beforeEach(() => void (connector = createSqlConnector(settingsOf(database()))))
    afterEach(() => connector.close())
    const send = (statement: SqlStatement, timeoutMs = 10_000) => connector.send(statement, { timeoutMs })

    test('numbers that a number would not hold are texts, moments are ISO 8601 in UTC', async () => {
      await database().run(
        'create table mosaic_values (id varchar(8), small integer, safe bigint, large bigint, price decimal(20, 2), share double precision, at timestamp null, day date, absent varchar(8))',
        `insert into mosaic_values values ('€ 1', 7, 9007199254740991, 9007199254740993, 0.10, 0.1, '2026-11-22 09:30:00', '2026-11-22', null)`,
        'select 1',
      )
      const [row] = await send(sql`select * from mosaic_values where small = ${7}`)
      const expected = {
        id: '€ 1',
        small: 7,
        safe: 9_007_199_254_740_991,
        large: '9007199254740993',
        price: '0.10',
        share: '0.1',
        at: '2026-11-22T09:30:00.000Z',
        day: '2026-11-22',
        absent: null,
      }
      // SQLite has neither decimals nor moments of its own.
      const own = database().kind === 'sqlite' && { price: '0.1', at: '2026-11-22 09:30:00' }
      expect(row).toEqual({ ...expected, ...own })
    })

    test('it cannot write', async () => {
      await database().run('create table mosaic_written (id varchar(8))', 'select 1')
      for (let time = 0; time < 2; time++) {
        await expect(send(sql`insert into mosaic_written values (${'x'})`)).rejects.toMatchObject({
          code: 'BSS_BAD_ANSWER',
          isRetryable: false,
        })
      }
      expect(await database().run('select * from mosaic_written')).toEqual([])
    })

    test('what is given up ends in the database too', async () => {
      await database().run(...views[database().kind].endless, 'select 1')
      const slow = send(sql`select id from mosaic_endless where id <> ${'P-1'}`, 300).catch((error: unknown) => error)
      await vi.waitFor(async () => expect(await running(database())).toBe(1), { timeout: 5_000, interval: 20 })
      expect(await slow).toMatchObject({ code: 'BSS_TIMEOUT', wasSent: true })
      await vi.waitFor(async () => expect(await running(database())).toBe(0), { timeout: 5_000, interval: 20 })
    })

    test('more rows than anybody reads are a bad answer', async () => {
      await database().run(...views[database().kind].many, 'select 1')
      await expect(send(sql`select id from mosaic_many where id = ${'P-1'}`)).rejects.toThrow('at most 10000 rows')
    })

    test('a view that is not there is a bad answer', async () => {
      await expect(send(sql`select id from mosaic_absent`)).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER', isRetryable: false })
    })

    const more = kind === 'sqlite' ? ofAFile : ofAServer
    more(database)
  })
})

/** A database server sees for itself that a connection is gone, or ends the statement after a minute. */
function ofAFile(database: () => TestDatabase): void {
  test('what a process asked that was killed ends too', async () => {
    await database().run(...views.sqlite.endless, 'select 1')
    const asker = fork(new URL('./testing/asks-for-ever.ts', import.meta.url), [new URL(database().url).pathname], { execArgv: [] })
    const [reader] = await vi.waitFor(
      () => {
        const found = readers(asker.pid)
        expect(found).toHaveLength(1)
        return found
      },
      { timeout: 10_000, interval: 20 },
    )
    // Long enough to be inside the statement.
    await vi.waitFor(() => expect(cpuSecondsOf(reader)).toBeGreaterThan(0.5), { timeout: 20_000, interval: 50 })
    asker.kill('SIGKILL')
    await vi.waitFor(() => expect(readers('all')).not.toContain(reader), { timeout: 10_000, interval: 50 })
  })
}

/** A file has no users and no protocol. */
function ofAServer(database: () => TestDatabase): void {
  test('who is let in nowhere is unavailable, and asking again does not help', async () => {
    const connector = createSqlConnector(settingsOf({ url: database().url.replace('mosaic@', 'stranger@') }))
    const refused = { code: 'BSS_UNAVAILABLE', wasSent: false, isRetryable: false }
    await expect(connector.send(ask, { timeoutMs: 10_000 })).rejects.toMatchObject(refused)
    await connector.close()
  })

  test('noise instead of its protocol ends one attempt, not the process', async () => {
    const wire = await startWire({ port: Number(new URL(database().url).port) })
    const connector = createSqlConnector(settingsOf(database(), wire))
    const send = () => connector.send(sql`select 1 as one where 1 = ${1}`, { timeoutMs: 500 })
    wire.garbage()
    await expect(send()).rejects.toBeInstanceOf(BssFailure)
    await wire.up()
    expect(await send()).toEqual([{ one: 1 }])
    wire.garbage()
    await expect(send()).rejects.toBeInstanceOf(BssFailure)
    await connector.close()
    await wire.close()
  })
}
