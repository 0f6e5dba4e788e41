import { execFileSync } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import { startWire } from '../../../../testing/wire.ts'
import type { Counterpart } from '../../testing/counterpart.ts'
import { createSqlConnector } from '../connector.ts'
import { sql, type SqlStatement } from '../statement.ts'
import { settingsOf, type TestDatabase } from './databases.ts'

export const ask = sql`select id, name from mosaic_probe where id = ${'P-1'}`
type Views = { whole: string[]; huge: string[]; endless: string[]; many: string[] }

/** What each kind of database is told for each case. */
export const views: Record<TestDatabase['kind'], Views> = {
  postgresql: {
    whole: replaced(`select 'P-1' as id, 'whole' as name`),
    huge: replaced(`select 'P-1' as id, repeat('x', 50000) as name from generate_series(1, 10000)`),
    endless: replaced('select pg_sleep(60)::text as id', 'mosaic_endless'),
    many: replaced(`select 'P-1' as id from generate_series(1, 10001)`, 'mosaic_many'),
  },
  mariadb: {
    whole: replaced(`select 'P-1' as id, 'whole' as name`),
    huge: replaced(`select 'P-1' as id, repeat('x', 50000) as name from seq_1_to_10000`),
    endless: replaced('select max(a.seq + b.seq) as id from seq_1_to_10000000 a, seq_1_to_10000000 b', 'mosaic_endless'),
    many: replaced(`select 'P-1' as id from seq_1_to_10001`, 'mosaic_many'),
  },
  sqlite: {
    whole: replaced(`select 'P-1' as id, 'whole' as name`),
    huge: replaced(`${counting()} select 'P-1' as id, hex(zeroblob(25000)) as name from n`),
    endless: replaced(`${counting()} select i as id from n where i < 0`, 'mosaic_endless'),
    many: replaced(`${counting('where i < 10001')} select 'P-1' as id from n`, 'mosaic_many'),
  },
}

function counting(end = ''): string {
  return `with recursive n(i) as (select 1 union all select i + 1 from n ${end})`
}

/** A database server behind a wire. */
export async function startServer(database: TestDatabase): Promise<Counterpart> {
  const wire = await startWire({ port: Number(new URL(database.url).port) })
  const { whole, huge } = views[database.kind]
  return {
    connector: createSqlConnector(settingsOf(database, wire)),
    ask,
    hang: wire.hang,
    slow: wire.slow,
    down: wire.down,
    async up() {
      await database.run(...whole)
      await wire.up()
    },
    garbage: async () => void (await database.run('drop view mosaic_probe', `create view mosaic_probe as select 'P-1' as id`)),
    huge: async () => void (await database.run(...huge)),
    open: wire.open,
    hanging: wire.silent,
    async close() {
      await database.run(...whole)
      await wire.close()
    },
  }
}

/** A file of SQLite: what makes a reader wait is a writer that holds it, and each reader is a process. */
export async function startFile(database: TestDatabase): Promise<Counterpart> {
  const { whole, huge } = views.sqlite
  const file = new URL(database.url).pathname
  const connector = createSqlConnector(settingsOf(database))
  let mode: 'well' | 'hangs' | number = 'well'
  let isHeld = false
  let waiting = 0
  const hold = async () => {
    if (!isHeld) await database.run('begin exclusive', 'select 1')
    isHeld = true
  }
  const release = async () => {
    if (isHeld) await database.run('rollback', 'select 1')
    isHeld = false
  }
  const counterpart: Counterpart = {
    connector: {
      async send(request, attempt) {
        if (typeof mode === 'number') {
          await hold()
          setTimeout(() => void release(), mode)
        }
        waiting++
        try {
          return await connector.send(request as SqlStatement, attempt)
        } finally {
          waiting--
        }
      },
      close: () => connector.close(),
    },
    ask,
    async hang() {
      mode = 'hangs'
      await hold()
    },
    slow: (ms) => void (mode = ms),
    down() {
      for (const process of readers()) globalThis.process.kill(process, 'SIGKILL')
      renameSync(file, `${file}.away`)
    },
    async up() {
      // Whoever waits now goes on waiting.
      if (mode === 'hangs' && waiting > 0) for (const process of readers()) globalThis.process.kill(process, 'SIGSTOP')
      mode = 'well'
      if (existsSync(`${file}.away`)) renameSync(`${file}.away`, file)
      await release()
      await database.run(...whole)
    },
    garbage: async () => void (await database.run('drop view mosaic_probe', `create view mosaic_probe as select 'P-1' as id`, 'select 1')),
    huge: async () => void (await database.run(...huge, 'select 1')),
    open: () => readers().length,
    hanging: () => waiting,
    async close() {
      await counterpart.up()
    },
  }
  return counterpart
}

/** The processes that read, for us or for anybody. */
export function readers(whose: number | 'all' = process.pid): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return rows.flatMap(([pid, parent, state, ...args]) =>
    (whose === 'all' || parent === String(whose)) && !state?.startsWith('Z') && args.join(' ').includes('sqlite-child')
      ? [Number(pid)]
      : [],
  )
}

/** How long a process has been at work. */
export function cpuSecondsOf(pid: number | undefined): number {
  return Number(execFileSync('ps', ['-o', 'cputimes=', '-p', String(pid)], { encoding: 'utf8' }))
}

/** How many statements run there on behalf of the connector. */
export async function running(database: TestDatabase): Promise<number> {
  switch (database.kind) {
    case 'postgresql':
      return (
        await database.run(
          `select 1 from pg_stat_activity where state = 'active' and query like '%mosaic_endless%' and pid <> pg_backend_pid()`,
        )
      ).length
    case 'mariadb':
      return (
        await database.run(`select 1 from information_schema.processlist where info like '%mosaic_endless%' and id <> connection_id()`)
      ).length
    case 'sqlite':
      return readers().length
  }
}

function replaced(select: string, view = 'mosaic_probe'): string[] {
  return [`drop view if exists ${view}`, `create view ${view} as ${select}`]
}
