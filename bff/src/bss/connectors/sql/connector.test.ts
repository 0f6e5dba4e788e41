import { execFileSync } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import { beforeAll } from 'vitest'
import { startWire } from '../../../testing/wire.ts'
import type { Counterpart } from '../testing/counterpart.ts'
import { describeConnector } from '../testing/suite.ts'
import { createSqlConnector } from './connector.ts'
import { sql, type SqlStatement } from './statement.ts'
import { describeDatabases, settingsOf, type TestDatabase } from './testing/databases.ts'

const ask = sql`select id, name from mosaic_probe where id = ${'P-1'}`
const views: Record<TestDatabase['kind'], { whole: string[]; huge: string[] }> = {
  postgresql: {
    whole: replaced(`select 'P-1' as id, 'whole' as name`),
    huge: replaced(`select 'P-1' as id, repeat('x', 50000) as name from generate_series(1, 10000)`),
  },
  mariadb: {
    whole: replaced(`select 'P-1' as id, 'whole' as name`),
    huge: replaced(`select 'P-1' as id, repeat('x', 50000) as name from seq_1_to_10000`),
  },
  sqlite: {
    whole: replaced(`select 'P-1' as id, 'whole' as name`),
    huge: replaced(
      `with recursive n(i) as (select 1 union all select i + 1 from n) select 'P-1' as id, hex(zeroblob(25000)) as name from n`,
    ),
  },
}

describeDatabases('sql', (database) => {
  beforeAll(async () => void (await database().run(...views[database().kind].whole)))
  const isFile = () => database().kind === 'sqlite'
  describeConnector({ name: 'sql', start: () => (isFile() ? startFile(database()) : startServer(database())) })
})

/** A database server behind a wire. */
async function startServer(database: TestDatabase): Promise<Counterpart> {
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

function replaced(select: string): string[] {
  return ['drop view if exists mosaic_probe', `create view mosaic_probe as ${select}`]
}

/** A file of SQLite: what makes a reader wait is a writer that holds it, and each reader is a process. */
async function startFile(database: TestDatabase): Promise<Counterpart> {
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

/** The processes that read for us. */
function readers(): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  return rows.flatMap(([pid, parent, state, ...args]) =>
    parent === String(process.pid) && !state?.startsWith('Z') && args.join(' ').includes('sqlite-child') ? [Number(pid)] : [],
  )
}
