import type { TaskDelay } from '../http/types.ts'
import { createIdempotency, type Idempotency } from './idempotency.ts'

export type TopUpStatus = 'created' | 'completed' | 'failed'

/** A top-up as it stands now. */
export type TopUp = {
  id: string
  bucketId: string
  lineId: string
  amountCents: number
  partyAccountId: string
  description?: string
  requestedAt: Date
  status: TopUpStatus
  /** When it was completed or has failed. */
  settledAt?: Date
}

export type TopUpRequest = Pick<TopUp, 'bucketId' | 'lineId' | 'amountCents' | 'partyAccountId' | 'description'>

/** What top-ups did to the credit. In memory, and bounded: the oldest settled top-ups are forgotten, never what they added. */
export type Balances = {
  /** Cents added to a line's credit since the start or the last reset. */
  addedTo(lineId: string): number
  topUp(request: TopUpRequest, delay?: TaskDelay): TopUp
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
    topUps.set(id, { ...topUp, status, settledAt })
    if (status === 'completed') added.set(topUp.lineId, (added.get(topUp.lineId) ?? 0) + topUp.amountCents)
  }
  const forgetOldest = () => {
    for (const id of topUps.keys()) {
      if (topUps.size <= kept) return
      if (!pending.has(id)) topUps.delete(id)
    }
  }

  return {
    addedTo(lineId) {
      settleDue()
      return added.get(lineId) ?? 0
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
      return topUps.get(id)
    },
    list() {
      settleDue()
      return [...topUps.values()].reverse()
    },
    idempotency,
    reset() {
      added.clear()
      topUps.clear()
      pending.clear()
      idempotency.clear()
    },
  }
}
