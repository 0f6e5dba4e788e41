import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_targets_opens" AS ENUM('surface', 'widget', 'bill', 'option', 'payment', 'step');
  CREATE TYPE "public"."enum_targets_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__targets_v_version_opens" AS ENUM('surface', 'widget', 'bill', 'option', 'payment', 'step');
  CREATE TYPE "public"."enum__targets_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__targets_v_published_locale" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_menus_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__menus_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__menus_v_published_locale" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_guides_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__guides_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__guides_v_published_locale" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_brands_care_hours_day" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "public"."enum_brands_care_slot_minutes" AS ENUM('15', '30', '60');
  CREATE TYPE "public"."enum__brands_v_version_care_hours_day" AS ENUM('1', '2', '3', '4', '5', '6', '7');
  CREATE TYPE "public"."enum__brands_v_version_care_slot_minutes" AS ENUM('15', '30', '60');
  CREATE TABLE "targets" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"opens" "enum_targets_opens" DEFAULT 'surface',
  	"on_home" boolean,
  	"surface_id" integer,
  	"content_id" integer,
  	"guide_id" integer,
  	"step" varchar,
  	"trigger_id" integer,
  	"minutes" numeric,
  	"slug" varchar,
  	"brand_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_targets_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "targets_locales" (
  	"title" varchar,
  	"sms" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "targets_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_targets_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_name" varchar,
  	"version_opens" "enum__targets_v_version_opens" DEFAULT 'surface',
  	"version_on_home" boolean,
  	"version_surface_id" integer,
  	"version_content_id" integer,
  	"version_guide_id" integer,
  	"version_step" varchar,
  	"version_trigger_id" integer,
  	"version_minutes" numeric,
  	"version_slug" varchar,
  	"version_brand_id" integer,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__targets_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__targets_v_published_locale",
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_targets_v_locales" (
  	"version_title" varchar,
  	"version_sms" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "_targets_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "menus" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"nodes" jsonb DEFAULT '[]'::jsonb,
  	"slug" varchar,
  	"brand_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_menus_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "menus_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_menus_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_name" varchar,
  	"version_nodes" jsonb DEFAULT '[]'::jsonb,
  	"version_slug" varchar,
  	"version_brand_id" integer,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__menus_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__menus_v_published_locale",
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_menus_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "guides" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"steps" jsonb DEFAULT '[]'::jsonb,
  	"slug" varchar,
  	"brand_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_guides_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "guides_locales" (
  	"title" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "guides_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_guides_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_name" varchar,
  	"version_steps" jsonb DEFAULT '[]'::jsonb,
  	"version_slug" varchar,
  	"version_brand_id" integer,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__guides_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__guides_v_published_locale",
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_guides_v_locales" (
  	"version_title" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "_guides_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "brands_care_hours" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"day" "enum_brands_care_hours_day",
  	"from" varchar,
  	"until" varchar,
  	"capacity" numeric
  );
  
  CREATE TABLE "brands_care_android_apps" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"package" varchar
  );
  
  CREATE TABLE "brands_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_brands_v_version_care_hours" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"day" "enum__brands_v_version_care_hours_day",
  	"from" varchar,
  	"until" varchar,
  	"capacity" numeric,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_brands_v_version_care_android_apps" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"package" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_brands_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  ALTER TABLE "brands" ADD COLUMN "care_sms_sender" varchar;
  ALTER TABLE "brands" ADD COLUMN "care_link_origin" varchar;
  ALTER TABLE "brands" ADD COLUMN "care_slot_minutes" "enum_brands_care_slot_minutes" DEFAULT '30';
  ALTER TABLE "brands" ADD COLUMN "care_stores_ios" varchar;
  ALTER TABLE "brands" ADD COLUMN "care_stores_android" varchar;
  ALTER TABLE "_brands_v" ADD COLUMN "version_care_sms_sender" varchar;
  ALTER TABLE "_brands_v" ADD COLUMN "version_care_link_origin" varchar;
  ALTER TABLE "_brands_v" ADD COLUMN "version_care_slot_minutes" "enum__brands_v_version_care_slot_minutes" DEFAULT '30';
  ALTER TABLE "_brands_v" ADD COLUMN "version_care_stores_ios" varchar;
  ALTER TABLE "_brands_v" ADD COLUMN "version_care_stores_android" varchar;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "targets_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "menus_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "guides_id" integer;
  ALTER TABLE "targets" ADD CONSTRAINT "targets_surface_id_surfaces_id_fk" FOREIGN KEY ("surface_id") REFERENCES "public"."surfaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "targets" ADD CONSTRAINT "targets_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "targets" ADD CONSTRAINT "targets_guide_id_guides_id_fk" FOREIGN KEY ("guide_id") REFERENCES "public"."guides"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "targets" ADD CONSTRAINT "targets_trigger_id_triggers_id_fk" FOREIGN KEY ("trigger_id") REFERENCES "public"."triggers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "targets" ADD CONSTRAINT "targets_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "targets_locales" ADD CONSTRAINT "targets_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "targets_texts" ADD CONSTRAINT "targets_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_targets_v" ADD CONSTRAINT "_targets_v_parent_id_targets_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."targets"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_targets_v" ADD CONSTRAINT "_targets_v_version_surface_id_surfaces_id_fk" FOREIGN KEY ("version_surface_id") REFERENCES "public"."surfaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_targets_v" ADD CONSTRAINT "_targets_v_version_content_id_contents_id_fk" FOREIGN KEY ("version_content_id") REFERENCES "public"."contents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_targets_v" ADD CONSTRAINT "_targets_v_version_guide_id_guides_id_fk" FOREIGN KEY ("version_guide_id") REFERENCES "public"."guides"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_targets_v" ADD CONSTRAINT "_targets_v_version_trigger_id_triggers_id_fk" FOREIGN KEY ("version_trigger_id") REFERENCES "public"."triggers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_targets_v" ADD CONSTRAINT "_targets_v_version_brand_id_brands_id_fk" FOREIGN KEY ("version_brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_targets_v_locales" ADD CONSTRAINT "_targets_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_targets_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_targets_v_texts" ADD CONSTRAINT "_targets_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_targets_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "menus" ADD CONSTRAINT "menus_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "menus_texts" ADD CONSTRAINT "menus_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."menus"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_menus_v" ADD CONSTRAINT "_menus_v_parent_id_menus_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."menus"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_menus_v" ADD CONSTRAINT "_menus_v_version_brand_id_brands_id_fk" FOREIGN KEY ("version_brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_menus_v_texts" ADD CONSTRAINT "_menus_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_menus_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "guides" ADD CONSTRAINT "guides_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "guides_locales" ADD CONSTRAINT "guides_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."guides"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "guides_texts" ADD CONSTRAINT "guides_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."guides"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_guides_v" ADD CONSTRAINT "_guides_v_parent_id_guides_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."guides"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_guides_v" ADD CONSTRAINT "_guides_v_version_brand_id_brands_id_fk" FOREIGN KEY ("version_brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_guides_v_locales" ADD CONSTRAINT "_guides_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_guides_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_guides_v_texts" ADD CONSTRAINT "_guides_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_guides_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "brands_care_hours" ADD CONSTRAINT "brands_care_hours_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "brands_care_android_apps" ADD CONSTRAINT "brands_care_android_apps_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "brands_texts" ADD CONSTRAINT "brands_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_brands_v_version_care_hours" ADD CONSTRAINT "_brands_v_version_care_hours_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_brands_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_brands_v_version_care_android_apps" ADD CONSTRAINT "_brands_v_version_care_android_apps_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_brands_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_brands_v_texts" ADD CONSTRAINT "_brands_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_brands_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "targets_surface_idx" ON "targets" USING btree ("surface_id");
  CREATE INDEX "targets_content_idx" ON "targets" USING btree ("content_id");
  CREATE INDEX "targets_guide_idx" ON "targets" USING btree ("guide_id");
  CREATE INDEX "targets_trigger_idx" ON "targets" USING btree ("trigger_id");
  CREATE INDEX "targets_slug_idx" ON "targets" USING btree ("slug");
  CREATE INDEX "targets_brand_idx" ON "targets" USING btree ("brand_id");
  CREATE INDEX "targets_updated_at_idx" ON "targets" USING btree ("updated_at");
  CREATE INDEX "targets_created_at_idx" ON "targets" USING btree ("created_at");
  CREATE INDEX "targets__status_idx" ON "targets" USING btree ("_status");
  CREATE UNIQUE INDEX "targets_locales_locale_parent_id_unique" ON "targets_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "targets_texts_order_parent" ON "targets_texts" USING btree ("order","parent_id");
  CREATE INDEX "_targets_v_parent_idx" ON "_targets_v" USING btree ("parent_id");
  CREATE INDEX "_targets_v_version_version_surface_idx" ON "_targets_v" USING btree ("version_surface_id");
  CREATE INDEX "_targets_v_version_version_content_idx" ON "_targets_v" USING btree ("version_content_id");
  CREATE INDEX "_targets_v_version_version_guide_idx" ON "_targets_v" USING btree ("version_guide_id");
  CREATE INDEX "_targets_v_version_version_trigger_idx" ON "_targets_v" USING btree ("version_trigger_id");
  CREATE INDEX "_targets_v_version_version_slug_idx" ON "_targets_v" USING btree ("version_slug");
  CREATE INDEX "_targets_v_version_version_brand_idx" ON "_targets_v" USING btree ("version_brand_id");
  CREATE INDEX "_targets_v_version_version_updated_at_idx" ON "_targets_v" USING btree ("version_updated_at");
  CREATE INDEX "_targets_v_version_version_created_at_idx" ON "_targets_v" USING btree ("version_created_at");
  CREATE INDEX "_targets_v_version_version__status_idx" ON "_targets_v" USING btree ("version__status");
  CREATE INDEX "_targets_v_created_at_idx" ON "_targets_v" USING btree ("created_at");
  CREATE INDEX "_targets_v_updated_at_idx" ON "_targets_v" USING btree ("updated_at");
  CREATE INDEX "_targets_v_snapshot_idx" ON "_targets_v" USING btree ("snapshot");
  CREATE INDEX "_targets_v_published_locale_idx" ON "_targets_v" USING btree ("published_locale");
  CREATE INDEX "_targets_v_latest_idx" ON "_targets_v" USING btree ("latest");
  CREATE INDEX "_targets_v_autosave_idx" ON "_targets_v" USING btree ("autosave");
  CREATE UNIQUE INDEX "_targets_v_locales_locale_parent_id_unique" ON "_targets_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_targets_v_texts_order_parent" ON "_targets_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "menus_slug_idx" ON "menus" USING btree ("slug");
  CREATE INDEX "menus_brand_idx" ON "menus" USING btree ("brand_id");
  CREATE INDEX "menus_updated_at_idx" ON "menus" USING btree ("updated_at");
  CREATE INDEX "menus_created_at_idx" ON "menus" USING btree ("created_at");
  CREATE INDEX "menus__status_idx" ON "menus" USING btree ("_status");
  CREATE INDEX "menus_texts_order_parent" ON "menus_texts" USING btree ("order","parent_id");
  CREATE INDEX "_menus_v_parent_idx" ON "_menus_v" USING btree ("parent_id");
  CREATE INDEX "_menus_v_version_version_slug_idx" ON "_menus_v" USING btree ("version_slug");
  CREATE INDEX "_menus_v_version_version_brand_idx" ON "_menus_v" USING btree ("version_brand_id");
  CREATE INDEX "_menus_v_version_version_updated_at_idx" ON "_menus_v" USING btree ("version_updated_at");
  CREATE INDEX "_menus_v_version_version_created_at_idx" ON "_menus_v" USING btree ("version_created_at");
  CREATE INDEX "_menus_v_version_version__status_idx" ON "_menus_v" USING btree ("version__status");
  CREATE INDEX "_menus_v_created_at_idx" ON "_menus_v" USING btree ("created_at");
  CREATE INDEX "_menus_v_updated_at_idx" ON "_menus_v" USING btree ("updated_at");
  CREATE INDEX "_menus_v_snapshot_idx" ON "_menus_v" USING btree ("snapshot");
  CREATE INDEX "_menus_v_published_locale_idx" ON "_menus_v" USING btree ("published_locale");
  CREATE INDEX "_menus_v_latest_idx" ON "_menus_v" USING btree ("latest");
  CREATE INDEX "_menus_v_autosave_idx" ON "_menus_v" USING btree ("autosave");
  CREATE INDEX "_menus_v_texts_order_parent" ON "_menus_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "guides_slug_idx" ON "guides" USING btree ("slug");
  CREATE INDEX "guides_brand_idx" ON "guides" USING btree ("brand_id");
  CREATE INDEX "guides_updated_at_idx" ON "guides" USING btree ("updated_at");
  CREATE INDEX "guides_created_at_idx" ON "guides" USING btree ("created_at");
  CREATE INDEX "guides__status_idx" ON "guides" USING btree ("_status");
  CREATE UNIQUE INDEX "guides_locales_locale_parent_id_unique" ON "guides_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "guides_texts_order_parent" ON "guides_texts" USING btree ("order","parent_id");
  CREATE INDEX "_guides_v_parent_idx" ON "_guides_v" USING btree ("parent_id");
  CREATE INDEX "_guides_v_version_version_slug_idx" ON "_guides_v" USING btree ("version_slug");
  CREATE INDEX "_guides_v_version_version_brand_idx" ON "_guides_v" USING btree ("version_brand_id");
  CREATE INDEX "_guides_v_version_version_updated_at_idx" ON "_guides_v" USING btree ("version_updated_at");
  CREATE INDEX "_guides_v_version_version_created_at_idx" ON "_guides_v" USING btree ("version_created_at");
  CREATE INDEX "_guides_v_version_version__status_idx" ON "_guides_v" USING btree ("version__status");
  CREATE INDEX "_guides_v_created_at_idx" ON "_guides_v" USING btree ("created_at");
  CREATE INDEX "_guides_v_updated_at_idx" ON "_guides_v" USING btree ("updated_at");
  CREATE INDEX "_guides_v_snapshot_idx" ON "_guides_v" USING btree ("snapshot");
  CREATE INDEX "_guides_v_published_locale_idx" ON "_guides_v" USING btree ("published_locale");
  CREATE INDEX "_guides_v_latest_idx" ON "_guides_v" USING btree ("latest");
  CREATE INDEX "_guides_v_autosave_idx" ON "_guides_v" USING btree ("autosave");
  CREATE UNIQUE INDEX "_guides_v_locales_locale_parent_id_unique" ON "_guides_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_guides_v_texts_order_parent" ON "_guides_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "brands_care_hours_order_idx" ON "brands_care_hours" USING btree ("_order");
  CREATE INDEX "brands_care_hours_parent_id_idx" ON "brands_care_hours" USING btree ("_parent_id");
  CREATE INDEX "brands_care_android_apps_order_idx" ON "brands_care_android_apps" USING btree ("_order");
  CREATE INDEX "brands_care_android_apps_parent_id_idx" ON "brands_care_android_apps" USING btree ("_parent_id");
  CREATE INDEX "brands_texts_order_parent" ON "brands_texts" USING btree ("order","parent_id");
  CREATE INDEX "_brands_v_version_care_hours_order_idx" ON "_brands_v_version_care_hours" USING btree ("_order");
  CREATE INDEX "_brands_v_version_care_hours_parent_id_idx" ON "_brands_v_version_care_hours" USING btree ("_parent_id");
  CREATE INDEX "_brands_v_version_care_android_apps_order_idx" ON "_brands_v_version_care_android_apps" USING btree ("_order");
  CREATE INDEX "_brands_v_version_care_android_apps_parent_id_idx" ON "_brands_v_version_care_android_apps" USING btree ("_parent_id");
  CREATE INDEX "_brands_v_texts_order_parent" ON "_brands_v_texts" USING btree ("order","parent_id");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_targets_fk" FOREIGN KEY ("targets_id") REFERENCES "public"."targets"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_menus_fk" FOREIGN KEY ("menus_id") REFERENCES "public"."menus"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_guides_fk" FOREIGN KEY ("guides_id") REFERENCES "public"."guides"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_targets_id_idx" ON "payload_locked_documents_rels" USING btree ("targets_id");
  CREATE INDEX "payload_locked_documents_rels_menus_id_idx" ON "payload_locked_documents_rels" USING btree ("menus_id");
  CREATE INDEX "payload_locked_documents_rels_guides_id_idx" ON "payload_locked_documents_rels" USING btree ("guides_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "targets" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "targets_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "targets_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_targets_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_targets_v_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_targets_v_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "menus" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "menus_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_menus_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_menus_v_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "guides" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "guides_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "guides_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_guides_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_guides_v_locales" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_guides_v_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "brands_care_hours" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "brands_care_android_apps" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "brands_texts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_brands_v_version_care_hours" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_brands_v_version_care_android_apps" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_brands_v_texts" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "targets" CASCADE;
  DROP TABLE "targets_locales" CASCADE;
  DROP TABLE "targets_texts" CASCADE;
  DROP TABLE "_targets_v" CASCADE;
  DROP TABLE "_targets_v_locales" CASCADE;
  DROP TABLE "_targets_v_texts" CASCADE;
  DROP TABLE "menus" CASCADE;
  DROP TABLE "menus_texts" CASCADE;
  DROP TABLE "_menus_v" CASCADE;
  DROP TABLE "_menus_v_texts" CASCADE;
  DROP TABLE "guides" CASCADE;
  DROP TABLE "guides_locales" CASCADE;
  DROP TABLE "guides_texts" CASCADE;
  DROP TABLE "_guides_v" CASCADE;
  DROP TABLE "_guides_v_locales" CASCADE;
  DROP TABLE "_guides_v_texts" CASCADE;
  DROP TABLE "brands_care_hours" CASCADE;
  DROP TABLE "brands_care_android_apps" CASCADE;
  DROP TABLE "brands_texts" CASCADE;
  DROP TABLE "_brands_v_version_care_hours" CASCADE;
  DROP TABLE "_brands_v_version_care_android_apps" CASCADE;
  DROP TABLE "_brands_v_texts" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_targets_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_menus_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_guides_fk";
  
  DROP INDEX "payload_locked_documents_rels_targets_id_idx";
  DROP INDEX "payload_locked_documents_rels_menus_id_idx";
  DROP INDEX "payload_locked_documents_rels_guides_id_idx";
  ALTER TABLE "brands" DROP COLUMN "care_sms_sender";
  ALTER TABLE "brands" DROP COLUMN "care_link_origin";
  ALTER TABLE "brands" DROP COLUMN "care_slot_minutes";
  ALTER TABLE "brands" DROP COLUMN "care_stores_ios";
  ALTER TABLE "brands" DROP COLUMN "care_stores_android";
  ALTER TABLE "_brands_v" DROP COLUMN "version_care_sms_sender";
  ALTER TABLE "_brands_v" DROP COLUMN "version_care_link_origin";
  ALTER TABLE "_brands_v" DROP COLUMN "version_care_slot_minutes";
  ALTER TABLE "_brands_v" DROP COLUMN "version_care_stores_ios";
  ALTER TABLE "_brands_v" DROP COLUMN "version_care_stores_android";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "targets_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "menus_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "guides_id";
  DROP TYPE "public"."enum_targets_opens";
  DROP TYPE "public"."enum_targets_status";
  DROP TYPE "public"."enum__targets_v_version_opens";
  DROP TYPE "public"."enum__targets_v_version_status";
  DROP TYPE "public"."enum__targets_v_published_locale";
  DROP TYPE "public"."enum_menus_status";
  DROP TYPE "public"."enum__menus_v_version_status";
  DROP TYPE "public"."enum__menus_v_published_locale";
  DROP TYPE "public"."enum_guides_status";
  DROP TYPE "public"."enum__guides_v_version_status";
  DROP TYPE "public"."enum__guides_v_published_locale";
  DROP TYPE "public"."enum_brands_care_hours_day";
  DROP TYPE "public"."enum_brands_care_slot_minutes";
  DROP TYPE "public"."enum__brands_v_version_care_hours_day";
  DROP TYPE "public"."enum__brands_v_version_care_slot_minutes";`)
}
