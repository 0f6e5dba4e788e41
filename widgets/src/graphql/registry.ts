// Made by scripts/gen-registry.ts from the folders of widgets/src: change those, then run `npm run gen`.
import type { KindSchema } from './kind-schema.ts'
import { schema as alert } from '../alert/schema.ts'
import { schema as appointment } from '../appointment/schema.ts'
import { schema as autoTopUp } from '../autoTopUp/schema.ts'
import { schema as balance } from '../balance/schema.ts'
import { schema as banner } from '../banner/schema.ts'
import { schema as bill } from '../bill/schema.ts'
import { schema as bills } from '../bills/schema.ts'
import { schema as callUs } from '../callUs/schema.ts'
import { schema as charges } from '../charges/schema.ts'
import { schema as contacts } from '../contacts/schema.ts'
import { schema as contract } from '../contract/schema.ts'
import { schema as editorial } from '../editorial/schema.ts'
import { schema as lines } from '../lines/schema.ts'
import { schema as news } from '../news/schema.ts'
import { schema as offer } from '../offer/schema.ts'
import { schema as offers } from '../offers/schema.ts'
import { schema as onboarding } from '../onboarding/schema.ts'
import { schema as optionCatalogue } from '../optionCatalogue/schema.ts'
import { schema as options } from '../options/schema.ts'
import { schema as orders } from '../orders/schema.ts'
import { schema as outage } from '../outage/schema.ts'
import { schema as paymentDue } from '../paymentDue/schema.ts'
import { schema as plan } from '../plan/schema.ts'
import { schema as quickActions } from '../quickActions/schema.ts'
import { schema as rewards } from '../rewards/schema.ts'
import { schema as sim } from '../sim/schema.ts'
import { schema as spendingLimit } from '../spendingLimit/schema.ts'
import { schema as survey } from '../survey/schema.ts'
import { schema as thirdParty } from '../thirdParty/schema.ts'
import { schema as topUp } from '../topUp/schema.ts'
import { schema as transferCredit } from '../transferCredit/schema.ts'
import { schema as troubleshooting } from '../troubleshooting/schema.ts'
import { schema as usage } from '../usage/schema.ts'
import { schema as usageHistory } from '../usageHistory/schema.ts'

/** The GraphQL side of every widget kind, by name. */
export const kindSchemas: Readonly<Record<string, KindSchema>> = {
  alert,
  appointment,
  autoTopUp,
  balance,
  banner,
  bill,
  bills,
  callUs,
  charges,
  contacts,
  contract,
  editorial,
  lines,
  news,
  offer,
  offers,
  onboarding,
  optionCatalogue,
  options,
  orders,
  outage,
  paymentDue,
  plan,
  quickActions,
  rewards,
  sim,
  spendingLimit,
  survey,
  thirdParty,
  topUp,
  transferCredit,
  troubleshooting,
  usage,
  usageHistory,
}
