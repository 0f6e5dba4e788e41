// Made by scripts/gen-registry.ts from the folders of widgets/src: change those, then run `npm run gen`.
import type { fields as alert } from './alert/widget.ts'
import type { fields as appointment } from './appointment/widget.ts'
import type { fields as autoTopUp } from './autoTopUp/widget.ts'
import type { fields as balance } from './balance/widget.ts'
import type { fields as banner } from './banner/widget.ts'
import type { fields as bill } from './bill/widget.ts'
import type { fields as bills } from './bills/widget.ts'
import type { fields as callUs } from './callUs/widget.ts'
import type { fields as charges } from './charges/widget.ts'
import type { fields as contacts } from './contacts/widget.ts'
import type { fields as contract } from './contract/widget.ts'
import type { fields as editorial } from './editorial/widget.ts'
import type { fields as lines } from './lines/widget.ts'
import type { fields as news } from './news/widget.ts'
import type { fields as offer } from './offer/widget.ts'
import type { fields as offers } from './offers/widget.ts'
import type { fields as onboarding } from './onboarding/widget.ts'
import type { fields as optionCatalogue } from './optionCatalogue/widget.ts'
import type { fields as options } from './options/widget.ts'
import type { fields as orders } from './orders/widget.ts'
import type { fields as outage } from './outage/widget.ts'
import type { fields as paymentDue } from './paymentDue/widget.ts'
import type { fields as plan } from './plan/widget.ts'
import type { fields as quickActions } from './quickActions/widget.ts'
import type { fields as rewards } from './rewards/widget.ts'
import type { fields as sim } from './sim/widget.ts'
import type { fields as spendingLimit } from './spendingLimit/widget.ts'
import type { fields as survey } from './survey/widget.ts'
import type { fields as thirdParty } from './thirdParty/widget.ts'
import type { fields as topUp } from './topUp/widget.ts'
import type { fields as transferCredit } from './transferCredit/widget.ts'
import type { fields as troubleshooting } from './troubleshooting/widget.ts'
import type { fields as usage } from './usage/widget.ts'
import type { fields as usageHistory } from './usageHistory/widget.ts'

/** What editors fill in, by kind: for programs that write contents and want them checked when they are compiled. */
export type KindFields = {
  alert: typeof alert
  appointment: typeof appointment
  autoTopUp: typeof autoTopUp
  balance: typeof balance
  banner: typeof banner
  bill: typeof bill
  bills: typeof bills
  callUs: typeof callUs
  charges: typeof charges
  contacts: typeof contacts
  contract: typeof contract
  editorial: typeof editorial
  lines: typeof lines
  news: typeof news
  offer: typeof offer
  offers: typeof offers
  onboarding: typeof onboarding
  optionCatalogue: typeof optionCatalogue
  options: typeof options
  orders: typeof orders
  outage: typeof outage
  paymentDue: typeof paymentDue
  plan: typeof plan
  quickActions: typeof quickActions
  rewards: typeof rewards
  sim: typeof sim
  spendingLimit: typeof spendingLimit
  survey: typeof survey
  thirdParty: typeof thirdParty
  topUp: typeof topUp
  transferCredit: typeof transferCredit
  troubleshooting: typeof troubleshooting
  usage: typeof usage
  usageHistory: typeof usageHistory
}
