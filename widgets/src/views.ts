// Made by scripts/gen-registry.ts from the folders of widgets/src: change those, then run `npm run gen`.
import type { WidgetViewComponent } from './view-props.ts'
import { View as alert } from './alert/view.tsx'
import { View as appointment } from './appointment/view.tsx'
import { View as autoTopUp } from './autoTopUp/view.tsx'
import { View as balance } from './balance/view.tsx'
import { View as banner } from './banner/view.tsx'
import { View as bill } from './bill/view.tsx'
import { View as bills } from './bills/view.tsx'
import { View as callUs } from './callUs/view.tsx'
import { View as charges } from './charges/view.tsx'
import { View as contacts } from './contacts/view.tsx'
import { View as contract } from './contract/view.tsx'
import { View as editorial } from './editorial/view.tsx'
import { View as lines } from './lines/view.tsx'
import { View as news } from './news/view.tsx'
import { View as offer } from './offer/view.tsx'
import { View as offers } from './offers/view.tsx'
import { View as onboarding } from './onboarding/view.tsx'
import { View as optionCatalogue } from './optionCatalogue/view.tsx'
import { View as options } from './options/view.tsx'
import { View as orders } from './orders/view.tsx'
import { View as outage } from './outage/view.tsx'
import { View as paymentDue } from './paymentDue/view.tsx'
import { View as plan } from './plan/view.tsx'
import { View as quickActions } from './quickActions/view.tsx'
import { View as rewards } from './rewards/view.tsx'
import { View as sim } from './sim/view.tsx'
import { View as spendingLimit } from './spendingLimit/view.tsx'
import { View as survey } from './survey/view.tsx'
import { View as thirdParty } from './thirdParty/view.tsx'
import { View as topUp } from './topUp/view.tsx'
import { View as transferCredit } from './transferCredit/view.tsx'
import { View as troubleshooting } from './troubleshooting/view.tsx'
import { View as usage } from './usage/view.tsx'
import { View as usageHistory } from './usageHistory/view.tsx'

/** The React view of every widget kind, by name; only for programs that Vite or Next builds. */
export const views: Readonly<Record<string, WidgetViewComponent>> = {
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
