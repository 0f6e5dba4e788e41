import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

/*
 * Written by hand: what is generated would rebuild both tables to take away the defaults of their old columns. Within a transaction SQLite keeps its
 * foreign keys on, so dropping the old table would take the versions from their documents, and with them every draft. The defaults do no harm: the
 * CMS always writes every column.
 */
const columns = [
  'adaptive text',
  'retry_budget_percent numeric',
  'hedge_after_ms numeric',
  'refresh text',
  'soft_wait_ms numeric',
  'stale_on text',
  'failure_memory_ms numeric',
  'circuit_failure_percent numeric',
  'circuit_minimum_calls numeric',
  'circuit_open_ms numeric',
  'coalesce text',
]

export async function up({ db }: MigrateUpArgs): Promise<void> {
  for (const column of columns) {
    await db.run(sql.raw(`ALTER TABLE policies ADD COLUMN ${column};`))
    await db.run(sql.raw(`ALTER TABLE _policies_v ADD COLUMN version_${column};`))
  }
  for (const [table, parent] of listTables) {
    await db.run(
      sql.raw(`CREATE TABLE ${table} (
        "order" integer NOT NULL,
        parent_id integer NOT NULL,
        value text,
        id integer PRIMARY KEY NOT NULL,
        FOREIGN KEY (parent_id) REFERENCES ${parent}(id) ON UPDATE no action ON DELETE cascade
      );`),
    )
    await db.run(sql.raw(`CREATE INDEX ${table}_order_idx ON ${table} ("order");`))
    await db.run(sql.raw(`CREATE INDEX ${table}_parent_idx ON ${table} (parent_id);`))
  }
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  for (const [table] of listTables) await db.run(sql.raw(`DROP TABLE ${table};`))
  for (const column of columns) {
    const [name] = column.split(' ')
    await db.run(sql.raw(`ALTER TABLE policies DROP COLUMN ${name};`))
    await db.run(sql.raw(`ALTER TABLE _policies_v DROP COLUMN version_${name};`))
  }
}

/** What the answer of a method depends on is a list: a table of its own, for the documents and for their versions. */
const listTables = [
  ['policies_key_params', 'policies'],
  ['_policies_v_version_key_params', '_policies_v'],
] as const
