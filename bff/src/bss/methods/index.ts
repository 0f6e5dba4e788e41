import type { MethodName } from '@mosaic/schemas/bss'
import type { Sources } from '../contract.ts'
import { account } from './account/rest.ts'
import { account as accountBySoap } from './account/soap.ts'
import { appointments } from './appointments/rest.ts'
import { autoTopUp } from './auto-top-up/rest.ts'
import { balance } from './balance/rest.ts'
import { bills } from './bills/rest.ts'
import { bills as billsBySoap } from './bills/soap.ts'
import { bookCallback } from './book-callback/rest.ts'
import { buyOffer } from './buy-offer/rest.ts'
import { charges } from './charges/rest.ts'
import { callbackSlots } from './callback-slots/rest.ts'
import { customer } from './customer/rest.ts'
import { customer as customerBySql } from './customer/sql.ts'
import { answerSurvey } from './answer-survey/rest.ts'
import { dismissAlert } from './dismiss-alert/rest.ts'
import { interactions } from './interactions/rest.ts'
import { lines } from './lines/rest.ts'
import { lines as linesBySql } from './lines/sql.ts'
import { moveAppointment } from './move-appointment/rest.ts'
import { offers as offersByFile } from './offers/file.ts'
import { offers } from './offers/rest.ts'
import { offers as offersBySftp } from './offers/sftp.ts'
import { outages } from './outages/rest.ts'
import { orders } from './orders/rest.ts'
import { party } from './party/rest.ts'
import { paymentMethods } from './payment-methods/rest.ts'
import { payments } from './payments/rest.ts'
import { payBill } from './pay-bill/rest.ts'
import { plan } from './plan/rest.ts'
import { products } from './products/rest.ts'
import { overview } from './overview/rest.ts'
import { eligibility } from './eligibility/rest.ts'
import { recommendations } from './recommendations/rest.ts'
import { openTicket } from './open-ticket/rest.ts'
import { recordContact } from './record-contact/rest.ts'
import { rewards } from './rewards/rest.ts'
import { spendingLimit } from './spending-limit/rest.ts'
import { replaceSim } from './replace-sim/rest.ts'
import { sim } from './sim/rest.ts'
import { simSecrets } from './sim-secrets/rest.ts'
import { stores } from './stores/rest.ts'
import { switchOption } from './switch-option/rest.ts'
import { topUps } from './top-ups/rest.ts'
import { tickets } from './tickets/rest.ts'
import { topUp } from './top-up/rest.ts'
import { transferCredit } from './transfer-credit/rest.ts'
import { usageEvents } from './usage-events/rest.ts'
import { usageHistory } from './usage-history/rest.ts'
import { usage as usageByMongodb } from './usage/mongodb.ts'
import { usage } from './usage/rest.ts'

/** How each BSS method can be asked, by connector. A method of the contract without an entry here does not compile. */
export const methodSources: { readonly [Name in MethodName]: Sources<Name> } = {
  customer: { rest: customer, sql: customerBySql },
  party: { rest: party },
  lines: { rest: lines, sql: linesBySql },
  account: { rest: account, soap: accountBySoap },
  bills: { rest: bills, soap: billsBySoap },
  balance: { rest: balance },
  usage: { rest: usage, mongodb: usageByMongodb },
  offers: { rest: offers, file: offersByFile, sftp: offersBySftp },
  outages: { rest: outages },
  appointments: { rest: appointments },
  callbackSlots: { rest: callbackSlots },
  sim: { rest: sim },
  simSecrets: { rest: simSecrets },
  stores: { rest: stores },
  tickets: { rest: tickets },
  recommendations: { rest: recommendations },
  eligibility: { rest: eligibility },
  rewards: { rest: rewards },
  overview: { rest: overview },
  charges: { rest: charges },
  usageHistory: { rest: usageHistory },
  usageEvents: { rest: usageEvents },
  spendingLimit: { rest: spendingLimit },
  paymentMethods: { rest: paymentMethods },
  payments: { rest: payments },
  products: { rest: products },
  plan: { rest: plan },
  orders: { rest: orders },
  topUps: { rest: topUps },
  interactions: { rest: interactions },
  topUp: { rest: topUp },
  transferCredit: { rest: transferCredit },
  autoTopUp: { rest: autoTopUp },
  switchOption: { rest: switchOption },
  buyOffer: { rest: buyOffer },
  payBill: { rest: payBill },
  bookCallback: { rest: bookCallback },
  dismissAlert: { rest: dismissAlert },
  answerSurvey: { rest: answerSurvey },
  replaceSim: { rest: replaceSim },
  moveAppointment: { rest: moveAppointment },
  recordContact: { rest: recordContact },
  openTicket: { rest: openTicket },
}
