/**
 * `node scripts/gen-migrations.ts <name>`: the migrations of the CMS's SQL databases after a change of its collections, one for SQLite and one
 * for PostgreSQL. Neither needs a server. A new widget kind needs none: widgets are stored as JSON.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [name = 'change', dialect] = process.argv.slice(2)

if (dialect) {
  const { createMigration } = await import('../cms/src/tools/migrations.ts')
  console.log((await createMigration(name)) ?? `${dialect}: nothing has changed`)
  process.exit(0)
}
// One process a dialect: the configuration is loaded once a process.
for (const [own, url] of [
  ['sqlite', 'file:unused.sqlite'],
  ['postgres', 'postgres://unused'],
] as const) {
  execFileSync(process.execPath, [fileURLToPath(import.meta.url), name, own], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url },
  })
}
