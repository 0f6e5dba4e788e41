import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { postgresAdapter } from '@payloadcms/db-postgres'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, Migration } from 'payload'
import { homeDir, type CmsConfig } from './config.ts'
import { migrations as postgresMigrations } from './migrations/postgres/index.ts'
import { migrations as sqliteMigrations } from './migrations/sqlite/index.ts'

/* Widgets' blocks are stored as JSON in SQL databases too: a new widget kind changes no table and needs no migration. */
const sqlOptions = { blocksAsJSON: true, push: false } as const

/** The database that DATABASE_URL names. SQL schemas are brought up to date by the committed migrations whenever it is opened. */
export function database({ databaseUrl }: Pick<CmsConfig, 'databaseUrl'>): DatabaseAdapterObj {
  if (databaseUrl.startsWith('mongodb')) return mongodb(databaseUrl)
  if (databaseUrl.startsWith('postgres')) {
    const adapter = postgresAdapter({ ...sqlOptions, pool: { connectionString: databaseUrl }, migrationDir: migrationDir('postgres') })
    return withMigrations(adapter, postgresMigrations)
  }
  mkdirSync(dirname(databaseUrl.slice('file:'.length)), { recursive: true })
  const adapter = sqliteAdapter({
    ...sqlOptions,
    client: { url: databaseUrl },
    wal: true,
    busyTimeout: 5_000,
    migrationDir: migrationDir('sqlite'),
  })
  return withMigrations(adapter, sqliteMigrations)
}

/** Also for servers that speak MongoDB's protocol without $lookup or transactions (FerretDB, DocumentDB, Cosmos DB). */
function mongodb(url: string): DatabaseAdapterObj {
  const hasTransactions = url.startsWith('mongodb+srv:') || new URL(url).searchParams.has('replicaSet')
  return mongooseAdapter({
    url,
    ...(!hasTransactions && { transactionOptions: false as const }),
    useJoinAggregations: false,
    usePipelineInSortLookup: false,
    disableIndexHints: true,
  })
}

/** Payload runs migrations by itself only under NODE_ENV=production; here every program that opens the database finds the same schema.
 * The migrations of a dialect ask for more than the general type promises: its own database handle, which is what they get. */
function withMigrations<T extends BaseDatabaseAdapter>(
  adapter: DatabaseAdapterObj<T>,
  migrations: readonly object[],
): DatabaseAdapterObj<T> {
  return {
    ...adapter,
    init: (args) => {
      const db = adapter.init(args)
      const connect = db.connect
      db.connect = async function (options) {
        await connect?.call(db, options)
        if (!options?.hotReload && process.env.PAYLOAD_MIGRATING !== 'true') await db.migrate({ migrations: migrations as Migration[] })
      }
      return db
    },
  }
}

function migrationDir(dialect: 'sqlite' | 'postgres'): string {
  return join(homeDir(), 'cms', 'src', 'migrations', dialect)
}
