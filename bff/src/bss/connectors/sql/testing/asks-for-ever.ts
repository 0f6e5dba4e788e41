import { createSqlConnector } from '../connector.ts'
import { sql } from '../statement.ts'

/* A process that asks a file of SQLite for what takes for ever. */

const connector = createSqlConnector({ kind: 'sqlite', file: process.argv[2] ?? '' })
await connector.send(sql`select id from mosaic_endless where id <> ${'P-1'}`, { timeoutMs: 2 ** 30 })
