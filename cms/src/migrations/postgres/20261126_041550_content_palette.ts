import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "contents" ADD COLUMN "palette_id" integer;
  ALTER TABLE "_contents_v" ADD COLUMN "version_palette_id" integer;
  ALTER TABLE "contents" ADD CONSTRAINT "contents_palette_id_palettes_id_fk" FOREIGN KEY ("palette_id") REFERENCES "public"."palettes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contents_v" ADD CONSTRAINT "_contents_v_version_palette_id_palettes_id_fk" FOREIGN KEY ("version_palette_id") REFERENCES "public"."palettes"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "contents_palette_idx" ON "contents" USING btree ("palette_id");
  CREATE INDEX "_contents_v_version_version_palette_idx" ON "_contents_v" USING btree ("version_palette_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "contents" DROP CONSTRAINT "contents_palette_id_palettes_id_fk";
  ALTER TABLE "_contents_v" DROP CONSTRAINT "_contents_v_version_palette_id_palettes_id_fk";
  DROP INDEX "contents_palette_idx";
  DROP INDEX "_contents_v_version_version_palette_idx";
  ALTER TABLE "contents" DROP COLUMN "palette_id";
  ALTER TABLE "_contents_v" DROP COLUMN "version_palette_id";`)
}
