// Made by scripts/gen-registry.ts from the folders of widgets/src: change those, then run `npm run gen`.
import type { Sample } from './sample.ts'
import alert from '../alert/fixtures/ready.json' with { type: 'json' }
import appointment from '../appointment/fixtures/ready.json' with { type: 'json' }
import autoTopUp from '../autoTopUp/fixtures/ready.json' with { type: 'json' }
import balance from '../balance/fixtures/ready.json' with { type: 'json' }
import banner from '../banner/fixtures/ready.json' with { type: 'json' }
import bill from '../bill/fixtures/ready.json' with { type: 'json' }
import bills from '../bills/fixtures/ready.json' with { type: 'json' }
import callUs from '../callUs/fixtures/ready.json' with { type: 'json' }
import charges from '../charges/fixtures/ready.json' with { type: 'json' }
import contacts from '../contacts/fixtures/ready.json' with { type: 'json' }
import contract from '../contract/fixtures/ready.json' with { type: 'json' }
import editorial from '../editorial/fixtures/ready.json' with { type: 'json' }
import lines from '../lines/fixtures/ready.json' with { type: 'json' }
import news from '../news/fixtures/ready.json' with { type: 'json' }
import offer from '../offer/fixtures/ready.json' with { type: 'json' }
import offers from '../offers/fixtures/ready.json' with { type: 'json' }
import onboarding from '../onboarding/fixtures/ready.json' with { type: 'json' }
import optionCatalogue from '../optionCatalogue/fixtures/ready.json' with { type: 'json' }
import options from '../options/fixtures/ready.json' with { type: 'json' }
import orders from '../orders/fixtures/ready.json' with { type: 'json' }
import outage from '../outage/fixtures/ready.json' with { type: 'json' }
import paymentDue from '../paymentDue/fixtures/ready.json' with { type: 'json' }
import plan from '../plan/fixtures/ready.json' with { type: 'json' }
import quickActions from '../quickActions/fixtures/ready.json' with { type: 'json' }
import rewards from '../rewards/fixtures/ready.json' with { type: 'json' }
import sim from '../sim/fixtures/ready.json' with { type: 'json' }
import spendingLimit from '../spendingLimit/fixtures/ready.json' with { type: 'json' }
import survey from '../survey/fixtures/ready.json' with { type: 'json' }
import thirdParty from '../thirdParty/fixtures/ready.json' with { type: 'json' }
import topUp from '../topUp/fixtures/ready.json' with { type: 'json' }
import transferCredit from '../transferCredit/fixtures/ready.json' with { type: 'json' }
import troubleshooting from '../troubleshooting/fixtures/ready.json' with { type: 'json' }
import usage from '../usage/fixtures/ready.json' with { type: 'json' }
import usageHistory from '../usageHistory/fixtures/ready.json' with { type: 'json' }

const files: unknown = {
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

/** The golden case of every widget kind that shows it at its best; only for programs that Vite or Next builds, and loaded when needed: they are long. */
export const samples = files as Readonly<Record<string, Sample>>
