import type { TSchema } from 'typebox'
import { Account, Balance, Bills, Customer, Lines, Offerings, Party, TopUp, Usage } from './results.ts'
import type { Bill, Line, Offering } from './results.ts'
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
  topUp: TopUp
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
  topUp: 'line'
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
  topUp: {
    scope: 'line',
    result: TopUp,
    policy: policy({ readTimeoutMs: 5_000, retries: 0, t1Ms: 0, t2Ms: 0 }),
    isWrite: true,
    changes: ['balance'],
    settlesWithinMs: minute,
  },
}

/** The methods that only read: what widgets and rules may need. */
export type ReadMethodName = Exclude<MethodName, 'topUp'>

export const methodNames = Object.keys(methods) as MethodName[]

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
