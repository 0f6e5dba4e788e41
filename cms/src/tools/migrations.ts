import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getPayload } from 'payload'

/**
 * Writes the migration that brings a SQL database from the last committed snapshot to the collections as they are now. DATABASE_URL chooses
 * the dialect; no server is asked. Does nothing when nothing has changed.
 */
export async function createMigration(name: string): Promise<string | undefined> {
  process.env.PAYLOAD_SECRET ||= 'not used by a generator'
  process.env.PAYLOAD_MIGRATING = 'true'
  const { default: config } = await import('../payload.config.ts')
  const payload = await getPayload({ config, disableDBConnect: true, disableOnInit: true })
  const folder = payload.db.migrationDir
  const before = await readdir(folder)
  await payload.db.createMigration({ payload, migrationName: name, forceAcceptWarning: true })
  const created = (await readdir(folder)).find((file) => file.endsWith('.ts') && !before.includes(file))
  if (!created) return undefined
  const file = join(folder, created)
  // Payload writes a migration that does nothing as well.
  if ((await readFile(file, 'utf8')).split('export async function down')[0]?.includes('// Migration code')) {
    await Promise.all([rm(file), rm(file.replace(/\.ts$/, '.json'))])
    await writeIndex(folder)
    return undefined
  }
  await forNode(file)
  await writeIndex(folder)
  return (await readFile(file, 'utf8')).includes('`__new_') ? `${file}\n${rebuilds}` : file
}

/** Within a transaction SQLite keeps its foreign keys on, whatever a migration says: dropping a table deletes or empties what points at it. */
const rebuilds =
  'CAREFUL: it rebuilds tables, which in SQLite takes the versions from their documents. Write it by hand with ADD COLUMN, as in 20261125_191815_policy_effects.ts.'

/** Payload's template names types without saying so, which Node's type stripping takes for values. */
async function forNode(file: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  await writeFile(
    file,
    text.replace('import { MigrateUpArgs, MigrateDownArgs, sql }', 'import { type MigrateUpArgs, type MigrateDownArgs, sql }'),
  )
}

async function writeIndex(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((file) => file.endsWith('.ts') && file !== 'index.ts').map((file) => file.slice(0, -'.ts'.length)).sort() // prettier-ignore
  const imports = names.map((name, index) => `import * as m${index + 1} from './${name}.ts'`)
  const entries = names.map((name, index) => `  { name: '${name}', up: m${index + 1}.up, down: m${index + 1}.down },`)
  const head = '// Made by scripts/gen-migrations.ts. Applied in this order whenever the CMS opens the database.'
  await writeFile(join(folder, 'index.ts'), `${head}\n${imports.join('\n')}\n\nexport const migrations = [\n${entries.join('\n')}\n]\n`)
}
