import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."_locales" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_surfaces_sections_scroll" AS ENUM('grid', 'carousel');
  CREATE TYPE "public"."enum_surfaces_type" AS ENUM('home', 'landing');
  CREATE TYPE "public"."enum_surfaces_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__surfaces_v_version_sections_scroll" AS ENUM('grid', 'carousel');
  CREATE TYPE "public"."enum__surfaces_v_version_type" AS ENUM('home', 'landing');
  CREATE TYPE "public"."enum__surfaces_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__surfaces_v_published_locale" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_contents_tone" AS ENUM('neutral', 'primary', 'accent', 'positive', 'warning', 'critical');
  CREATE TYPE "public"."enum_contents_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__contents_v_version_tone" AS ENUM('neutral', 'primary', 'accent', 'positive', 'warning', 'critical');
  CREATE TYPE "public"."enum__contents_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__contents_v_published_locale" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_clusters_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__clusters_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__clusters_v_published_locale" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_triggers_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__triggers_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__triggers_v_published_locale" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_palettes_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__palettes_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__palettes_v_published_locale" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_policies_method" AS ENUM('customer', 'party', 'lines', 'account', 'bills', 'balance', 'usage', 'offers', 'topUp');
  CREATE TYPE "public"."enum_policies_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__policies_v_version_method" AS ENUM('customer', 'party', 'lines', 'account', 'bills', 'balance', 'usage', 'offers', 'topUp');
  CREATE TYPE "public"."enum__policies_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__policies_v_published_locale" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_releases_event" AS ENUM('published', 'rolledBack');
  CREATE TYPE "public"."enum_brands_languages" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_brands_default_locale" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_brands_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__brands_v_version_languages" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum__brands_v_version_default_locale" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum__brands_v_version_status" AS ENUM('draft', 'published');
  CREATE TYPE "public"."enum__brands_v_published_locale" AS ENUM('it', 'en');
  CREATE TYPE "public"."enum_users_roles" AS ENUM('admin', 'publisher', 'editor', 'operations');
  CREATE TABLE "surfaces_sections_placements" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"content_id" integer,
  	"compact_columns" numeric,
  	"compact_rows" numeric,
  	"compact_order" numeric,
  	"medium_columns" numeric,
  	"medium_rows" numeric,
  	"medium_order" numeric,
  	"expanded_columns" numeric,
  	"expanded_rows" numeric,
  	"expanded_order" numeric
  );
  
  CREATE TABLE "surfaces_sections" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"slug" varchar,
  	"scroll" "enum_surfaces_sections_scroll" DEFAULT 'grid'
  );
  
  CREATE TABLE "surfaces_sections_locales" (
  	"title" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "surfaces" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"type" "enum_surfaces_type" DEFAULT 'home',
  	"palette_id" integer,
  	"commerce_first" boolean,
  	"slug" varchar,
  	"brand_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_surfaces_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "surfaces_locales" (
  	"title" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "_surfaces_v_version_sections_placements" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"content_id" integer,
  	"compact_columns" numeric,
  	"compact_rows" numeric,
  	"compact_order" numeric,
  	"medium_columns" numeric,
  	"medium_rows" numeric,
  	"medium_order" numeric,
  	"expanded_columns" numeric,
  	"expanded_rows" numeric,
  	"expanded_order" numeric,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_surfaces_v_version_sections" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"slug" varchar,
  	"scroll" "enum__surfaces_v_version_sections_scroll" DEFAULT 'grid',
  	"_uuid" varchar
  );
  
  CREATE TABLE "_surfaces_v_version_sections_locales" (
  	"title" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "_surfaces_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_name" varchar,
  	"version_type" "enum__surfaces_v_version_type" DEFAULT 'home',
  	"version_palette_id" integer,
  	"version_commerce_first" boolean,
  	"version_slug" varchar,
  	"version_brand_id" integer,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__surfaces_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__surfaces_v_published_locale",
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_surfaces_v_locales" (
  	"version_title" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "contents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"widget" jsonb,
  	"action_deep_link" varchar,
  	"action_web_url" varchar,
  	"action_min_app_version" varchar,
  	"trigger_id" integer,
  	"tone" "enum_contents_tone" DEFAULT 'neutral',
  	"valid_from" timestamp(3) with time zone,
  	"valid_until" timestamp(3) with time zone,
  	"slug" varchar,
  	"brand_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_contents_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "contents_locales" (
  	"action_label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "_contents_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_name" varchar,
  	"version_widget" jsonb,
  	"version_action_deep_link" varchar,
  	"version_action_web_url" varchar,
  	"version_action_min_app_version" varchar,
  	"version_trigger_id" integer,
  	"version_tone" "enum__contents_v_version_tone" DEFAULT 'neutral',
  	"version_valid_from" timestamp(3) with time zone,
  	"version_valid_until" timestamp(3) with time zone,
  	"version_slug" varchar,
  	"version_brand_id" integer,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__contents_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__contents_v_published_locale",
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_contents_v_locales" (
  	"version_action_label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "clusters" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"priority" numeric DEFAULT 100,
  	"trigger_id" integer,
  	"home_id" integer,
  	"slug" varchar,
  	"brand_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_clusters_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_clusters_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_name" varchar,
  	"version_priority" numeric DEFAULT 100,
  	"version_trigger_id" integer,
  	"version_home_id" integer,
  	"version_slug" varchar,
  	"version_brand_id" integer,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__clusters_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__clusters_v_published_locale",
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "triggers" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"rule" jsonb DEFAULT '{"combinator":"and","rules":[]}'::jsonb,
  	"slug" varchar,
  	"brand_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_triggers_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_triggers_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_name" varchar,
  	"version_rule" jsonb DEFAULT '{"combinator":"and","rules":[]}'::jsonb,
  	"version_slug" varchar,
  	"version_brand_id" integer,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__triggers_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__triggers_v_published_locale",
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "palettes" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"light_background" varchar,
  	"light_surface" varchar,
  	"light_on_surface" varchar,
  	"light_on_surface_muted" varchar,
  	"light_outline" varchar,
  	"light_primary" varchar,
  	"light_on_primary" varchar,
  	"light_accent" varchar,
  	"light_on_accent" varchar,
  	"light_positive" varchar,
  	"light_on_positive" varchar,
  	"light_warning" varchar,
  	"light_on_warning" varchar,
  	"light_critical" varchar,
  	"light_on_critical" varchar,
  	"dark_background" varchar,
  	"dark_surface" varchar,
  	"dark_on_surface" varchar,
  	"dark_on_surface_muted" varchar,
  	"dark_outline" varchar,
  	"dark_primary" varchar,
  	"dark_on_primary" varchar,
  	"dark_accent" varchar,
  	"dark_on_accent" varchar,
  	"dark_positive" varchar,
  	"dark_on_positive" varchar,
  	"dark_warning" varchar,
  	"dark_on_warning" varchar,
  	"dark_critical" varchar,
  	"dark_on_critical" varchar,
  	"light_high_contrast_background" varchar,
  	"light_high_contrast_surface" varchar,
  	"light_high_contrast_on_surface" varchar,
  	"light_high_contrast_on_surface_muted" varchar,
  	"light_high_contrast_outline" varchar,
  	"light_high_contrast_primary" varchar,
  	"light_high_contrast_on_primary" varchar,
  	"light_high_contrast_accent" varchar,
  	"light_high_contrast_on_accent" varchar,
  	"light_high_contrast_positive" varchar,
  	"light_high_contrast_on_positive" varchar,
  	"light_high_contrast_warning" varchar,
  	"light_high_contrast_on_warning" varchar,
  	"light_high_contrast_critical" varchar,
  	"light_high_contrast_on_critical" varchar,
  	"dark_high_contrast_background" varchar,
  	"dark_high_contrast_surface" varchar,
  	"dark_high_contrast_on_surface" varchar,
  	"dark_high_contrast_on_surface_muted" varchar,
  	"dark_high_contrast_outline" varchar,
  	"dark_high_contrast_primary" varchar,
  	"dark_high_contrast_on_primary" varchar,
  	"dark_high_contrast_accent" varchar,
  	"dark_high_contrast_on_accent" varchar,
  	"dark_high_contrast_positive" varchar,
  	"dark_high_contrast_on_positive" varchar,
  	"dark_high_contrast_warning" varchar,
  	"dark_high_contrast_on_warning" varchar,
  	"dark_high_contrast_critical" varchar,
  	"dark_high_contrast_on_critical" varchar,
  	"slug" varchar,
  	"brand_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_palettes_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_palettes_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_name" varchar,
  	"version_light_background" varchar,
  	"version_light_surface" varchar,
  	"version_light_on_surface" varchar,
  	"version_light_on_surface_muted" varchar,
  	"version_light_outline" varchar,
  	"version_light_primary" varchar,
  	"version_light_on_primary" varchar,
  	"version_light_accent" varchar,
  	"version_light_on_accent" varchar,
  	"version_light_positive" varchar,
  	"version_light_on_positive" varchar,
  	"version_light_warning" varchar,
  	"version_light_on_warning" varchar,
  	"version_light_critical" varchar,
  	"version_light_on_critical" varchar,
  	"version_dark_background" varchar,
  	"version_dark_surface" varchar,
  	"version_dark_on_surface" varchar,
  	"version_dark_on_surface_muted" varchar,
  	"version_dark_outline" varchar,
  	"version_dark_primary" varchar,
  	"version_dark_on_primary" varchar,
  	"version_dark_accent" varchar,
  	"version_dark_on_accent" varchar,
  	"version_dark_positive" varchar,
  	"version_dark_on_positive" varchar,
  	"version_dark_warning" varchar,
  	"version_dark_on_warning" varchar,
  	"version_dark_critical" varchar,
  	"version_dark_on_critical" varchar,
  	"version_light_high_contrast_background" varchar,
  	"version_light_high_contrast_surface" varchar,
  	"version_light_high_contrast_on_surface" varchar,
  	"version_light_high_contrast_on_surface_muted" varchar,
  	"version_light_high_contrast_outline" varchar,
  	"version_light_high_contrast_primary" varchar,
  	"version_light_high_contrast_on_primary" varchar,
  	"version_light_high_contrast_accent" varchar,
  	"version_light_high_contrast_on_accent" varchar,
  	"version_light_high_contrast_positive" varchar,
  	"version_light_high_contrast_on_positive" varchar,
  	"version_light_high_contrast_warning" varchar,
  	"version_light_high_contrast_on_warning" varchar,
  	"version_light_high_contrast_critical" varchar,
  	"version_light_high_contrast_on_critical" varchar,
  	"version_dark_high_contrast_background" varchar,
  	"version_dark_high_contrast_surface" varchar,
  	"version_dark_high_contrast_on_surface" varchar,
  	"version_dark_high_contrast_on_surface_muted" varchar,
  	"version_dark_high_contrast_outline" varchar,
  	"version_dark_high_contrast_primary" varchar,
  	"version_dark_high_contrast_on_primary" varchar,
  	"version_dark_high_contrast_accent" varchar,
  	"version_dark_high_contrast_on_accent" varchar,
  	"version_dark_high_contrast_positive" varchar,
  	"version_dark_high_contrast_on_positive" varchar,
  	"version_dark_high_contrast_warning" varchar,
  	"version_dark_high_contrast_on_warning" varchar,
  	"version_dark_high_contrast_critical" varchar,
  	"version_dark_high_contrast_on_critical" varchar,
  	"version_slug" varchar,
  	"version_brand_id" integer,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__palettes_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__palettes_v_published_locale",
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "media" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"brand_id" integer NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_thumbnail_url" varchar,
  	"sizes_thumbnail_width" numeric,
  	"sizes_thumbnail_height" numeric,
  	"sizes_thumbnail_mime_type" varchar,
  	"sizes_thumbnail_filesize" numeric,
  	"sizes_thumbnail_filename" varchar
  );
  
  CREATE TABLE "media_locales" (
  	"alt" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" integer NOT NULL
  );
  
  CREATE TABLE "policies" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"method" "enum_policies_method",
  	"brand_id" integer,
  	"read_timeout_ms" numeric DEFAULT 1000,
  	"connection_wait_ms" numeric DEFAULT 250,
  	"pool_size" numeric DEFAULT 32,
  	"retries" numeric DEFAULT 1,
  	"retry_wait_ms" numeric DEFAULT 50,
  	"t1_ms" numeric DEFAULT 3600000,
  	"t2_ms" numeric DEFAULT 86400000,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_policies_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_policies_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_method" "enum__policies_v_version_method",
  	"version_brand_id" integer,
  	"version_read_timeout_ms" numeric DEFAULT 1000,
  	"version_connection_wait_ms" numeric DEFAULT 250,
  	"version_pool_size" numeric DEFAULT 32,
  	"version_retries" numeric DEFAULT 1,
  	"version_retry_wait_ms" numeric DEFAULT 50,
  	"version_t1_ms" numeric DEFAULT 3600000,
  	"version_t2_ms" numeric DEFAULT 86400000,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__policies_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__policies_v_published_locale",
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "releases" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"event" "enum_releases_event" NOT NULL,
  	"brand" varchar NOT NULL,
  	"number" numeric NOT NULL,
  	"rolled_back_from" numeric,
  	"by" varchar NOT NULL,
  	"email" varchar,
  	"note" varchar,
  	"added" numeric,
  	"changed" numeric,
  	"removed" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "brands_languages" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_brands_languages",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "brands" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"slug" varchar,
  	"default_locale" "enum_brands_default_locale" DEFAULT 'it',
  	"time_zone" varchar DEFAULT 'Europe/Rome',
  	"currency" varchar DEFAULT 'EUR',
  	"logo_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"_status" "enum_brands_status" DEFAULT 'draft'
  );
  
  CREATE TABLE "_brands_v_version_languages" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum__brands_v_version_languages",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "_brands_v" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"parent_id" integer,
  	"version_name" varchar,
  	"version_slug" varchar,
  	"version_default_locale" "enum__brands_v_version_default_locale" DEFAULT 'it',
  	"version_time_zone" varchar DEFAULT 'Europe/Rome',
  	"version_currency" varchar DEFAULT 'EUR',
  	"version_logo_id" integer,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version__status" "enum__brands_v_version_status" DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"snapshot" boolean,
  	"published_locale" "enum__brands_v_published_locale",
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "users_roles" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_users_roles",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "payload_kv" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"surfaces_id" integer,
  	"contents_id" integer,
  	"clusters_id" integer,
  	"triggers_id" integer,
  	"palettes_id" integer,
  	"media_id" integer,
  	"policies_id" integer,
  	"releases_id" integer,
  	"brands_id" integer,
  	"users_id" integer
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "surfaces_sections_placements" ADD CONSTRAINT "surfaces_sections_placements_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "surfaces_sections_placements" ADD CONSTRAINT "surfaces_sections_placements_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."surfaces_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "surfaces_sections" ADD CONSTRAINT "surfaces_sections_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."surfaces"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "surfaces_sections_locales" ADD CONSTRAINT "surfaces_sections_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."surfaces_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "surfaces" ADD CONSTRAINT "surfaces_palette_id_palettes_id_fk" FOREIGN KEY ("palette_id") REFERENCES "public"."palettes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "surfaces" ADD CONSTRAINT "surfaces_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "surfaces_locales" ADD CONSTRAINT "surfaces_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."surfaces"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_surfaces_v_version_sections_placements" ADD CONSTRAINT "_surfaces_v_version_sections_placements_content_id_contents_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."contents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_surfaces_v_version_sections_placements" ADD CONSTRAINT "_surfaces_v_version_sections_placements_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_surfaces_v_version_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_surfaces_v_version_sections" ADD CONSTRAINT "_surfaces_v_version_sections_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_surfaces_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_surfaces_v_version_sections_locales" ADD CONSTRAINT "_surfaces_v_version_sections_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_surfaces_v_version_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_surfaces_v" ADD CONSTRAINT "_surfaces_v_parent_id_surfaces_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."surfaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_surfaces_v" ADD CONSTRAINT "_surfaces_v_version_palette_id_palettes_id_fk" FOREIGN KEY ("version_palette_id") REFERENCES "public"."palettes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_surfaces_v" ADD CONSTRAINT "_surfaces_v_version_brand_id_brands_id_fk" FOREIGN KEY ("version_brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_surfaces_v_locales" ADD CONSTRAINT "_surfaces_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_surfaces_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "contents" ADD CONSTRAINT "contents_trigger_id_triggers_id_fk" FOREIGN KEY ("trigger_id") REFERENCES "public"."triggers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contents" ADD CONSTRAINT "contents_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contents_locales" ADD CONSTRAINT "contents_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_contents_v" ADD CONSTRAINT "_contents_v_parent_id_contents_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."contents"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contents_v" ADD CONSTRAINT "_contents_v_version_trigger_id_triggers_id_fk" FOREIGN KEY ("version_trigger_id") REFERENCES "public"."triggers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contents_v" ADD CONSTRAINT "_contents_v_version_brand_id_brands_id_fk" FOREIGN KEY ("version_brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contents_v_locales" ADD CONSTRAINT "_contents_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_contents_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "clusters" ADD CONSTRAINT "clusters_trigger_id_triggers_id_fk" FOREIGN KEY ("trigger_id") REFERENCES "public"."triggers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "clusters" ADD CONSTRAINT "clusters_home_id_surfaces_id_fk" FOREIGN KEY ("home_id") REFERENCES "public"."surfaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "clusters" ADD CONSTRAINT "clusters_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clusters_v" ADD CONSTRAINT "_clusters_v_parent_id_clusters_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."clusters"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clusters_v" ADD CONSTRAINT "_clusters_v_version_trigger_id_triggers_id_fk" FOREIGN KEY ("version_trigger_id") REFERENCES "public"."triggers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clusters_v" ADD CONSTRAINT "_clusters_v_version_home_id_surfaces_id_fk" FOREIGN KEY ("version_home_id") REFERENCES "public"."surfaces"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_clusters_v" ADD CONSTRAINT "_clusters_v_version_brand_id_brands_id_fk" FOREIGN KEY ("version_brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "triggers" ADD CONSTRAINT "triggers_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_triggers_v" ADD CONSTRAINT "_triggers_v_parent_id_triggers_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."triggers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_triggers_v" ADD CONSTRAINT "_triggers_v_version_brand_id_brands_id_fk" FOREIGN KEY ("version_brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "palettes" ADD CONSTRAINT "palettes_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_palettes_v" ADD CONSTRAINT "_palettes_v_parent_id_palettes_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."palettes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_palettes_v" ADD CONSTRAINT "_palettes_v_version_brand_id_brands_id_fk" FOREIGN KEY ("version_brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "media_locales" ADD CONSTRAINT "media_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policies" ADD CONSTRAINT "policies_brand_id_brands_id_fk" FOREIGN KEY ("brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_policies_v" ADD CONSTRAINT "_policies_v_parent_id_policies_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."policies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_policies_v" ADD CONSTRAINT "_policies_v_version_brand_id_brands_id_fk" FOREIGN KEY ("version_brand_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "brands_languages" ADD CONSTRAINT "brands_languages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "brands" ADD CONSTRAINT "brands_logo_id_media_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_brands_v_version_languages" ADD CONSTRAINT "_brands_v_version_languages_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_brands_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_brands_v" ADD CONSTRAINT "_brands_v_parent_id_brands_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."brands"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_brands_v" ADD CONSTRAINT "_brands_v_version_logo_id_media_id_fk" FOREIGN KEY ("version_logo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_roles" ADD CONSTRAINT "users_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_surfaces_fk" FOREIGN KEY ("surfaces_id") REFERENCES "public"."surfaces"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_contents_fk" FOREIGN KEY ("contents_id") REFERENCES "public"."contents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_clusters_fk" FOREIGN KEY ("clusters_id") REFERENCES "public"."clusters"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_triggers_fk" FOREIGN KEY ("triggers_id") REFERENCES "public"."triggers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_palettes_fk" FOREIGN KEY ("palettes_id") REFERENCES "public"."palettes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_policies_fk" FOREIGN KEY ("policies_id") REFERENCES "public"."policies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_releases_fk" FOREIGN KEY ("releases_id") REFERENCES "public"."releases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_brands_fk" FOREIGN KEY ("brands_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "surfaces_sections_placements_order_idx" ON "surfaces_sections_placements" USING btree ("_order");
  CREATE INDEX "surfaces_sections_placements_parent_id_idx" ON "surfaces_sections_placements" USING btree ("_parent_id");
  CREATE INDEX "surfaces_sections_placements_content_idx" ON "surfaces_sections_placements" USING btree ("content_id");
  CREATE INDEX "surfaces_sections_order_idx" ON "surfaces_sections" USING btree ("_order");
  CREATE INDEX "surfaces_sections_parent_id_idx" ON "surfaces_sections" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "surfaces_sections_locales_locale_parent_id_unique" ON "surfaces_sections_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "surfaces_palette_idx" ON "surfaces" USING btree ("palette_id");
  CREATE INDEX "surfaces_slug_idx" ON "surfaces" USING btree ("slug");
  CREATE INDEX "surfaces_brand_idx" ON "surfaces" USING btree ("brand_id");
  CREATE INDEX "surfaces_updated_at_idx" ON "surfaces" USING btree ("updated_at");
  CREATE INDEX "surfaces_created_at_idx" ON "surfaces" USING btree ("created_at");
  CREATE INDEX "surfaces__status_idx" ON "surfaces" USING btree ("_status");
  CREATE UNIQUE INDEX "surfaces_locales_locale_parent_id_unique" ON "surfaces_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_surfaces_v_version_sections_placements_order_idx" ON "_surfaces_v_version_sections_placements" USING btree ("_order");
  CREATE INDEX "_surfaces_v_version_sections_placements_parent_id_idx" ON "_surfaces_v_version_sections_placements" USING btree ("_parent_id");
  CREATE INDEX "_surfaces_v_version_sections_placements_content_idx" ON "_surfaces_v_version_sections_placements" USING btree ("content_id");
  CREATE INDEX "_surfaces_v_version_sections_order_idx" ON "_surfaces_v_version_sections" USING btree ("_order");
  CREATE INDEX "_surfaces_v_version_sections_parent_id_idx" ON "_surfaces_v_version_sections" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "_surfaces_v_version_sections_locales_locale_parent_id_unique" ON "_surfaces_v_version_sections_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_surfaces_v_parent_idx" ON "_surfaces_v" USING btree ("parent_id");
  CREATE INDEX "_surfaces_v_version_version_palette_idx" ON "_surfaces_v" USING btree ("version_palette_id");
  CREATE INDEX "_surfaces_v_version_version_slug_idx" ON "_surfaces_v" USING btree ("version_slug");
  CREATE INDEX "_surfaces_v_version_version_brand_idx" ON "_surfaces_v" USING btree ("version_brand_id");
  CREATE INDEX "_surfaces_v_version_version_updated_at_idx" ON "_surfaces_v" USING btree ("version_updated_at");
  CREATE INDEX "_surfaces_v_version_version_created_at_idx" ON "_surfaces_v" USING btree ("version_created_at");
  CREATE INDEX "_surfaces_v_version_version__status_idx" ON "_surfaces_v" USING btree ("version__status");
  CREATE INDEX "_surfaces_v_created_at_idx" ON "_surfaces_v" USING btree ("created_at");
  CREATE INDEX "_surfaces_v_updated_at_idx" ON "_surfaces_v" USING btree ("updated_at");
  CREATE INDEX "_surfaces_v_snapshot_idx" ON "_surfaces_v" USING btree ("snapshot");
  CREATE INDEX "_surfaces_v_published_locale_idx" ON "_surfaces_v" USING btree ("published_locale");
  CREATE INDEX "_surfaces_v_latest_idx" ON "_surfaces_v" USING btree ("latest");
  CREATE INDEX "_surfaces_v_autosave_idx" ON "_surfaces_v" USING btree ("autosave");
  CREATE UNIQUE INDEX "_surfaces_v_locales_locale_parent_id_unique" ON "_surfaces_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "contents_trigger_idx" ON "contents" USING btree ("trigger_id");
  CREATE INDEX "contents_slug_idx" ON "contents" USING btree ("slug");
  CREATE INDEX "contents_brand_idx" ON "contents" USING btree ("brand_id");
  CREATE INDEX "contents_updated_at_idx" ON "contents" USING btree ("updated_at");
  CREATE INDEX "contents_created_at_idx" ON "contents" USING btree ("created_at");
  CREATE INDEX "contents__status_idx" ON "contents" USING btree ("_status");
  CREATE UNIQUE INDEX "contents_locales_locale_parent_id_unique" ON "contents_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_contents_v_parent_idx" ON "_contents_v" USING btree ("parent_id");
  CREATE INDEX "_contents_v_version_version_trigger_idx" ON "_contents_v" USING btree ("version_trigger_id");
  CREATE INDEX "_contents_v_version_version_slug_idx" ON "_contents_v" USING btree ("version_slug");
  CREATE INDEX "_contents_v_version_version_brand_idx" ON "_contents_v" USING btree ("version_brand_id");
  CREATE INDEX "_contents_v_version_version_updated_at_idx" ON "_contents_v" USING btree ("version_updated_at");
  CREATE INDEX "_contents_v_version_version_created_at_idx" ON "_contents_v" USING btree ("version_created_at");
  CREATE INDEX "_contents_v_version_version__status_idx" ON "_contents_v" USING btree ("version__status");
  CREATE INDEX "_contents_v_created_at_idx" ON "_contents_v" USING btree ("created_at");
  CREATE INDEX "_contents_v_updated_at_idx" ON "_contents_v" USING btree ("updated_at");
  CREATE INDEX "_contents_v_snapshot_idx" ON "_contents_v" USING btree ("snapshot");
  CREATE INDEX "_contents_v_published_locale_idx" ON "_contents_v" USING btree ("published_locale");
  CREATE INDEX "_contents_v_latest_idx" ON "_contents_v" USING btree ("latest");
  CREATE INDEX "_contents_v_autosave_idx" ON "_contents_v" USING btree ("autosave");
  CREATE UNIQUE INDEX "_contents_v_locales_locale_parent_id_unique" ON "_contents_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "clusters_trigger_idx" ON "clusters" USING btree ("trigger_id");
  CREATE INDEX "clusters_home_idx" ON "clusters" USING btree ("home_id");
  CREATE INDEX "clusters_slug_idx" ON "clusters" USING btree ("slug");
  CREATE INDEX "clusters_brand_idx" ON "clusters" USING btree ("brand_id");
  CREATE INDEX "clusters_updated_at_idx" ON "clusters" USING btree ("updated_at");
  CREATE INDEX "clusters_created_at_idx" ON "clusters" USING btree ("created_at");
  CREATE INDEX "clusters__status_idx" ON "clusters" USING btree ("_status");
  CREATE INDEX "_clusters_v_parent_idx" ON "_clusters_v" USING btree ("parent_id");
  CREATE INDEX "_clusters_v_version_version_trigger_idx" ON "_clusters_v" USING btree ("version_trigger_id");
  CREATE INDEX "_clusters_v_version_version_home_idx" ON "_clusters_v" USING btree ("version_home_id");
  CREATE INDEX "_clusters_v_version_version_slug_idx" ON "_clusters_v" USING btree ("version_slug");
  CREATE INDEX "_clusters_v_version_version_brand_idx" ON "_clusters_v" USING btree ("version_brand_id");
  CREATE INDEX "_clusters_v_version_version_updated_at_idx" ON "_clusters_v" USING btree ("version_updated_at");
  CREATE INDEX "_clusters_v_version_version_created_at_idx" ON "_clusters_v" USING btree ("version_created_at");
  CREATE INDEX "_clusters_v_version_version__status_idx" ON "_clusters_v" USING btree ("version__status");
  CREATE INDEX "_clusters_v_created_at_idx" ON "_clusters_v" USING btree ("created_at");
  CREATE INDEX "_clusters_v_updated_at_idx" ON "_clusters_v" USING btree ("updated_at");
  CREATE INDEX "_clusters_v_snapshot_idx" ON "_clusters_v" USING btree ("snapshot");
  CREATE INDEX "_clusters_v_published_locale_idx" ON "_clusters_v" USING btree ("published_locale");
  CREATE INDEX "_clusters_v_latest_idx" ON "_clusters_v" USING btree ("latest");
  CREATE INDEX "_clusters_v_autosave_idx" ON "_clusters_v" USING btree ("autosave");
  CREATE INDEX "triggers_slug_idx" ON "triggers" USING btree ("slug");
  CREATE INDEX "triggers_brand_idx" ON "triggers" USING btree ("brand_id");
  CREATE INDEX "triggers_updated_at_idx" ON "triggers" USING btree ("updated_at");
  CREATE INDEX "triggers_created_at_idx" ON "triggers" USING btree ("created_at");
  CREATE INDEX "triggers__status_idx" ON "triggers" USING btree ("_status");
  CREATE INDEX "_triggers_v_parent_idx" ON "_triggers_v" USING btree ("parent_id");
  CREATE INDEX "_triggers_v_version_version_slug_idx" ON "_triggers_v" USING btree ("version_slug");
  CREATE INDEX "_triggers_v_version_version_brand_idx" ON "_triggers_v" USING btree ("version_brand_id");
  CREATE INDEX "_triggers_v_version_version_updated_at_idx" ON "_triggers_v" USING btree ("version_updated_at");
  CREATE INDEX "_triggers_v_version_version_created_at_idx" ON "_triggers_v" USING btree ("version_created_at");
  CREATE INDEX "_triggers_v_version_version__status_idx" ON "_triggers_v" USING btree ("version__status");
  CREATE INDEX "_triggers_v_created_at_idx" ON "_triggers_v" USING btree ("created_at");
  CREATE INDEX "_triggers_v_updated_at_idx" ON "_triggers_v" USING btree ("updated_at");
  CREATE INDEX "_triggers_v_snapshot_idx" ON "_triggers_v" USING btree ("snapshot");
  CREATE INDEX "_triggers_v_published_locale_idx" ON "_triggers_v" USING btree ("published_locale");
  CREATE INDEX "_triggers_v_latest_idx" ON "_triggers_v" USING btree ("latest");
  CREATE INDEX "_triggers_v_autosave_idx" ON "_triggers_v" USING btree ("autosave");
  CREATE INDEX "palettes_slug_idx" ON "palettes" USING btree ("slug");
  CREATE INDEX "palettes_brand_idx" ON "palettes" USING btree ("brand_id");
  CREATE INDEX "palettes_updated_at_idx" ON "palettes" USING btree ("updated_at");
  CREATE INDEX "palettes_created_at_idx" ON "palettes" USING btree ("created_at");
  CREATE INDEX "palettes__status_idx" ON "palettes" USING btree ("_status");
  CREATE INDEX "_palettes_v_parent_idx" ON "_palettes_v" USING btree ("parent_id");
  CREATE INDEX "_palettes_v_version_version_slug_idx" ON "_palettes_v" USING btree ("version_slug");
  CREATE INDEX "_palettes_v_version_version_brand_idx" ON "_palettes_v" USING btree ("version_brand_id");
  CREATE INDEX "_palettes_v_version_version_updated_at_idx" ON "_palettes_v" USING btree ("version_updated_at");
  CREATE INDEX "_palettes_v_version_version_created_at_idx" ON "_palettes_v" USING btree ("version_created_at");
  CREATE INDEX "_palettes_v_version_version__status_idx" ON "_palettes_v" USING btree ("version__status");
  CREATE INDEX "_palettes_v_created_at_idx" ON "_palettes_v" USING btree ("created_at");
  CREATE INDEX "_palettes_v_updated_at_idx" ON "_palettes_v" USING btree ("updated_at");
  CREATE INDEX "_palettes_v_snapshot_idx" ON "_palettes_v" USING btree ("snapshot");
  CREATE INDEX "_palettes_v_published_locale_idx" ON "_palettes_v" USING btree ("published_locale");
  CREATE INDEX "_palettes_v_latest_idx" ON "_palettes_v" USING btree ("latest");
  CREATE INDEX "_palettes_v_autosave_idx" ON "_palettes_v" USING btree ("autosave");
  CREATE INDEX "media_slug_idx" ON "media" USING btree ("slug");
  CREATE INDEX "media_brand_idx" ON "media" USING btree ("brand_id");
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at");
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at");
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename");
  CREATE INDEX "media_sizes_thumbnail_sizes_thumbnail_filename_idx" ON "media" USING btree ("sizes_thumbnail_filename");
  CREATE UNIQUE INDEX "media_locales_locale_parent_id_unique" ON "media_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "policies_brand_idx" ON "policies" USING btree ("brand_id");
  CREATE INDEX "policies_updated_at_idx" ON "policies" USING btree ("updated_at");
  CREATE INDEX "policies_created_at_idx" ON "policies" USING btree ("created_at");
  CREATE INDEX "policies__status_idx" ON "policies" USING btree ("_status");
  CREATE INDEX "_policies_v_parent_idx" ON "_policies_v" USING btree ("parent_id");
  CREATE INDEX "_policies_v_version_version_brand_idx" ON "_policies_v" USING btree ("version_brand_id");
  CREATE INDEX "_policies_v_version_version_updated_at_idx" ON "_policies_v" USING btree ("version_updated_at");
  CREATE INDEX "_policies_v_version_version_created_at_idx" ON "_policies_v" USING btree ("version_created_at");
  CREATE INDEX "_policies_v_version_version__status_idx" ON "_policies_v" USING btree ("version__status");
  CREATE INDEX "_policies_v_created_at_idx" ON "_policies_v" USING btree ("created_at");
  CREATE INDEX "_policies_v_updated_at_idx" ON "_policies_v" USING btree ("updated_at");
  CREATE INDEX "_policies_v_snapshot_idx" ON "_policies_v" USING btree ("snapshot");
  CREATE INDEX "_policies_v_published_locale_idx" ON "_policies_v" USING btree ("published_locale");
  CREATE INDEX "_policies_v_latest_idx" ON "_policies_v" USING btree ("latest");
  CREATE INDEX "_policies_v_autosave_idx" ON "_policies_v" USING btree ("autosave");
  CREATE INDEX "releases_at_idx" ON "releases" USING btree ("at");
  CREATE INDEX "releases_brand_idx" ON "releases" USING btree ("brand");
  CREATE INDEX "releases_updated_at_idx" ON "releases" USING btree ("updated_at");
  CREATE INDEX "releases_created_at_idx" ON "releases" USING btree ("created_at");
  CREATE INDEX "brands_languages_order_idx" ON "brands_languages" USING btree ("order");
  CREATE INDEX "brands_languages_parent_idx" ON "brands_languages" USING btree ("parent_id");
  CREATE INDEX "brands_slug_idx" ON "brands" USING btree ("slug");
  CREATE INDEX "brands_logo_idx" ON "brands" USING btree ("logo_id");
  CREATE INDEX "brands_updated_at_idx" ON "brands" USING btree ("updated_at");
  CREATE INDEX "brands_created_at_idx" ON "brands" USING btree ("created_at");
  CREATE INDEX "brands__status_idx" ON "brands" USING btree ("_status");
  CREATE INDEX "_brands_v_version_languages_order_idx" ON "_brands_v_version_languages" USING btree ("order");
  CREATE INDEX "_brands_v_version_languages_parent_idx" ON "_brands_v_version_languages" USING btree ("parent_id");
  CREATE INDEX "_brands_v_parent_idx" ON "_brands_v" USING btree ("parent_id");
  CREATE INDEX "_brands_v_version_version_slug_idx" ON "_brands_v" USING btree ("version_slug");
  CREATE INDEX "_brands_v_version_version_logo_idx" ON "_brands_v" USING btree ("version_logo_id");
  CREATE INDEX "_brands_v_version_version_updated_at_idx" ON "_brands_v" USING btree ("version_updated_at");
  CREATE INDEX "_brands_v_version_version_created_at_idx" ON "_brands_v" USING btree ("version_created_at");
  CREATE INDEX "_brands_v_version_version__status_idx" ON "_brands_v" USING btree ("version__status");
  CREATE INDEX "_brands_v_created_at_idx" ON "_brands_v" USING btree ("created_at");
  CREATE INDEX "_brands_v_updated_at_idx" ON "_brands_v" USING btree ("updated_at");
  CREATE INDEX "_brands_v_snapshot_idx" ON "_brands_v" USING btree ("snapshot");
  CREATE INDEX "_brands_v_published_locale_idx" ON "_brands_v" USING btree ("published_locale");
  CREATE INDEX "_brands_v_latest_idx" ON "_brands_v" USING btree ("latest");
  CREATE INDEX "_brands_v_autosave_idx" ON "_brands_v" USING btree ("autosave");
  CREATE INDEX "users_roles_order_idx" ON "users_roles" USING btree ("order");
  CREATE INDEX "users_roles_parent_idx" ON "users_roles" USING btree ("parent_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_surfaces_id_idx" ON "payload_locked_documents_rels" USING btree ("surfaces_id");
  CREATE INDEX "payload_locked_documents_rels_contents_id_idx" ON "payload_locked_documents_rels" USING btree ("contents_id");
  CREATE INDEX "payload_locked_documents_rels_clusters_id_idx" ON "payload_locked_documents_rels" USING btree ("clusters_id");
  CREATE INDEX "payload_locked_documents_rels_triggers_id_idx" ON "payload_locked_documents_rels" USING btree ("triggers_id");
  CREATE INDEX "payload_locked_documents_rels_palettes_id_idx" ON "payload_locked_documents_rels" USING btree ("palettes_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_locked_documents_rels_policies_id_idx" ON "payload_locked_documents_rels" USING btree ("policies_id");
  CREATE INDEX "payload_locked_documents_rels_releases_id_idx" ON "payload_locked_documents_rels" USING btree ("releases_id");
  CREATE INDEX "payload_locked_documents_rels_brands_id_idx" ON "payload_locked_documents_rels" USING btree ("brands_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "surfaces_sections_placements" CASCADE;
  DROP TABLE "surfaces_sections" CASCADE;
  DROP TABLE "surfaces_sections_locales" CASCADE;
  DROP TABLE "surfaces" CASCADE;
  DROP TABLE "surfaces_locales" CASCADE;
  DROP TABLE "_surfaces_v_version_sections_placements" CASCADE;
  DROP TABLE "_surfaces_v_version_sections" CASCADE;
  DROP TABLE "_surfaces_v_version_sections_locales" CASCADE;
  DROP TABLE "_surfaces_v" CASCADE;
  DROP TABLE "_surfaces_v_locales" CASCADE;
  DROP TABLE "contents" CASCADE;
  DROP TABLE "contents_locales" CASCADE;
  DROP TABLE "_contents_v" CASCADE;
  DROP TABLE "_contents_v_locales" CASCADE;
  DROP TABLE "clusters" CASCADE;
  DROP TABLE "_clusters_v" CASCADE;
  DROP TABLE "triggers" CASCADE;
  DROP TABLE "_triggers_v" CASCADE;
  DROP TABLE "palettes" CASCADE;
  DROP TABLE "_palettes_v" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "media_locales" CASCADE;
  DROP TABLE "policies" CASCADE;
  DROP TABLE "_policies_v" CASCADE;
  DROP TABLE "releases" CASCADE;
  DROP TABLE "brands_languages" CASCADE;
  DROP TABLE "brands" CASCADE;
  DROP TABLE "_brands_v_version_languages" CASCADE;
  DROP TABLE "_brands_v" CASCADE;
  DROP TABLE "users_roles" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TYPE "public"."_locales";
  DROP TYPE "public"."enum_surfaces_sections_scroll";
  DROP TYPE "public"."enum_surfaces_type";
  DROP TYPE "public"."enum_surfaces_status";
  DROP TYPE "public"."enum__surfaces_v_version_sections_scroll";
  DROP TYPE "public"."enum__surfaces_v_version_type";
  DROP TYPE "public"."enum__surfaces_v_version_status";
  DROP TYPE "public"."enum__surfaces_v_published_locale";
  DROP TYPE "public"."enum_contents_tone";
  DROP TYPE "public"."enum_contents_status";
  DROP TYPE "public"."enum__contents_v_version_tone";
  DROP TYPE "public"."enum__contents_v_version_status";
  DROP TYPE "public"."enum__contents_v_published_locale";
  DROP TYPE "public"."enum_clusters_status";
  DROP TYPE "public"."enum__clusters_v_version_status";
  DROP TYPE "public"."enum__clusters_v_published_locale";
  DROP TYPE "public"."enum_triggers_status";
  DROP TYPE "public"."enum__triggers_v_version_status";
  DROP TYPE "public"."enum__triggers_v_published_locale";
  DROP TYPE "public"."enum_palettes_status";
  DROP TYPE "public"."enum__palettes_v_version_status";
  DROP TYPE "public"."enum__palettes_v_published_locale";
  DROP TYPE "public"."enum_policies_method";
  DROP TYPE "public"."enum_policies_status";
  DROP TYPE "public"."enum__policies_v_version_method";
  DROP TYPE "public"."enum__policies_v_version_status";
  DROP TYPE "public"."enum__policies_v_published_locale";
  DROP TYPE "public"."enum_releases_event";
  DROP TYPE "public"."enum_brands_languages";
  DROP TYPE "public"."enum_brands_default_locale";
  DROP TYPE "public"."enum_brands_status";
  DROP TYPE "public"."enum__brands_v_version_languages";
  DROP TYPE "public"."enum__brands_v_version_default_locale";
  DROP TYPE "public"."enum__brands_v_version_status";
  DROP TYPE "public"."enum__brands_v_published_locale";
  DROP TYPE "public"."enum_users_roles";`)
}
