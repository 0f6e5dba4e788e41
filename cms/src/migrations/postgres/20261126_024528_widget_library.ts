import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_brands_kill_switches_platform" AS ENUM('web', 'ios', 'android');
  CREATE TYPE "public"."enum__brands_v_version_kill_switches_platform" AS ENUM('web', 'ios', 'android');
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'outages' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'appointments' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'callbackSlots' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'sim' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'tickets' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'recommendations' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'rewards' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'overview' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'charges' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'usageHistory' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'spendingLimit' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'paymentMethods' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'payments' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'products' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'plan' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'orders' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'topUps' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'interactions' BEFORE 'topUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'autoTopUp';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'switchOption';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'buyOffer';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'payBill';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'bookCallback';
  ALTER TYPE "public"."enum_policies_method" ADD VALUE 'dismissAlert';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'outages' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'appointments' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'callbackSlots' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'sim' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'tickets' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'recommendations' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'rewards' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'overview' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'charges' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'usageHistory' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'spendingLimit' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'paymentMethods' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'payments' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'products' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'plan' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'orders' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'topUps' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'interactions' BEFORE 'topUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'autoTopUp';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'switchOption';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'buyOffer';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'payBill';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'bookCallback';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'dismissAlert';
  CREATE TABLE "brands_kill_switches" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" varchar,
  	"platform" "enum_brands_kill_switches_platform",
  	"from" varchar,
  	"until" varchar
  );
  
  CREATE TABLE "_brands_v_version_kill_switches" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" serial PRIMARY KEY NOT NULL,
  	"kind" varchar,
  	"platform" "enum__brands_v_version_kill_switches_platform",
  	"from" varchar,
  	"until" varchar,
  	"_uuid" varchar
  );
  
  ALTER TABLE "brands_kill_switches" ADD CONSTRAINT "brands_kill_switches_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."brands"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_brands_v_version_kill_switches" ADD CONSTRAINT "_brands_v_version_kill_switches_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_brands_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "brands_kill_switches_order_idx" ON "brands_kill_switches" USING btree ("_order");
  CREATE INDEX "brands_kill_switches_parent_id_idx" ON "brands_kill_switches" USING btree ("_parent_id");
  CREATE INDEX "_brands_v_version_kill_switches_order_idx" ON "_brands_v_version_kill_switches" USING btree ("_order");
  CREATE INDEX "_brands_v_version_kill_switches_parent_id_idx" ON "_brands_v_version_kill_switches" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "brands_kill_switches" CASCADE;
  DROP TABLE "_brands_v_version_kill_switches" CASCADE;
  ALTER TABLE "policies" ALTER COLUMN "method" SET DATA TYPE text;
  DROP TYPE "public"."enum_policies_method";
  CREATE TYPE "public"."enum_policies_method" AS ENUM('customer', 'party', 'lines', 'account', 'bills', 'balance', 'usage', 'offers', 'topUp');
  ALTER TABLE "policies" ALTER COLUMN "method" SET DATA TYPE "public"."enum_policies_method" USING "method"::"public"."enum_policies_method";
  ALTER TABLE "_policies_v" ALTER COLUMN "version_method" SET DATA TYPE text;
  DROP TYPE "public"."enum__policies_v_version_method";
  CREATE TYPE "public"."enum__policies_v_version_method" AS ENUM('customer', 'party', 'lines', 'account', 'bills', 'balance', 'usage', 'offers', 'topUp');
  ALTER TABLE "_policies_v" ALTER COLUMN "version_method" SET DATA TYPE "public"."enum__policies_v_version_method" USING "version_method"::"public"."enum__policies_v_version_method";
  DROP TYPE "public"."enum_brands_kill_switches_platform";
  DROP TYPE "public"."enum__brands_v_version_kill_switches_platform";`)
}
