import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`brands_kill_switches\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`platform\` text,
  	\`from\` text,
  	\`until\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`brands_kill_switches_order_idx\` ON \`brands_kill_switches\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`brands_kill_switches_parent_id_idx\` ON \`brands_kill_switches\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_brands_v_version_kill_switches\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`kind\` text,
  	\`platform\` text,
  	\`from\` text,
  	\`until\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_brands_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_brands_v_version_kill_switches_order_idx\` ON \`_brands_v_version_kill_switches\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_version_kill_switches_parent_id_idx\` ON \`_brands_v_version_kill_switches\` (\`_parent_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`brands_kill_switches\`;`)
  await db.run(sql`DROP TABLE \`_brands_v_version_kill_switches\`;`)
}
