import { methods, worstCaseMs } from '@mosaic/schemas/bss'
import type { Logger } from '../log.ts'
import { asFailure, type Ask } from './ask/ask.ts'
import { deadlineIn, type Deadline } from './ask/deadline.ts'
import type { Failures } from './cache/failures.ts'
import type { Entries, Entry } from './cache/entry.ts'
import type { FirstLevel } from './cache/first-level.ts'
import type { Unsettled } from './cache/unsettled.ts'
import type { Contracts } from './contracts.ts'
import type { Question } from './question.ts'
import type { Lease, Shared, SharedEntry, SharedFailure, Turn } from './shared/contract.ts'
import { createSparingLog } from './sparing-log.ts'
import { stateOf } from './state.ts'

/** What a flight brought, and where it was found. */
export type Landed = { outcome: Entry | SharedFailure; by: 'shared' | 'miss' | 'followed' }
/** `known`: the answer in the first level, too old to be served without asking. `isCurrent`: whether what is brought may still be kept. */
export type Fetch = (question: Question, known: Entry | undefined, isCurrent: () => boolean) => Promise<Landed>

type Dependencies = {
  cache: FirstLevel
  failures: Failures
  unsettled: Unsettled
  entries: Entries
  shared: Shared
  ask: Ask
  contracts: Contracts
  log: Logger
  now: () => number
}

/** A failure reaches at least those who wait for it in other instances, in milliseconds: else each of them would try for himself, one after the other. */
const followersMs = 100

/**
 * One flight, from top to bottom: the second level → our turn at asking among all instances, or the news of whose turn it is → the back-end → both
 * levels. Never rejects.
 */
export function createFetch({ cache, failures, unsettled, entries, shared, ask, contracts, log, now }: Dependencies): Fetch {
  const troubles = createSparingLog(log)

  return async (question, known, isCurrent) => {
    const { policy } = question
    const deadline = deadlineIn(worstCaseMs(policy))
    const isShared = policy.t2Ms > 0
    const isTurnShared = isShared && policy.coalesce === 'instances'
    let seenAt = known?.fetchedAtMs ?? 0

    // Who asks for the turn is told in the same breath what the others know, if it is newer than what is known here.
    if (isShared && !isTurnShared && !known) {
      const stored = await shared.read(question)
      const landed = stored && landedElsewhere(question, stored, false, isCurrent)
      if (landed) return landed
      seenAt = stored?.fetchedAt ?? 0
    }

    for (let isFollowing = false; ;) {
      const turn = await shared.turn(question, seenAt, isTurnShared)
      if (turn.whose === 'ours') return askInOurTurn(question, turn.lease, isCurrent)
      if (turn.whose === 'theirs') {
        isFollowing = true
        const news = await newsWithin(deadline, turn)
        if (news === 'none') return fail(question, { code: 'BSS_TIMEOUT' }, isCurrent)
        // Of an earlier turn they may come late: what is known already is no news.
        const isNew = news && ('code' in news || news.fetchedAt > seenAt)
        const landed = isNew ? landedElsewhere(question, news, isFollowing, isCurrent) : undefined
        if (landed) return landed
      } else {
        const landed = landedElsewhere(question, turn.outcome, isFollowing, isCurrent)
        if (landed) return landed
        // Done, and of no use here: from now on only something newer is.
        if ('json' in turn.outcome) seenAt = turn.outcome.fetchedAt
      }
    }
  }

  async function askInOurTurn(question: Question, lease: Lease, isCurrent: () => boolean): Promise<Landed> {
    const { method, brand, policy, params, currency } = question
    try {
      const value = await ask({ method, brand, policy, params, currency, input: undefined })
      const json = JSON.stringify(value)
      const entry = entryOf(question, json, value, now())
      // T2 = 0 means: never from cache.
      const isKept = await lease.succeed({ json, fetchedAt: entry.fetchedAtMs }, policy.t2Ms)
      return keep(question, entry, 'miss', () => isKept && isCurrent())
    } catch (error) {
      const { code, message, retryAfterSeconds } = asFailure(method, error, (err) => log.error({ method, err }, 'a BSS method threw'))
      troubles.warn(`${method} ${code}`, { method, code, reason: message }, 'a back-end gave no usable answer')
      const failure: SharedFailure = { code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
      const isKept = await lease.fail(failure, Math.max(policy.failureMemoryMs, followersMs))
      return fail(question, failure, () => isKept && isCurrent())
    }
  }

  /** What was asked for while we waited is as new as if we had asked ourselves; what was there before must be fresh. */
  function landedElsewhere(
    question: Question,
    outcome: SharedEntry | SharedFailure,
    isFollowing: boolean,
    isCurrent: () => boolean,
  ): Landed | undefined {
    if ('code' in outcome) return fail(question, outcome, isCurrent)
    const entry = readable(question, outcome)
    if (!entry) return undefined
    const isFresh = stateOf(entry, question.policy, now()) === 'fresh' && !unsettled.has(question.tag)
    // Too old as well, it is newer than ours: should the back-end fail, it is what stands in.
    const landed = keep(question, entry, isFollowing ? 'followed' : 'shared', isCurrent)
    return isFollowing || isFresh ? landed : undefined
  }

  function keep({ key, shelf, tag, policy }: Question, entry: Entry, by: Landed['by'], isCurrent: () => boolean): Landed {
    if (policy.t2Ms > 0 && isCurrent()) {
      if (unsettled.has(tag)) entry.isSuspect = true
      cache.set(shelf, entry)
      failures.delete(key)
    }
    return { outcome: entry, by }
  }

  function fail({ key, policy }: Question, failure: SharedFailure, isCurrent: () => boolean): Landed {
    if (isCurrent()) failures.set(key, failure, policy.failureMemoryMs)
    return { outcome: failure, by: 'miss' }
  }

  /** What another instance wrote, if this one can read it. */
  function readable(question: Question, stored: SharedEntry): Entry | undefined {
    const value = contracts.parse(question.method, stored.json)
    return value === undefined ? undefined : entryOf(question, stored.json, value, stored.fetchedAt)
  }

  function entryOf({ method, policy }: Question, json: string, objects: unknown, fetchedAtMs: number): Entry {
    return entries.make(method, { json, objects, fetchedAtMs, policy }, methods[method].scope === 'brand')
  }
}

/** Until there is news of whose turn it is, or may be; `none` when the time is over. */
async function newsWithin(deadline: Deadline, { news }: Extract<Turn, { whose: 'theirs' }>) {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<'none'>((resolve) => {
    timer = setTimeout(resolve, deadline.remainingMs(), 'none')
  })
  const first = await Promise.race([news, over])
  clearTimeout(timer)
  return first
}
