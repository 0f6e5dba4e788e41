import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`surfaces_sections_placements\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`content_id\` integer,
  	\`compact_columns\` numeric,
  	\`compact_rows\` numeric,
  	\`compact_order\` numeric,
  	\`medium_columns\` numeric,
  	\`medium_rows\` numeric,
  	\`medium_order\` numeric,
  	\`expanded_columns\` numeric,
  	\`expanded_rows\` numeric,
  	\`expanded_order\` numeric,
  	FOREIGN KEY (\`content_id\`) REFERENCES \`contents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`surfaces_sections\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`surfaces_sections_placements_order_idx\` ON \`surfaces_sections_placements\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`surfaces_sections_placements_parent_id_idx\` ON \`surfaces_sections_placements\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`surfaces_sections_placements_content_idx\` ON \`surfaces_sections_placements\` (\`content_id\`);`)
  await db.run(sql`CREATE TABLE \`surfaces_sections\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`slug\` text,
  	\`scroll\` text DEFAULT 'grid',
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`surfaces\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`surfaces_sections_order_idx\` ON \`surfaces_sections\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`surfaces_sections_parent_id_idx\` ON \`surfaces_sections\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`surfaces_sections_locales\` (
  	\`title\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`surfaces_sections\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`surfaces_sections_locales_locale_parent_id_unique\` ON \`surfaces_sections_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`surfaces\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`type\` text DEFAULT 'home',
  	\`palette_id\` integer,
  	\`commerce_first\` integer,
  	\`slug\` text,
  	\`brand_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`palette_id\`) REFERENCES \`palettes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`surfaces_palette_idx\` ON \`surfaces\` (\`palette_id\`);`)
  await db.run(sql`CREATE INDEX \`surfaces_slug_idx\` ON \`surfaces\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`surfaces_brand_idx\` ON \`surfaces\` (\`brand_id\`);`)
  await db.run(sql`CREATE INDEX \`surfaces_updated_at_idx\` ON \`surfaces\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`surfaces_created_at_idx\` ON \`surfaces\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`surfaces__status_idx\` ON \`surfaces\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`surfaces_locales\` (
  	\`title\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`surfaces\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`surfaces_locales_locale_parent_id_unique\` ON \`surfaces_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_surfaces_v_version_sections_placements\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`content_id\` integer,
  	\`compact_columns\` numeric,
  	\`compact_rows\` numeric,
  	\`compact_order\` numeric,
  	\`medium_columns\` numeric,
  	\`medium_rows\` numeric,
  	\`medium_order\` numeric,
  	\`expanded_columns\` numeric,
  	\`expanded_rows\` numeric,
  	\`expanded_order\` numeric,
  	\`_uuid\` text,
  	FOREIGN KEY (\`content_id\`) REFERENCES \`contents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_surfaces_v_version_sections\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_surfaces_v_version_sections_placements_order_idx\` ON \`_surfaces_v_version_sections_placements\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_version_sections_placements_parent_id_idx\` ON \`_surfaces_v_version_sections_placements\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_version_sections_placements_content_idx\` ON \`_surfaces_v_version_sections_placements\` (\`content_id\`);`)
  await db.run(sql`CREATE TABLE \`_surfaces_v_version_sections\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`slug\` text,
  	\`scroll\` text DEFAULT 'grid',
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_surfaces_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_surfaces_v_version_sections_order_idx\` ON \`_surfaces_v_version_sections\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_version_sections_parent_id_idx\` ON \`_surfaces_v_version_sections\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_surfaces_v_version_sections_locales\` (
  	\`title\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_surfaces_v_version_sections\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_surfaces_v_version_sections_locales_locale_parent_id_unique\` ON \`_surfaces_v_version_sections_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_surfaces_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_name\` text,
  	\`version_type\` text DEFAULT 'home',
  	\`version_palette_id\` integer,
  	\`version_commerce_first\` integer,
  	\`version_slug\` text,
  	\`version_brand_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`surfaces\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_palette_id\`) REFERENCES \`palettes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_surfaces_v_parent_idx\` ON \`_surfaces_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_version_version_palette_idx\` ON \`_surfaces_v\` (\`version_palette_id\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_version_version_slug_idx\` ON \`_surfaces_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_version_version_brand_idx\` ON \`_surfaces_v\` (\`version_brand_id\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_version_version_updated_at_idx\` ON \`_surfaces_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_version_version_created_at_idx\` ON \`_surfaces_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_version_version__status_idx\` ON \`_surfaces_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_created_at_idx\` ON \`_surfaces_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_updated_at_idx\` ON \`_surfaces_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_snapshot_idx\` ON \`_surfaces_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_published_locale_idx\` ON \`_surfaces_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_latest_idx\` ON \`_surfaces_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_surfaces_v_autosave_idx\` ON \`_surfaces_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_surfaces_v_locales\` (
  	\`version_title\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_surfaces_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_surfaces_v_locales_locale_parent_id_unique\` ON \`_surfaces_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`contents\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`widget\` text,
  	\`action_deep_link\` text,
  	\`action_web_url\` text,
  	\`action_min_app_version\` text,
  	\`trigger_id\` integer,
  	\`tone\` text DEFAULT 'neutral',
  	\`valid_from\` text,
  	\`valid_until\` text,
  	\`slug\` text,
  	\`brand_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`trigger_id\`) REFERENCES \`triggers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`contents_trigger_idx\` ON \`contents\` (\`trigger_id\`);`)
  await db.run(sql`CREATE INDEX \`contents_slug_idx\` ON \`contents\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`contents_brand_idx\` ON \`contents\` (\`brand_id\`);`)
  await db.run(sql`CREATE INDEX \`contents_updated_at_idx\` ON \`contents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`contents_created_at_idx\` ON \`contents\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`contents__status_idx\` ON \`contents\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`contents_locales\` (
  	\`action_label\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`contents\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`contents_locales_locale_parent_id_unique\` ON \`contents_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_contents_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_name\` text,
  	\`version_widget\` text,
  	\`version_action_deep_link\` text,
  	\`version_action_web_url\` text,
  	\`version_action_min_app_version\` text,
  	\`version_trigger_id\` integer,
  	\`version_tone\` text DEFAULT 'neutral',
  	\`version_valid_from\` text,
  	\`version_valid_until\` text,
  	\`version_slug\` text,
  	\`version_brand_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`contents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_trigger_id\`) REFERENCES \`triggers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_contents_v_parent_idx\` ON \`_contents_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_contents_v_version_version_trigger_idx\` ON \`_contents_v\` (\`version_trigger_id\`);`)
  await db.run(sql`CREATE INDEX \`_contents_v_version_version_slug_idx\` ON \`_contents_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_contents_v_version_version_brand_idx\` ON \`_contents_v\` (\`version_brand_id\`);`)
  await db.run(sql`CREATE INDEX \`_contents_v_version_version_updated_at_idx\` ON \`_contents_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_contents_v_version_version_created_at_idx\` ON \`_contents_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_contents_v_version_version__status_idx\` ON \`_contents_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_contents_v_created_at_idx\` ON \`_contents_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_contents_v_updated_at_idx\` ON \`_contents_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_contents_v_snapshot_idx\` ON \`_contents_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_contents_v_published_locale_idx\` ON \`_contents_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_contents_v_latest_idx\` ON \`_contents_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_contents_v_autosave_idx\` ON \`_contents_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_contents_v_locales\` (
  	\`version_action_label\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_contents_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_contents_v_locales_locale_parent_id_unique\` ON \`_contents_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`clusters\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`priority\` numeric DEFAULT 100,
  	\`trigger_id\` integer,
  	\`home_id\` integer,
  	\`slug\` text,
  	\`brand_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`trigger_id\`) REFERENCES \`triggers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`home_id\`) REFERENCES \`surfaces\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`clusters_trigger_idx\` ON \`clusters\` (\`trigger_id\`);`)
  await db.run(sql`CREATE INDEX \`clusters_home_idx\` ON \`clusters\` (\`home_id\`);`)
  await db.run(sql`CREATE INDEX \`clusters_slug_idx\` ON \`clusters\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`clusters_brand_idx\` ON \`clusters\` (\`brand_id\`);`)
  await db.run(sql`CREATE INDEX \`clusters_updated_at_idx\` ON \`clusters\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`clusters_created_at_idx\` ON \`clusters\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`clusters__status_idx\` ON \`clusters\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_clusters_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_name\` text,
  	\`version_priority\` numeric DEFAULT 100,
  	\`version_trigger_id\` integer,
  	\`version_home_id\` integer,
  	\`version_slug\` text,
  	\`version_brand_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`clusters\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_trigger_id\`) REFERENCES \`triggers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_home_id\`) REFERENCES \`surfaces\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_clusters_v_parent_idx\` ON \`_clusters_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_version_version_trigger_idx\` ON \`_clusters_v\` (\`version_trigger_id\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_version_version_home_idx\` ON \`_clusters_v\` (\`version_home_id\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_version_version_slug_idx\` ON \`_clusters_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_version_version_brand_idx\` ON \`_clusters_v\` (\`version_brand_id\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_version_version_updated_at_idx\` ON \`_clusters_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_version_version_created_at_idx\` ON \`_clusters_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_version_version__status_idx\` ON \`_clusters_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_created_at_idx\` ON \`_clusters_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_updated_at_idx\` ON \`_clusters_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_snapshot_idx\` ON \`_clusters_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_published_locale_idx\` ON \`_clusters_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_latest_idx\` ON \`_clusters_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_clusters_v_autosave_idx\` ON \`_clusters_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`triggers\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`rule\` text DEFAULT '{"combinator":"and","rules":[]}',
  	\`slug\` text,
  	\`brand_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`triggers_slug_idx\` ON \`triggers\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`triggers_brand_idx\` ON \`triggers\` (\`brand_id\`);`)
  await db.run(sql`CREATE INDEX \`triggers_updated_at_idx\` ON \`triggers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`triggers_created_at_idx\` ON \`triggers\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`triggers__status_idx\` ON \`triggers\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_triggers_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_name\` text,
  	\`version_rule\` text DEFAULT '{"combinator":"and","rules":[]}',
  	\`version_slug\` text,
  	\`version_brand_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`triggers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_triggers_v_parent_idx\` ON \`_triggers_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_triggers_v_version_version_slug_idx\` ON \`_triggers_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_triggers_v_version_version_brand_idx\` ON \`_triggers_v\` (\`version_brand_id\`);`)
  await db.run(sql`CREATE INDEX \`_triggers_v_version_version_updated_at_idx\` ON \`_triggers_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_triggers_v_version_version_created_at_idx\` ON \`_triggers_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_triggers_v_version_version__status_idx\` ON \`_triggers_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_triggers_v_created_at_idx\` ON \`_triggers_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_triggers_v_updated_at_idx\` ON \`_triggers_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_triggers_v_snapshot_idx\` ON \`_triggers_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_triggers_v_published_locale_idx\` ON \`_triggers_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_triggers_v_latest_idx\` ON \`_triggers_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_triggers_v_autosave_idx\` ON \`_triggers_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`palettes\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`light_background\` text,
  	\`light_surface\` text,
  	\`light_on_surface\` text,
  	\`light_on_surface_muted\` text,
  	\`light_outline\` text,
  	\`light_primary\` text,
  	\`light_on_primary\` text,
  	\`light_accent\` text,
  	\`light_on_accent\` text,
  	\`light_positive\` text,
  	\`light_on_positive\` text,
  	\`light_warning\` text,
  	\`light_on_warning\` text,
  	\`light_critical\` text,
  	\`light_on_critical\` text,
  	\`dark_background\` text,
  	\`dark_surface\` text,
  	\`dark_on_surface\` text,
  	\`dark_on_surface_muted\` text,
  	\`dark_outline\` text,
  	\`dark_primary\` text,
  	\`dark_on_primary\` text,
  	\`dark_accent\` text,
  	\`dark_on_accent\` text,
  	\`dark_positive\` text,
  	\`dark_on_positive\` text,
  	\`dark_warning\` text,
  	\`dark_on_warning\` text,
  	\`dark_critical\` text,
  	\`dark_on_critical\` text,
  	\`light_high_contrast_background\` text,
  	\`light_high_contrast_surface\` text,
  	\`light_high_contrast_on_surface\` text,
  	\`light_high_contrast_on_surface_muted\` text,
  	\`light_high_contrast_outline\` text,
  	\`light_high_contrast_primary\` text,
  	\`light_high_contrast_on_primary\` text,
  	\`light_high_contrast_accent\` text,
  	\`light_high_contrast_on_accent\` text,
  	\`light_high_contrast_positive\` text,
  	\`light_high_contrast_on_positive\` text,
  	\`light_high_contrast_warning\` text,
  	\`light_high_contrast_on_warning\` text,
  	\`light_high_contrast_critical\` text,
  	\`light_high_contrast_on_critical\` text,
  	\`dark_high_contrast_background\` text,
  	\`dark_high_contrast_surface\` text,
  	\`dark_high_contrast_on_surface\` text,
  	\`dark_high_contrast_on_surface_muted\` text,
  	\`dark_high_contrast_outline\` text,
  	\`dark_high_contrast_primary\` text,
  	\`dark_high_contrast_on_primary\` text,
  	\`dark_high_contrast_accent\` text,
  	\`dark_high_contrast_on_accent\` text,
  	\`dark_high_contrast_positive\` text,
  	\`dark_high_contrast_on_positive\` text,
  	\`dark_high_contrast_warning\` text,
  	\`dark_high_contrast_on_warning\` text,
  	\`dark_high_contrast_critical\` text,
  	\`dark_high_contrast_on_critical\` text,
  	\`slug\` text,
  	\`brand_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`palettes_slug_idx\` ON \`palettes\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`palettes_brand_idx\` ON \`palettes\` (\`brand_id\`);`)
  await db.run(sql`CREATE INDEX \`palettes_updated_at_idx\` ON \`palettes\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`palettes_created_at_idx\` ON \`palettes\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`palettes__status_idx\` ON \`palettes\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_palettes_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_name\` text,
  	\`version_light_background\` text,
  	\`version_light_surface\` text,
  	\`version_light_on_surface\` text,
  	\`version_light_on_surface_muted\` text,
  	\`version_light_outline\` text,
  	\`version_light_primary\` text,
  	\`version_light_on_primary\` text,
  	\`version_light_accent\` text,
  	\`version_light_on_accent\` text,
  	\`version_light_positive\` text,
  	\`version_light_on_positive\` text,
  	\`version_light_warning\` text,
  	\`version_light_on_warning\` text,
  	\`version_light_critical\` text,
  	\`version_light_on_critical\` text,
  	\`version_dark_background\` text,
  	\`version_dark_surface\` text,
  	\`version_dark_on_surface\` text,
  	\`version_dark_on_surface_muted\` text,
  	\`version_dark_outline\` text,
  	\`version_dark_primary\` text,
  	\`version_dark_on_primary\` text,
  	\`version_dark_accent\` text,
  	\`version_dark_on_accent\` text,
  	\`version_dark_positive\` text,
  	\`version_dark_on_positive\` text,
  	\`version_dark_warning\` text,
  	\`version_dark_on_warning\` text,
  	\`version_dark_critical\` text,
  	\`version_dark_on_critical\` text,
  	\`version_light_high_contrast_background\` text,
  	\`version_light_high_contrast_surface\` text,
  	\`version_light_high_contrast_on_surface\` text,
  	\`version_light_high_contrast_on_surface_muted\` text,
  	\`version_light_high_contrast_outline\` text,
  	\`version_light_high_contrast_primary\` text,
  	\`version_light_high_contrast_on_primary\` text,
  	\`version_light_high_contrast_accent\` text,
  	\`version_light_high_contrast_on_accent\` text,
  	\`version_light_high_contrast_positive\` text,
  	\`version_light_high_contrast_on_positive\` text,
  	\`version_light_high_contrast_warning\` text,
  	\`version_light_high_contrast_on_warning\` text,
  	\`version_light_high_contrast_critical\` text,
  	\`version_light_high_contrast_on_critical\` text,
  	\`version_dark_high_contrast_background\` text,
  	\`version_dark_high_contrast_surface\` text,
  	\`version_dark_high_contrast_on_surface\` text,
  	\`version_dark_high_contrast_on_surface_muted\` text,
  	\`version_dark_high_contrast_outline\` text,
  	\`version_dark_high_contrast_primary\` text,
  	\`version_dark_high_contrast_on_primary\` text,
  	\`version_dark_high_contrast_accent\` text,
  	\`version_dark_high_contrast_on_accent\` text,
  	\`version_dark_high_contrast_positive\` text,
  	\`version_dark_high_contrast_on_positive\` text,
  	\`version_dark_high_contrast_warning\` text,
  	\`version_dark_high_contrast_on_warning\` text,
  	\`version_dark_high_contrast_critical\` text,
  	\`version_dark_high_contrast_on_critical\` text,
  	\`version_slug\` text,
  	\`version_brand_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`palettes\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_palettes_v_parent_idx\` ON \`_palettes_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_palettes_v_version_version_slug_idx\` ON \`_palettes_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_palettes_v_version_version_brand_idx\` ON \`_palettes_v\` (\`version_brand_id\`);`)
  await db.run(sql`CREATE INDEX \`_palettes_v_version_version_updated_at_idx\` ON \`_palettes_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_palettes_v_version_version_created_at_idx\` ON \`_palettes_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_palettes_v_version_version__status_idx\` ON \`_palettes_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_palettes_v_created_at_idx\` ON \`_palettes_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_palettes_v_updated_at_idx\` ON \`_palettes_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_palettes_v_snapshot_idx\` ON \`_palettes_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_palettes_v_published_locale_idx\` ON \`_palettes_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_palettes_v_latest_idx\` ON \`_palettes_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_palettes_v_autosave_idx\` ON \`_palettes_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`brand_id\` integer NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric,
  	\`sizes_thumbnail_url\` text,
  	\`sizes_thumbnail_width\` numeric,
  	\`sizes_thumbnail_height\` numeric,
  	\`sizes_thumbnail_mime_type\` text,
  	\`sizes_thumbnail_filesize\` numeric,
  	\`sizes_thumbnail_filename\` text,
  	FOREIGN KEY (\`brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`media_slug_idx\` ON \`media\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`media_brand_idx\` ON \`media\` (\`brand_id\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`media_sizes_thumbnail_sizes_thumbnail_filename_idx\` ON \`media\` (\`sizes_thumbnail_filename\`);`)
  await db.run(sql`CREATE TABLE \`media_locales\` (
  	\`alt\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`media_locales_locale_parent_id_unique\` ON \`media_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`policies\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`method\` text,
  	\`brand_id\` integer,
  	\`read_timeout_ms\` numeric DEFAULT 1000,
  	\`connection_wait_ms\` numeric DEFAULT 250,
  	\`pool_size\` numeric DEFAULT 32,
  	\`retries\` numeric DEFAULT 1,
  	\`retry_wait_ms\` numeric DEFAULT 50,
  	\`t1_ms\` numeric DEFAULT 3600000,
  	\`t2_ms\` numeric DEFAULT 86400000,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`policies_brand_idx\` ON \`policies\` (\`brand_id\`);`)
  await db.run(sql`CREATE INDEX \`policies_updated_at_idx\` ON \`policies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`policies_created_at_idx\` ON \`policies\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`policies__status_idx\` ON \`policies\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_policies_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_method\` text,
  	\`version_brand_id\` integer,
  	\`version_read_timeout_ms\` numeric DEFAULT 1000,
  	\`version_connection_wait_ms\` numeric DEFAULT 250,
  	\`version_pool_size\` numeric DEFAULT 32,
  	\`version_retries\` numeric DEFAULT 1,
  	\`version_retry_wait_ms\` numeric DEFAULT 50,
  	\`version_t1_ms\` numeric DEFAULT 3600000,
  	\`version_t2_ms\` numeric DEFAULT 86400000,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_brand_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_policies_v_parent_idx\` ON \`_policies_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_brand_idx\` ON \`_policies_v\` (\`version_brand_id\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_updated_at_idx\` ON \`_policies_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version_created_at_idx\` ON \`_policies_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_version_version__status_idx\` ON \`_policies_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_created_at_idx\` ON \`_policies_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_updated_at_idx\` ON \`_policies_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_snapshot_idx\` ON \`_policies_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_published_locale_idx\` ON \`_policies_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_latest_idx\` ON \`_policies_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_policies_v_autosave_idx\` ON \`_policies_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`releases\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`event\` text NOT NULL,
  	\`brand\` text NOT NULL,
  	\`number\` numeric NOT NULL,
  	\`rolled_back_from\` numeric,
  	\`by\` text NOT NULL,
  	\`email\` text,
  	\`note\` text,
  	\`added\` numeric,
  	\`changed\` numeric,
  	\`removed\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`releases_at_idx\` ON \`releases\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`releases_brand_idx\` ON \`releases\` (\`brand\`);`)
  await db.run(sql`CREATE INDEX \`releases_updated_at_idx\` ON \`releases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`releases_created_at_idx\` ON \`releases\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`brands_languages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`brands_languages_order_idx\` ON \`brands_languages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`brands_languages_parent_idx\` ON \`brands_languages\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`brands\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`slug\` text,
  	\`default_locale\` text DEFAULT 'it',
  	\`time_zone\` text DEFAULT 'Europe/Rome',
  	\`currency\` text DEFAULT 'EUR',
  	\`logo_id\` integer,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`logo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`brands_slug_idx\` ON \`brands\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`brands_logo_idx\` ON \`brands\` (\`logo_id\`);`)
  await db.run(sql`CREATE INDEX \`brands_updated_at_idx\` ON \`brands\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`brands_created_at_idx\` ON \`brands\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`brands__status_idx\` ON \`brands\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`_brands_v_version_languages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_brands_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_brands_v_version_languages_order_idx\` ON \`_brands_v_version_languages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_version_languages_parent_idx\` ON \`_brands_v_version_languages\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_brands_v\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`parent_id\` integer,
  	\`version_name\` text,
  	\`version_slug\` text,
  	\`version_default_locale\` text DEFAULT 'it',
  	\`version_time_zone\` text DEFAULT 'Europe/Rome',
  	\`version_currency\` text DEFAULT 'EUR',
  	\`version_logo_id\` integer,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_logo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_brands_v_parent_idx\` ON \`_brands_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_version_version_slug_idx\` ON \`_brands_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_version_version_logo_idx\` ON \`_brands_v\` (\`version_logo_id\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_version_version_updated_at_idx\` ON \`_brands_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_version_version_created_at_idx\` ON \`_brands_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_version_version__status_idx\` ON \`_brands_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_created_at_idx\` ON \`_brands_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_updated_at_idx\` ON \`_brands_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_snapshot_idx\` ON \`_brands_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_published_locale_idx\` ON \`_brands_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_latest_idx\` ON \`_brands_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_brands_v_autosave_idx\` ON \`_brands_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`value\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`surfaces_id\` integer,
  	\`contents_id\` integer,
  	\`clusters_id\` integer,
  	\`triggers_id\` integer,
  	\`palettes_id\` integer,
  	\`media_id\` integer,
  	\`policies_id\` integer,
  	\`releases_id\` integer,
  	\`brands_id\` integer,
  	\`users_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`surfaces_id\`) REFERENCES \`surfaces\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`contents_id\`) REFERENCES \`contents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`clusters_id\`) REFERENCES \`clusters\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`triggers_id\`) REFERENCES \`triggers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`palettes_id\`) REFERENCES \`palettes\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`policies_id\`) REFERENCES \`policies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`releases_id\`) REFERENCES \`releases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`brands_id\`) REFERENCES \`brands\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_surfaces_id_idx\` ON \`payload_locked_documents_rels\` (\`surfaces_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_contents_id_idx\` ON \`payload_locked_documents_rels\` (\`contents_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_clusters_id_idx\` ON \`payload_locked_documents_rels\` (\`clusters_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_triggers_id_idx\` ON \`payload_locked_documents_rels\` (\`triggers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_palettes_id_idx\` ON \`payload_locked_documents_rels\` (\`palettes_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_policies_id_idx\` ON \`payload_locked_documents_rels\` (\`policies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_releases_id_idx\` ON \`payload_locked_documents_rels\` (\`releases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_brands_id_idx\` ON \`payload_locked_documents_rels\` (\`brands_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`surfaces_sections_placements\`;`)
  await db.run(sql`DROP TABLE \`surfaces_sections\`;`)
  await db.run(sql`DROP TABLE \`surfaces_sections_locales\`;`)
  await db.run(sql`DROP TABLE \`surfaces\`;`)
  await db.run(sql`DROP TABLE \`surfaces_locales\`;`)
  await db.run(sql`DROP TABLE \`_surfaces_v_version_sections_placements\`;`)
  await db.run(sql`DROP TABLE \`_surfaces_v_version_sections\`;`)
  await db.run(sql`DROP TABLE \`_surfaces_v_version_sections_locales\`;`)
  await db.run(sql`DROP TABLE \`_surfaces_v\`;`)
  await db.run(sql`DROP TABLE \`_surfaces_v_locales\`;`)
  await db.run(sql`DROP TABLE \`contents\`;`)
  await db.run(sql`DROP TABLE \`contents_locales\`;`)
  await db.run(sql`DROP TABLE \`_contents_v\`;`)
  await db.run(sql`DROP TABLE \`_contents_v_locales\`;`)
  await db.run(sql`DROP TABLE \`clusters\`;`)
  await db.run(sql`DROP TABLE \`_clusters_v\`;`)
  await db.run(sql`DROP TABLE \`triggers\`;`)
  await db.run(sql`DROP TABLE \`_triggers_v\`;`)
  await db.run(sql`DROP TABLE \`palettes\`;`)
  await db.run(sql`DROP TABLE \`_palettes_v\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`media_locales\`;`)
  await db.run(sql`DROP TABLE \`policies\`;`)
  await db.run(sql`DROP TABLE \`_policies_v\`;`)
  await db.run(sql`DROP TABLE \`releases\`;`)
  await db.run(sql`DROP TABLE \`brands_languages\`;`)
  await db.run(sql`DROP TABLE \`brands\`;`)
  await db.run(sql`DROP TABLE \`_brands_v_version_languages\`;`)
  await db.run(sql`DROP TABLE \`_brands_v\`;`)
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
