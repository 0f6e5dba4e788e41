import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   ALTER TYPE "public"."enum_policies_method" ADD VALUE 'openTicket';
  ALTER TYPE "public"."enum__policies_v_version_method" ADD VALUE 'openTicket';`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "policies" ALTER COLUMN "method" SET DATA TYPE text;
  DROP TYPE "public"."enum_policies_method";
  CREATE TYPE "public"."enum_policies_method" AS ENUM('customer', 'party', 'lines', 'account', 'bills', 'balance', 'usage', 'offers', 'outages', 'appointments', 'callbackSlots', 'sim', 'simSecrets', 'stores', 'tickets', 'recommendations', 'eligibility', 'rewards', 'overview', 'charges', 'usageHistory', 'usageEvents', 'spendingLimit', 'paymentMethods', 'payments', 'products', 'plan', 'orders', 'topUps', 'interactions', 'topUp', 'transferCredit', 'autoTopUp', 'switchOption', 'buyOffer', 'payBill', 'bookCallback', 'dismissAlert', 'answerSurvey', 'replaceSim', 'moveAppointment', 'recordContact');
  ALTER TABLE "policies" ALTER COLUMN "method" SET DATA TYPE "public"."enum_policies_method" USING "method"::"public"."enum_policies_method";
  ALTER TABLE "_policies_v" ALTER COLUMN "version_method" SET DATA TYPE text;
  DROP TYPE "public"."enum__policies_v_version_method";
  CREATE TYPE "public"."enum__policies_v_version_method" AS ENUM('customer', 'party', 'lines', 'account', 'bills', 'balance', 'usage', 'offers', 'outages', 'appointments', 'callbackSlots', 'sim', 'simSecrets', 'stores', 'tickets', 'recommendations', 'eligibility', 'rewards', 'overview', 'charges', 'usageHistory', 'usageEvents', 'spendingLimit', 'paymentMethods', 'payments', 'products', 'plan', 'orders', 'topUps', 'interactions', 'topUp', 'transferCredit', 'autoTopUp', 'switchOption', 'buyOffer', 'payBill', 'bookCallback', 'dismissAlert', 'answerSurvey', 'replaceSim', 'moveAppointment', 'recordContact');
  ALTER TABLE "_policies_v" ALTER COLUMN "version_method" SET DATA TYPE "public"."enum__policies_v_version_method" USING "version_method"::"public"."enum__policies_v_version_method";`)
}
