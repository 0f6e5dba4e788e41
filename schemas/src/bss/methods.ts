import type { TSchema } from 'typebox'
import { Account, Balance, Bills, Customer, Lines, Offerings, Party, Receipt, Usage } from './results.ts'
import {
  Eligibility,
  Overview,
  Recommendations,
  Rewards,
  type LineOverview,
  type OfferEligibility,
  type Recommendation,
} from './results/shop.ts'
import type { Bill, Line, Offering } from './results.ts'
import { Orders, Plan, Products, type Order, type Product } from './results/plan.ts'
import {
  Appointments,
  CallbackSlots,
  NetworkOutages,
  Sim,
  SimSecrets,
  Tickets,
  type Appointment,
  type CallbackSlot,
  type NetworkOutage,
  type Ticket,
} from './results/care.ts'
import { Charges, PaymentMethods, Payments, SpendingLimit, UsageEvents, UsageMonths } from './results/money.ts'
import type { Charge, Payment, PaymentMethod, UsageEvent, UsageMonth } from './results/money.ts'
import { CallReceipt, Interactions, TopUps, TransferReceipt } from './results/actions.ts'
import { Stores, type Store } from './results/stores.ts'
import type { MethodScope, Policy } from './types.ts'

/**
 * The contract of one BSS method: what it answers and how it is called unless a release says otherwise.
 * How it is asked of a back-end system stands in `bff/src/bss/methods/`.
 */
export type MethodContract = {
  scope: MethodScope
  result: TSchema
  /** The policy unless a release says otherwise. */
  policy: Policy
  /** A write: never cached, never retried blindly, never part of a plan of needs. */
  isWrite?: true
  /** The reads whose cached values a successful write makes obsolete. */
  changes?: readonly ReadMethodName[]
  /**
   * For a write whose effect may come after its answer (`status: 'pending'`, or no answer at all): how long it may take, in milliseconds. Until then
   * what it changes is asked for at every look.
   */
  settlesWithinMs?: number
  /** A read whose answer is kept nowhere, whatever a policy says: asked only for a customer who wants to see it, and never for a page or a rule. */
  isSecret?: true
}

const minute = 60_000
const hour = 60 * minute

/** What each method answers. Written out: deriving it from the schemas at every use costs the type checker half a minute. */
export type MethodResults = {
  customer: Customer
  party: Party
  lines: Line[]
  account: Account
  bills: Bill[]
  balance: Balance
  usage: Usage
  offers: Offering[]
  outages: NetworkOutage[]
  appointments: Appointment[]
  callbackSlots: CallbackSlot[]
  sim: Sim
  simSecrets: SimSecrets
  stores: Store[]
  tickets: Ticket[]
  recommendations: Recommendation[]
  eligibility: OfferEligibility[]
  rewards: Rewards
  overview: LineOverview[]
  charges: Charge[]
  usageHistory: UsageMonth[]
  usageEvents: UsageEvent[]
  spendingLimit: SpendingLimit
  paymentMethods: PaymentMethod[]
  payments: Payment[]
  products: Product[]
  plan: Plan
  orders: Order[]
  topUps: TopUps
  interactions: Interactions
  topUp: Receipt
  transferCredit: TransferReceipt
  autoTopUp: Receipt
  switchOption: Receipt
  buyOffer: Receipt
  payBill: Receipt
  bookCallback: CallReceipt
  dismissAlert: Receipt
  answerSurvey: Receipt
  replaceSim: Receipt
  moveAppointment: Receipt
  recordContact: Receipt
  openTicket: Receipt
}
export type MethodName = keyof MethodResults
/** What each method's parameters are drawn from. */
export type MethodScopes = {
  customer: 'customer'
  party: 'party'
  lines: 'customer'
  account: 'customer'
  bills: 'customer'
  balance: 'line'
  usage: 'line'
  offers: 'brand'
  outages: 'line'
  appointments: 'customer'
  callbackSlots: 'brand'
  sim: 'line'
  simSecrets: 'line'
  stores: 'brand'
  tickets: 'customer'
  recommendations: 'line'
  eligibility: 'line'
  rewards: 'customer'
  overview: 'customer'
  charges: 'customer'
  usageHistory: 'line'
  usageEvents: 'line'
  spendingLimit: 'customer'
  paymentMethods: 'customer'
  payments: 'customer'
  products: 'line'
  plan: 'line'
  orders: 'customer'
  topUps: 'line'
  interactions: 'customer'
  topUp: 'line'
  transferCredit: 'line'
  autoTopUp: 'line'
  switchOption: 'line'
  buyOffer: 'line'
  payBill: 'customer'
  bookCallback: 'customer'
  dismissAlert: 'customer'
  answerSurvey: 'customer'
  replaceSim: 'line'
  moveAppointment: 'customer'
  recordContact: 'customer'
  openTicket: 'customer'
}
export type MethodResult<Name extends MethodName> = MethodResults[Name]

