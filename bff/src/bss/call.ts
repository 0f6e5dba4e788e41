import type { MethodResult, Policy, ReadMethodName } from '@mosaic/schemas/bss'
import type { Outcome } from '@mosaic/widgets'
import type { Entry } from './cache/entry.ts'
import type { Failures } from './cache/failures.ts'
import type { FirstLevel } from './cache/first-level.ts'
import { createFlights, type Flight } from './coalesce/flights.ts'
import type { Unsettled } from './cache/unsettled.ts'
import type { Fetch, Landed } from './fetch.ts'
import type { Question } from './question.ts'
import type { SharedFailure } from './shared/contract.ts'
import { mayStandIn, stateOf } from './state.ts'
import type { Tally } from './tally.ts'

export type Answer<Name extends ReadMethodName = ReadMethodName> = Outcome<MethodResult<Name>>

/** Those who wait for one flight under one policy; `others` are all but the first. */
type Crowd = { policy: Policy; others: number; answer: Promise<Answer> }

type Dependencies = { cache: FirstLevel; failures: Failures; unsettled: Unsettled; fetch: Fetch; tally: Tally; now: () => number }

/**
 * One read, from top to bottom: what is fresh is served at once; a failure that stands is not tried again; otherwise the callers of one key fly
 * together, and what the cached answer is good for meanwhile is a matter of its state (see state.ts).
 */
export function createCalls({ cache, failures, unsettled, fetch, tally, now }: Dependencies) {
  const flights = createFlights<Landed>()

  return {
    /** What is fresh, which nearly every call asks for: no question is made for it. */
    hit(method: ReadMethodName, policy: Policy, shelf: string): Answer | undefined {
      const entry = cache.get(shelf, method)
      if (entry === undefined || stateOf(entry, policy, now()) !== 'fresh') return undefined
      tally[method].hit++
      return freshAnswer(policy, shelf, entry)
    },

    /** What is not fresh. Synchronous whenever nobody has to be waited for. A promise never rejects. */
    call(question: Question): Answer | Promise<Answer> {
      const { key, shelf, method, policy } = question
      const entry = cache.get(shelf, method)
      const state = stateOf(entry, policy, now())
      const failure = failures.get(key)
      if (failure) return standIn(question, failure)

      const { flight, isShared } = flights.join(key, (own) => fetch(question, entry, own.isCurrent))
      if (state === 'expired' || policy.staleOn === 'never') return waitedFor(question, flight, isShared)
      const land = (landed: Landed) => landedAnswer(question, landed, isShared)
      // The soft limit counts from the start of the flight: who boards a late one has waited already.
      const softMs = policy.refresh === 'behind' ? 0 : flight.startedAt + policy.softWaitMs - performance.now()
      if (softMs >= 1)
        return within(softMs, flight.landing).then((landed) => (landed ? land(landed) : whileWaiting(question, flight, land)))
      return whileWaiting(question, flight, land)
    },

    /** What may be served without asking anybody: for a caller who cannot wait any longer. */
    cached(method: ReadMethodName, policy: Policy, shelf: string): Answer | undefined {
      const entry = cache.get(shelf, method)
      const state = stateOf(entry, policy, now())
      if (entry === undefined || state === 'expired') return undefined
      if (state === 'fresh') return freshAnswer(policy, shelf, entry)
      return mayStandIn(policy, 'BSS_TIMEOUT') ? staleAnswer(policy, entry) : undefined
    },

    /** Counts what somebody keeps beside a cached answer with it, in bytes. False when that answer is not cached any more. */
    weighs(method: ReadMethodName, shelf: string, answer: object, bytes: number): boolean {
      const entry = cache.get(shelf, method)
      return entry !== undefined && entry === answer && cache.weighs(shelf, entry, bytes)
    },

    /** Something has changed: everything known of the tag, and everything on its way, is old; its effect may still be to come. */
    forget(tag: string, unsettledMs: number): void {
      unsettled.mark(tag, unsettledMs)
      flights.forgetAll(`${tag}\n`)
      failures.deleteAll(`${tag}\n`)
      cache.deleteTag(tag)
    },
  }

  /** Nothing but the flight can answer: all who wait for it share one promise, so that however many they are, each costs next to nothing. */
  function waitedFor(question: Question, flight: Flight<Landed>, isShared: boolean): Promise<Answer> {
    const known = flight.shared as Crowd | undefined
    if (known?.policy === question.policy) {
      known.others++
      return known.answer
    }
    const answer = flight.landing.then((landed) => landedAnswer(question, landed, isShared, crowd.others))
    const crowd: Crowd = { policy: question.policy, others: 0, answer }
    flight.shared = crowd
    return answer
  }

  /** `others` get the same answer, and are counted with the one who asks. */
  function landedAnswer(question: Question, { outcome, by }: Landed, isShared: boolean, others = 0): Answer {
    if ('code' in outcome) return standIn(question, outcome, 1 + others)
    const counts = tally[question.method]
    counts[isShared ? 'coalesced' : by]++
    counts.coalesced += others
    return freshAnswer(question.policy, question.shelf, outcome)
  }

  /** T1 ≤ age < T2 and the newer answer is not there in time: the cached one, while the flight goes on. It may have turned too old by now. */
  function whileWaiting(question: Question, { landing }: Flight<Landed>, land: (landed: Landed) => Answer): Answer | Promise<Answer> {
    const entry = cache.get(question.shelf, question.method)
    if (entry === undefined || stateOf(entry, question.policy, now()) === 'expired') return landing.then(land)
    tally[question.method].stale++
    return staleAnswer(question.policy, entry)
  }

  /** The cached answer for one that failed, if its age and the policy allow it now; else the failure. */
  function standIn(question: Question, failure: SharedFailure, callers = 1): Answer {
    const { shelf, method, policy } = question
    const entry = cache.get(shelf, method)
    if (entry !== undefined && stateOf(entry, policy, now()) !== 'expired' && mayStandIn(policy, failure.code)) {
      tally[method].stale += callers
      return staleAnswer(question.policy, entry)
    }
    tally[method].error += callers
    const { code, retryAfterSeconds } = failure
    return { status: 'failed', code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
  }

  /** The same object for as long as answer and policy are the same: a hit makes nothing. */
  function freshAnswer(policy: Policy, shelf: string, entry: Entry): Answer {
    if (entry.policy === policy) return entry as Answer
    const other = entry.as(policy, false)
    if (cache.get(shelf, entry.source) === entry) cache.set(shelf, other)
    return other as Answer
  }
}

function staleAnswer(policy: Policy, entry: Entry): Answer {
  return entry.as(policy, true) as Answer
}

export type Calls = ReturnType<typeof createCalls>

/** What comes of the promise in time; undefined when it takes longer. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<undefined>((resolve) => {
    // Timers know whole milliseconds only, and cut off the rest.
    timer = setTimeout(resolve, Math.ceil(ms), undefined)
  })
  const first = await Promise.race([promise, over])
  clearTimeout(timer)
  return first
}
