import type { TaskDelay } from '../http/types.ts'
import { createIdempotency, type Idempotency } from './idempotency.ts'
import { occurrencesUntil, type Period } from '../population/recurring.ts'

export type TopUpStatus = 'created' | 'completed' | 'failed' | 'cancelled'

/** A top-up as it stands now. */
export type TopUp = {
  id: string
  bucketId: string
  lineId: string
  amountCents: number
  partyAccountId: string
  description?: string
  /** It is a rule: it adds nothing at once, but its amount at the end of every period for as long as it holds. */
  period?: Period
  requestedAt: Date
  status: TopUpStatus
  /** When it was completed (a rule: began to hold) or has failed. */
  settledAt?: Date
  /** When a rule ceased to hold. */
  cancelledAt?: Date
}

export type TopUpRequest = Pick<TopUp, 'bucketId' | 'lineId' | 'amountCents' | 'partyAccountId' | 'description' | 'period'>

/** What top-ups did to the credit. In memory, and bounded: the oldest settled top-ups are forgotten, never what they added. */
export type Balances = {
  /** Cents added to a line's credit since the start or the last reset. */
  addedTo(lineId: string): number
  /** A line has one rule: a new one takes the place of the one before. */
  topUp(request: TopUpRequest, delay?: TaskDelay): TopUp
  /** Ends a rule, now or when the delay is over, whoever made it. */
  cancel(id: string, delay?: TaskDelay): void
  /** When the rule of this id was ended. */
  cancelledAt(id: string): Date | undefined
  find(id: string): TopUp | undefined
  /** Newest first. */
  list(): TopUp[]
  idempotency: Idempotency
  reset(): void
}

const kept = 10_000

export function createBalances(now: () => Date): Balances {
  const added = new Map<string, number>()
  const topUps = new Map<string, TopUp>()
  /** Those not settled yet: when each will be, and how. */
  const pending = new Map<string, { at: number; outcome: 'completed' | 'failed' }>()
  /** Rules that were ended, or will be. */
  const cancelled = new Map<string, Date>()
  /** Those that hold or have held, by line. */
  const rules = new Map<string, TopUp[]>()
  const idempotency = createIdempotency(kept)
  let count = 0

  // Nothing runs in the background: a pending top-up is settled when somebody looks after its time, so a test owns the clock.
  const settleDue = () => {
    const at = now().getTime()
    for (const [id, due] of pending) if (due.at <= at) settle(id, due.outcome, new Date(due.at))
  }
  const settle = (id: string, status: 'completed' | 'failed', settledAt: Date) => {
    pending.delete(id)
    const topUp = topUps.get(id)
    if (!topUp) return
    const settled = { ...topUp, status, settledAt }
    topUps.set(id, settled)
    if (topUp.period) return status === 'completed' ? begin(settled, settledAt) : undefined
    if (status === 'completed') added.set(topUp.lineId, (added.get(topUp.lineId) ?? 0) + topUp.amountCents)
  }
  const begin = (rule: TopUp, at: Date) => {
    const before = rules.get(rule.lineId) ?? []
    for (const { id } of before) if (!cancelled.has(id)) cancelled.set(id, at)
    rules.set(rule.lineId, [...before, rule])
  }
  const endOf = (id: string) => {
    const at = cancelled.get(id)
    return at && at <= now() ? at : undefined
  }
  /** What the rules of a line have added, each for as long as it held. */
  const addedByRules = (lineId: string) =>
    (rules.get(lineId) ?? []).reduce((sum, { id, period, settledAt, amountCents }) => {
      const times = period && settledAt ? occurrencesUntil(settledAt, period, endOf(id) ?? now()) : 0
      return sum + times * amountCents
    }, 0)
  const asOfNow = (topUp: TopUp): TopUp => {
    const cancelledAt = endOf(topUp.id)
    return cancelledAt ? { ...topUp, status: 'cancelled', cancelledAt } : topUp
  }
  const forgetOldest = () => {
    for (const id of topUps.keys()) {
      if (topUps.size <= kept) return
      if (!pending.has(id) && !topUps.get(id)?.period) topUps.delete(id)
    }
  }

  return {
    addedTo(lineId) {
      settleDue()
      return (added.get(lineId) ?? 0) + addedByRules(lineId)
    },
    topUp(request, delay) {
      settleDue()
      const id = `TU-${String(++count).padStart(6, '0')}`
      const at = now()
      topUps.set(id, { ...request, id, requestedAt: at, status: 'created' })
      pending.set(id, { at: at.getTime() + (delay?.afterMs ?? 0), outcome: delay?.outcome ?? 'completed' })
      settleDue()
      forgetOldest()
      return topUps.get(id) ?? { ...request, id, requestedAt: at, status: 'created' }
    },
    find(id) {
      settleDue()
      const topUp = topUps.get(id)
      return topUp && asOfNow(topUp)
    },
    cancel(id, delay) {
      if (delay?.outcome !== 'failed' && !endOf(id)) cancelled.set(id, new Date(now().getTime() + (delay?.afterMs ?? 0)))
    },
    cancelledAt: endOf,
    list() {
      settleDue()
      return [...topUps.values()].map(asOfNow).reverse()
    },
    idempotency,
    reset() {
      added.clear()
      topUps.clear()
      pending.clear()
      cancelled.clear()
      rules.clear()
      idempotency.clear()
    },
  }
}
