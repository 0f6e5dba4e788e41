// Made by scripts/gen-registry.ts from the folders of widgets/src: change those, then run `npm run gen`.
import type { WidgetDefinition } from './definition.ts'
import { widget as alert } from './alert/widget.ts'
import { widget as appointment } from './appointment/widget.ts'
import { widget as autoTopUp } from './autoTopUp/widget.ts'
import { widget as balance } from './balance/widget.ts'
import { widget as banner } from './banner/widget.ts'
import { widget as bill } from './bill/widget.ts'
import { widget as bills } from './bills/widget.ts'
import { widget as callUs } from './callUs/widget.ts'
import { widget as charges } from './charges/widget.ts'
import { widget as contacts } from './contacts/widget.ts'
import { widget as contract } from './contract/widget.ts'
import { widget as editorial } from './editorial/widget.ts'
import { widget as lines } from './lines/widget.ts'
import { widget as news } from './news/widget.ts'
import { widget as offer } from './offer/widget.ts'
import { widget as offers } from './offers/widget.ts'
import { widget as onboarding } from './onboarding/widget.ts'
import { widget as optionCatalogue } from './optionCatalogue/widget.ts'
import { widget as options } from './options/widget.ts'
import { widget as orders } from './orders/widget.ts'
import { widget as outage } from './outage/widget.ts'
import { widget as paymentDue } from './paymentDue/widget.ts'
import { widget as plan } from './plan/widget.ts'
import { widget as quickActions } from './quickActions/widget.ts'
import { widget as rewards } from './rewards/widget.ts'
import { widget as sim } from './sim/widget.ts'
import { widget as spendingLimit } from './spendingLimit/widget.ts'
import { widget as survey } from './survey/widget.ts'
import { widget as thirdParty } from './thirdParty/widget.ts'
import { widget as topUp } from './topUp/widget.ts'
import { widget as transferCredit } from './transferCredit/widget.ts'
import { widget as troubleshooting } from './troubleshooting/widget.ts'
import { widget as usage } from './usage/widget.ts'
import { widget as usageHistory } from './usageHistory/widget.ts'

/** Every widget kind there is, by name. */
export const widgets: Readonly<Record<string, WidgetDefinition>> = {
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