/** Every BSS method there is, by name. */
export const methods: { readonly [Name in MethodName]: MethodContract & { scope: MethodScopes[Name] } } = {
  customer: { scope: 'customer', result: Customer, policy: policy({ t1Ms: hour, t2Ms: 24 * hour }) },
  party: { scope: 'party', result: Party, policy: policy({ t1Ms: 6 * hour, t2Ms: 48 * hour }) },
  lines: { scope: 'customer', result: Lines, policy: policy({ t1Ms: 5 * minute, t2Ms: 24 * hour }) },
  account: { scope: 'customer', result: Account, policy: policy({ t1Ms: 5 * minute, t2Ms: 6 * hour }) },
  bills: { scope: 'customer', result: Bills, policy: policy({ t1Ms: 10 * minute, t2Ms: 24 * hour }) },
  balance: { scope: 'line', result: Balance, policy: policy({ t1Ms: 30_000, t2Ms: hour }) },
  usage: { scope: 'line', result: Usage, policy: policy({ t1Ms: minute, t2Ms: 2 * hour, readTimeoutMs: 1_500 }) },
  offers: { scope: 'brand', result: Offerings, policy: policy({ t1Ms: 15 * minute, t2Ms: 24 * hour }) },
  outages: { scope: 'line', result: NetworkOutages, policy: policy({ t1Ms: minute, t2Ms: 30 * minute }) },
  appointments: { scope: 'customer', result: Appointments, policy: policy({ t1Ms: 5 * minute, t2Ms: 12 * hour }) },
  callbackSlots: { scope: 'brand', result: CallbackSlots, policy: policy({ t1Ms: 20_000, t2Ms: 10 * minute, staleOn: 'outage' }) },
  sim: { scope: 'line', result: Sim, policy: policy({ t1Ms: 30 * minute, t2Ms: 48 * hour }) },
  simSecrets: {
    scope: 'line',
    result: SimSecrets,
    policy: policy({ readTimeoutMs: 3_000, t1Ms: 0, t2Ms: 0, staleOn: 'never', coalesce: 'process' }),
    isSecret: true,
  },
  stores: { scope: 'brand', result: Stores, policy: policy({ t1Ms: 6 * hour, t2Ms: 72 * hour, readTimeoutMs: 1_500 }) },
  tickets: { scope: 'customer', result: Tickets, policy: policy({ t1Ms: 5 * minute, t2Ms: 24 * hour }) },
  recommendations: { scope: 'line', result: Recommendations, policy: policy({ t1Ms: 30 * minute, t2Ms: 24 * hour }) },
  eligibility: { scope: 'line', result: Eligibility, policy: policy({ t1Ms: 30 * minute, t2Ms: 24 * hour }) },
  rewards: { scope: 'customer', result: Rewards, policy: policy({ t1Ms: 15 * minute, t2Ms: 24 * hour }) },
  overview: { scope: 'customer', result: Overview, policy: policy({ t1Ms: 2 * minute, t2Ms: 6 * hour, readTimeoutMs: 1_500 }) },
  charges: { scope: 'customer', result: Charges, policy: policy({ t1Ms: 5 * minute, t2Ms: 6 * hour }) },
  usageHistory: { scope: 'line', result: UsageMonths, policy: policy({ t1Ms: 6 * hour, t2Ms: 72 * hour, readTimeoutMs: 1_500 }) },
  usageEvents: { scope: 'line', result: UsageEvents, policy: policy({ t1Ms: 2 * minute, t2Ms: 6 * hour, readTimeoutMs: 1_500 }) },
  spendingLimit: { scope: 'customer', result: SpendingLimit, policy: policy({ t1Ms: hour, t2Ms: 48 * hour }) },
  paymentMethods: { scope: 'customer', result: PaymentMethods, policy: policy({ t1Ms: 30 * minute, t2Ms: 24 * hour }) },
  payments: { scope: 'customer', result: Payments, policy: policy({ t1Ms: 10 * minute, t2Ms: 6 * hour }) },
  products: { scope: 'line', result: Products, policy: policy({ t1Ms: 2 * minute, t2Ms: 24 * hour }) },
  plan: { scope: 'line', result: Plan, policy: policy({ t1Ms: 30 * minute, t2Ms: 24 * hour }) },
  orders: { scope: 'customer', result: Orders, policy: policy({ t1Ms: 5 * minute, t2Ms: 24 * hour }) },
  topUps: { scope: 'line', result: TopUps, policy: policy({ t1Ms: 30_000, t2Ms: 6 * hour }) },
  interactions: { scope: 'customer', result: Interactions, policy: policy({ t1Ms: 5 * minute, t2Ms: 24 * hour }) },
  topUp: write('line', { changes: ['balance', 'topUps', 'overview'], settlesWithinMs: minute }),
  transferCredit: {
    ...write('line', { changes: ['balance', 'topUps', 'overview'], settlesWithinMs: minute }),
    result: TransferReceipt,
  },
  autoTopUp: write('line', { changes: ['topUps'], settlesWithinMs: minute }),
  switchOption: write('line', {
    changes: ['products', 'orders', 'lines', 'usage', 'balance', 'eligibility', 'overview'],
    settlesWithinMs: 10 * minute,
  }),
  buyOffer: write('line', {
    changes: ['products', 'orders', 'lines', 'usage', 'recommendations', 'eligibility', 'overview'],
    settlesWithinMs: 10 * minute,
  }),
  payBill: write('customer', { changes: ['bills', 'account', 'payments'], settlesWithinMs: 5 * minute }),
  bookCallback: { ...write('customer', { changes: ['appointments', 'callbackSlots'] }), result: CallReceipt },
  dismissAlert: write('customer', { changes: ['interactions'] }),
  answerSurvey: write('customer', { changes: ['interactions'] }),
  replaceSim: write('line', { changes: ['sim', 'orders'], settlesWithinMs: 10 * minute }),
  moveAppointment: write('customer', { changes: ['appointments', 'callbackSlots'] }),
  recordContact: write('customer', { changes: ['interactions'] }),
  openTicket: write('customer', { changes: ['tickets'] }),
}

