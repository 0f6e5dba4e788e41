import { isWrite } from './check-policy.ts'
import { methods, type MethodName } from './methods.ts'
import { retryWaitOf, worstCaseMs } from './policy.ts'
import type { Policy } from './types.ts'

/** An example to reckon with: so many customers, each opening his home so often, at moments that have nothing to do with each other. */
export type Load = { customers: number; opensPerHour: number }

/** One part of a call at its slowest: waiting for a connection, for the answer, or before asking again. In milliseconds. */
export type Stretch = { part: 'connection' | 'answer' | 'pause'; ms: number }

/** What a policy means for customers and for the system behind, before anybody has tried it. Times in milliseconds. */
export type PolicyEffect = {
  /** A call at its slowest, in the order of time. The sum is `worstCaseMs` of the policy. */
  worst: Stretch[]
  /** The longest a customer waits, by the age of what the cache holds: younger than T1, between T1 and T2, older or not there. */
  waits: { fresh: number; aging: number; expired: number }
  outage: Outage
  /** Repetitions and second questions, as a share of the calls, at most and in the long run: 10 is one more call for ten. */
  repeatedPercent: number
  /** Calls under way at a time in one instance. */
  mostAtATime: number
  /** Calls that reach the system for 1,000 homes while it answers at the first attempt; not for a write, which nobody opens a home for. */
  callsPerThousandHomes?: number
}

/** While the system is not there. */
export type Outage = {
  /** How old an answer may grow while it is still shown; 0 when it never is. */
  shownForMs: number
  /** The most calls a minute for one thing, by those who share a question; undefined when nothing holds them back. */
  perMinuteAndKey: number | undefined
  /** The most calls a minute from one instance once its circuit is open; undefined when it never opens. */
  perMinuteAndInstance: number | undefined
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** The effect of a method's policy, whole as `policyOf` makes it. Pure, and only reckoned from the policy and the load: nothing is measured. */
export function effectOf(method: MethodName, policy: Policy, load: Load): PolicyEffect {
  const worstMs = worstCaseMs(policy)
  const softMs = policy.refresh === 'behind' ? 0 : Math.min(policy.softWaitMs, worstMs)
  // What may stand in for no failure may not stand in for an answer that is late either.
  const aging = policy.staleOn === 'never' ? worstMs : softMs
  return {
    worst: worstStretches(policy),
    waits: isWrite(method) ? { fresh: worstMs, aging: worstMs, expired: worstMs } : { fresh: 0, aging, expired: worstMs },
    outage: outageOf(method, policy),
    repeatedPercent: repeatedPercent(policy),
    mostAtATime: policy.poolSize,
    ...(!isWrite(method) && { callsPerThousandHomes: callsPerThousandHomes(method, policy, load) }),
  }
}

function worstStretches({ retries, connectionWaitMs, readTimeoutMs, retryWaitMs }: Policy): Stretch[] {
  const attempt: Stretch[] = [
    { part: 'connection', ms: connectionWaitMs },
    { part: 'answer', ms: readTimeoutMs },
  ]
  const repeated = Array.from({ length: retries }, (_, index): Stretch[] => [
    { part: 'pause', ms: retryWaitOf(retryWaitMs, index) },
    ...attempt,
  ])
  return [...attempt, ...repeated.flat()]
}

/** Each question that is asked again is paid for out of one budget. */
function repeatedPercent({ retries, hedgeAfterMs, readTimeoutMs, retryBudgetPercent }: Policy): number {
  const isHedged = hedgeAfterMs > 0 && hedgeAfterMs < readTimeoutMs
  // With every attempt hedged there are twice as many.
  const most = (retries + 1) * (isHedged ? 2 : 1) - 1
  return Math.min(100 * most, retryBudgetPercent)
}

function outageOf(method: MethodName, { staleOn, t1Ms, t2Ms, failureMemoryMs, circuitFailurePercent, circuitOpenMs }: Policy): Outage {
  const shownForMs = isWrite(method) ? 0 : staleOn === 'never' ? Math.min(t1Ms, t2Ms) : t2Ms
  return {
    shownForMs,
    // A write is asked by one person, once: there is nothing to remember a failure for.
    perMinuteAndKey: isWrite(method) || failureMemoryMs === 0 ? undefined : minuteMs / failureMemoryMs,
    perMinuteAndInstance: circuitFailurePercent === 0 ? undefined : minuteMs / circuitOpenMs,
  }
}

/**
 * Homes come at random, on average so many an hour for one key. The first makes a call; until T1 none does; the next after T1 makes the next.
 * So one call serves itself and the homes of one T1.
 */
function callsPerThousandHomes(method: MethodName, { t1Ms, t2Ms, keyParams }: Policy, { customers, opensPerHour }: Load): number {
  // With T2 = 0 nothing is kept.
  if (t2Ms === 0) return 1_000
  const isShared = methods[method].scope === 'brand' && keyParams.length === 0
  const perHour = opensPerHour * (isShared ? customers : 1)
  return 1_000 / (1 + (perHour * Math.min(t1Ms, t2Ms)) / hourMs)
}
