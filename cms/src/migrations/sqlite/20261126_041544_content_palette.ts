import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

/* By hand: the generator forgets what becomes of the column when a palette is deleted, and would rebuild both tables on the way down. */

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`contents\` ADD \`palette_id\` integer REFERENCES palettes(id) ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`contents_palette_idx\` ON \`contents\` (\`palette_id\`);`)
  await db.run(sql`ALTER TABLE \`_contents_v\` ADD \`version_palette_id\` integer REFERENCES palettes(id) ON DELETE set null;`)
  await db.run(sql`CREATE INDEX \`_contents_v_version_version_palette_idx\` ON \`_contents_v\` (\`version_palette_id\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`contents_palette_idx\`;`)
  await db.run(sql`ALTER TABLE \`contents\` DROP COLUMN \`palette_id\`;`)
  await db.run(sql`DROP INDEX \`_contents_v_version_version_palette_idx\`;`)
  await db.run(sql`ALTER TABLE \`_contents_v\` DROP COLUMN \`version_palette_id\`;`)
}
