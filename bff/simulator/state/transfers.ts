import type { TaskDelay } from '../http/types.ts'
import { startOfDay } from '../population/dates.ts'
import { createIdempotency, type Idempotency } from './idempotency.ts'

/** Credit on its way from one line to another, as it stands now. */
export type Transfer = {
  id: string
  bucketId: string
  lineId: string
  receiverBucketId: string
  receiverLineId: string
  amountCents: number
  /** What the sender pays beside the amount. */
  feeCents: number
  reason: string
  channelId: string
  description?: string
  requestedAt: Date
  status: 'created' | 'completed' | 'failed'
  settledAt?: Date
}
type TransferRequest = Omit<Transfer, 'id' | 'requestedAt' | 'status' | 'settledAt'>

/** What transfers did to the credit of lines. In memory, and bounded: the oldest settled ones are forgotten, never what they moved. */
export type Transfers = {
  /** Cents that came to a line since the start or the last reset, less those that left it. */
  movedTo(lineId: string): number
  /** Cents of a line that are promised to others: still there, and not to be spent again. */
  reservedOf(lineId: string): number
  /** Cents that a line has sent since midnight, those under way too; fees do not count. */
  sentToday(lineId: string): number
  send(request: TransferRequest, delay?: TaskDelay): Transfer
  find(id: string): Transfer | undefined
  /** Newest first. */
  list(): Transfer[]
  idempotency: Idempotency
  reset(): void
}

const kept = 10_000

export function createTransfers(now: () => Date): Transfers {
  const moved = new Map<string, number>()
  const transfers = new Map<string, Transfer>()
  /** Those not settled yet: when each will be, and how. */
  const pending = new Map<string, { at: number; outcome: 'completed' | 'failed' }>()
  const idempotency = createIdempotency(kept)
  let count = 0

  // Nothing runs in the background: a pending transfer is settled when somebody looks after its time, so a test owns the clock.
  const settleDue = () => {
    const at = now().getTime()
    for (const [id, due] of pending) if (due.at <= at) settle(id, due.outcome, new Date(due.at))
  }
  const settle = (id: string, status: 'completed' | 'failed', settledAt: Date) => {
    pending.delete(id)
    const transfer = transfers.get(id)
    if (!transfer) return
    transfers.set(id, { ...transfer, status, settledAt })
    if (status === 'failed') return
    add(transfer.lineId, -costOf(transfer))
    add(transfer.receiverLineId, transfer.amountCents)
  }
  const add = (lineId: string, cents: number) => void moved.set(lineId, (moved.get(lineId) ?? 0) + cents)
  const all = () => {
    settleDue()
    return [...transfers.values()]
  }
  const forgetOldest = () => {
    for (const id of transfers.keys()) {
      if (transfers.size <= kept) return
      if (!pending.has(id)) transfers.delete(id)
    }
  }

  return {
    movedTo(lineId) {
      settleDue()
      return moved.get(lineId) ?? 0
    },
    reservedOf: (lineId) =>
      all()
        .filter((transfer) => transfer.lineId === lineId && transfer.status === 'created')
        .reduce((sum, transfer) => sum + costOf(transfer), 0),
    sentToday: (lineId) =>
      all()
        .filter((transfer) => transfer.lineId === lineId && transfer.status !== 'failed' && transfer.requestedAt >= startOfDay(now()))
        .reduce((sum, { amountCents }) => sum + amountCents, 0),
    send(request, delay) {
      const id = `TB-${String(++count).padStart(6, '0')}`
      const at = now()
      const transfer: Transfer = { ...request, id, requestedAt: at, status: 'created' }
      transfers.set(id, transfer)
      pending.set(id, { at: at.getTime() + (delay?.afterMs ?? 0), outcome: delay?.outcome ?? 'completed' })
      settleDue()
      forgetOldest()
      return transfers.get(id) ?? transfer
    },
    find(id) {
      settleDue()
      return transfers.get(id)
    },
    list: () => all().reverse(),
    idempotency,
    reset() {
      moved.clear()
      transfers.clear()
      pending.clear()
      idempotency.clear()
    },
  }
}

function costOf({ amountCents, feeCents }: Transfer): number {
  return amountCents + feeCents
}
