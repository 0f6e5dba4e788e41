import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_policies_key_params" AS ENUM('customerId', 'partyId', 'lineId');
  CREATE TYPE "public"."enum_policies_adaptive" AS ENUM('on', 'off');
  CREATE TYPE "public"."enum_policies_refresh" AS ENUM('wait', 'behind');
  CREATE TYPE "public"."enum_policies_stale_on" AS ENUM('anyFailure', 'outage', 'never');
  CREATE TYPE "public"."enum_policies_coalesce" AS ENUM('instances', 'process');
  CREATE TYPE "public"."enum__policies_v_version_key_params" AS ENUM('customerId', 'partyId', 'lineId');
  CREATE TYPE "public"."enum__policies_v_version_adaptive" AS ENUM('on', 'off');
  CREATE TYPE "public"."enum__policies_v_version_refresh" AS ENUM('wait', 'behind');
  CREATE TYPE "public"."enum__policies_v_version_stale_on" AS ENUM('anyFailure', 'outage', 'never');
  CREATE TYPE "public"."enum__policies_v_version_coalesce" AS ENUM('instances', 'process');
  CREATE TABLE "policies_key_params" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum_policies_key_params",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "_policies_v_version_key_params" (
  	"order" integer NOT NULL,
  	"parent_id" integer NOT NULL,
  	"value" "enum__policies_v_version_key_params",
  	"id" serial PRIMARY KEY NOT NULL
  );
  
  ALTER TABLE "policies" ALTER COLUMN "read_timeout_ms" DROP DEFAULT;
  ALTER TABLE "policies" ALTER COLUMN "connection_wait_ms" DROP DEFAULT;
  ALTER TABLE "policies" ALTER COLUMN "pool_size" DROP DEFAULT;
  ALTER TABLE "policies" ALTER COLUMN "retries" DROP DEFAULT;
  ALTER TABLE "policies" ALTER COLUMN "retry_wait_ms" DROP DEFAULT;
  ALTER TABLE "policies" ALTER COLUMN "t1_ms" DROP DEFAULT;
  ALTER TABLE "policies" ALTER COLUMN "t2_ms" DROP DEFAULT;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_read_timeout_ms" DROP DEFAULT;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_connection_wait_ms" DROP DEFAULT;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_pool_size" DROP DEFAULT;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_retries" DROP DEFAULT;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_retry_wait_ms" DROP DEFAULT;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_t1_ms" DROP DEFAULT;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_t2_ms" DROP DEFAULT;
  ALTER TABLE "policies" ADD COLUMN "adaptive" "enum_policies_adaptive";
  ALTER TABLE "policies" ADD COLUMN "retry_budget_percent" numeric;
  ALTER TABLE "policies" ADD COLUMN "hedge_after_ms" numeric;
  ALTER TABLE "policies" ADD COLUMN "refresh" "enum_policies_refresh";
  ALTER TABLE "policies" ADD COLUMN "soft_wait_ms" numeric;
  ALTER TABLE "policies" ADD COLUMN "stale_on" "enum_policies_stale_on";
  ALTER TABLE "policies" ADD COLUMN "failure_memory_ms" numeric;
  ALTER TABLE "policies" ADD COLUMN "circuit_failure_percent" numeric;
  ALTER TABLE "policies" ADD COLUMN "circuit_minimum_calls" numeric;
  ALTER TABLE "policies" ADD COLUMN "circuit_open_ms" numeric;
  ALTER TABLE "policies" ADD COLUMN "coalesce" "enum_policies_coalesce";
  ALTER TABLE "_policies_v" ADD COLUMN "version_adaptive" "enum__policies_v_version_adaptive";
  ALTER TABLE "_policies_v" ADD COLUMN "version_retry_budget_percent" numeric;
  ALTER TABLE "_policies_v" ADD COLUMN "version_hedge_after_ms" numeric;
  ALTER TABLE "_policies_v" ADD COLUMN "version_refresh" "enum__policies_v_version_refresh";
  ALTER TABLE "_policies_v" ADD COLUMN "version_soft_wait_ms" numeric;
  ALTER TABLE "_policies_v" ADD COLUMN "version_stale_on" "enum__policies_v_version_stale_on";
  ALTER TABLE "_policies_v" ADD COLUMN "version_failure_memory_ms" numeric;
  ALTER TABLE "_policies_v" ADD COLUMN "version_circuit_failure_percent" numeric;
  ALTER TABLE "_policies_v" ADD COLUMN "version_circuit_minimum_calls" numeric;
  ALTER TABLE "_policies_v" ADD COLUMN "version_circuit_open_ms" numeric;
  ALTER TABLE "_policies_v" ADD COLUMN "version_coalesce" "enum__policies_v_version_coalesce";
  ALTER TABLE "policies_key_params" ADD CONSTRAINT "policies_key_params_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."policies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v_version_key_params" ADD CONSTRAINT "_policies_v_version_key_params_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_policies_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "policies_key_params_order_idx" ON "policies_key_params" USING btree ("order");
  CREATE INDEX "policies_key_params_parent_idx" ON "policies_key_params" USING btree ("parent_id");
  CREATE INDEX "_policies_v_version_key_params_order_idx" ON "_policies_v_version_key_params" USING btree ("order");
  CREATE INDEX "_policies_v_version_key_params_parent_idx" ON "_policies_v_version_key_params" USING btree ("parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "policies_key_params" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_policies_v_version_key_params" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "policies_key_params" CASCADE;
  DROP TABLE "_policies_v_version_key_params" CASCADE;
  ALTER TABLE "policies" ALTER COLUMN "read_timeout_ms" SET DEFAULT 1000;
  ALTER TABLE "policies" ALTER COLUMN "connection_wait_ms" SET DEFAULT 250;
  ALTER TABLE "policies" ALTER COLUMN "pool_size" SET DEFAULT 32;
  ALTER TABLE "policies" ALTER COLUMN "retries" SET DEFAULT 1;
  ALTER TABLE "policies" ALTER COLUMN "retry_wait_ms" SET DEFAULT 50;
  ALTER TABLE "policies" ALTER COLUMN "t1_ms" SET DEFAULT 3600000;
  ALTER TABLE "policies" ALTER COLUMN "t2_ms" SET DEFAULT 86400000;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_read_timeout_ms" SET DEFAULT 1000;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_connection_wait_ms" SET DEFAULT 250;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_pool_size" SET DEFAULT 32;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_retries" SET DEFAULT 1;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_retry_wait_ms" SET DEFAULT 50;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_t1_ms" SET DEFAULT 3600000;
  ALTER TABLE "_policies_v" ALTER COLUMN "version_t2_ms" SET DEFAULT 86400000;
  ALTER TABLE "policies" DROP COLUMN "adaptive";
  ALTER TABLE "policies" DROP COLUMN "retry_budget_percent";
  ALTER TABLE "policies" DROP COLUMN "hedge_after_ms";
  ALTER TABLE "policies" DROP COLUMN "refresh";
  ALTER TABLE "policies" DROP COLUMN "soft_wait_ms";
  ALTER TABLE "policies" DROP COLUMN "stale_on";
  ALTER TABLE "policies" DROP COLUMN "failure_memory_ms";
  ALTER TABLE "policies" DROP COLUMN "circuit_failure_percent";
  ALTER TABLE "policies" DROP COLUMN "circuit_minimum_calls";
  ALTER TABLE "policies" DROP COLUMN "circuit_open_ms";
  ALTER TABLE "policies" DROP COLUMN "coalesce";
  ALTER TABLE "_policies_v" DROP COLUMN "version_adaptive";
  ALTER TABLE "_policies_v" DROP COLUMN "version_retry_budget_percent";
  ALTER TABLE "_policies_v" DROP COLUMN "version_hedge_after_ms";
  ALTER TABLE "_policies_v" DROP COLUMN "version_refresh";
  ALTER TABLE "_policies_v" DROP COLUMN "version_soft_wait_ms";
  ALTER TABLE "_policies_v" DROP COLUMN "version_stale_on";
  ALTER TABLE "_policies_v" DROP COLUMN "version_failure_memory_ms";
  ALTER TABLE "_policies_v" DROP COLUMN "version_circuit_failure_percent";
  ALTER TABLE "_policies_v" DROP COLUMN "version_circuit_minimum_calls";
  ALTER TABLE "_policies_v" DROP COLUMN "version_circuit_open_ms";
  ALTER TABLE "_policies_v" DROP COLUMN "version_coalesce";
  DROP TYPE "public"."enum_policies_key_params";
  DROP TYPE "public"."enum_policies_adaptive";
  DROP TYPE "public"."enum_policies_refresh";
  DROP TYPE "public"."enum_policies_stale_on";
  DROP TYPE "public"."enum_policies_coalesce";
  DROP TYPE "public"."enum__policies_v_version_key_params";
  DROP TYPE "public"."enum__policies_v_version_adaptive";
  DROP TYPE "public"."enum__policies_v_version_refresh";
  DROP TYPE "public"."enum__policies_v_version_stale_on";
  DROP TYPE "public"."enum__policies_v_version_coalesce";`)
}