/** The methods that change something in the operator's systems. */
export type WriteMethodName =
  | 'topUp'
  | 'transferCredit'
  | 'autoTopUp'
  | 'switchOption'
  | 'buyOffer'
  | 'payBill'
  | 'bookCallback'
  | 'dismissAlert'
  | 'answerSurvey'
  | 'replaceSim'
  | 'moveAppointment'
  | 'recordContact'
  | 'openTicket'
/** The methods that only read: what widgets and rules may need. */
export type ReadMethodName = Exclude<MethodName, WriteMethodName>

export const methodNames = Object.keys(methods) as MethodName[]
export const readMethodNames = methodNames.filter((name): name is ReadMethodName => methods[name].isWrite !== true)

/** Sent once, never kept; a customer waits for it longer than for a page. */
function write<Scope extends MethodScope>(scope: Scope, own: Pick<MethodContract, 'changes' | 'settlesWithinMs'>) {
  return { scope, result: Receipt, policy: policy({ readTimeoutMs: 5_000, retries: 0, t1Ms: 0, t2Ms: 0 }), isWrite: true as const, ...own }
}

function policy(own: Partial<Policy>): Policy {
  return {
    readTimeoutMs: 1_000,
    poolSize: 32,
    connectionWaitMs: 250,
    retries: 1,
    retryWaitMs: 50,
    retryBudgetPercent: 10,
    t1Ms: minute,
    t2Ms: hour,
    refresh: 'wait',
    softWaitMs: 500,
    staleOn: 'anyFailure',
    failureMemoryMs: 1_000,
    circuitFailurePercent: 50,
    circuitMinimumCalls: 20,
    circuitOpenMs: 2_000,
    hedgeAfterMs: 0,
    adaptive: false,
    coalesce: 'instances',
    keyParams: [],
    ...own,
  }
}
