import type { TaskDelay } from '../http/types.ts'
import type { OrderCategory, OrderState, SimOrder, SimOrderItem } from '../population/orders-of.ts'
import { createIdempotency, type Idempotency } from './idempotency.ts'

export type OrderRequest = {
  customerId: string
  lineId: string
  category: OrderCategory
  externalId?: string
  item: Omit<SimOrderItem, 'state'>
}

/** Orders placed here. In memory, and bounded: the oldest are forgotten, and with them what they changed. */
export type Orders = {
  /** Taken now, worked on a moment later, done after a while: at once, and how, as the `asynchronous` fault says. */
  place(request: OrderRequest, delay?: TaskDelay): SimOrder
  find(id: string): SimOrder | undefined
  /** Newest first. */
  of(customerId: string): SimOrder[]
  idempotency: Idempotency
  reset(): void
}

const kept = 10_000
/** How long this operator takes to turn something on or off, and to bring a SIM, in milliseconds: as long as somebody at a demo waits. */
const usualMs = 4_000
const simMs = 15_000

type Placed = Omit<SimOrder, 'state' | 'items' | 'completedOn'> & {
  item: OrderRequest['item']
  beginsAt: number
  endsAt: number
  outcome: TaskDelay['outcome']
}

export function createOrders(now: () => Date): Orders {
  const orders = new Map<string, Placed>()
  const idempotency = createIdempotency(kept)
  let count = 0

  // Nothing runs in the background: an order stands where its times say when somebody looks, so a test owns the clock.
  const asOfNow = ({ item, beginsAt, endsAt, outcome, ...placed }: Placed): SimOrder => {
    const at = now().getTime()
    const state: OrderState = at >= endsAt ? outcome : at >= beginsAt ? 'inProgress' : 'acknowledged'
    return { ...placed, state, ...(state === 'completed' && { completedOn: new Date(endsAt) }), items: [{ ...item, state }] }
  }

  return {
    place({ item, ...request }, delay) {
      const id = `PO-N${String(++count).padStart(6, '0')}`
      const placedOn = now()
      const afterMs = delay?.afterMs ?? (request.category === 'sim' ? simMs : usualMs)
      const endsAt = placedOn.getTime() + afterMs
      const placed: Placed = {
        ...request,
        id,
        placedOn,
        expectedOn: new Date(endsAt),
        item,
        beginsAt: placedOn.getTime() + Math.ceil(afterMs / 4),
        endsAt,
        outcome: delay?.outcome ?? 'completed',
      }
      orders.set(id, placed)
      const oldest = orders.keys().next()
      if (orders.size > kept && !oldest.done) orders.delete(oldest.value)
      return asOfNow(placed)
    },
    find(id) {
      const placed = orders.get(id)
      return placed && asOfNow(placed)
    },
    of: (customerId) =>
      [...orders.values()]
        .filter((order) => order.customerId === customerId)
        .map(asOfNow)
        .reverse(),
    idempotency,
    reset() {
      orders.clear()
      idempotency.clear()
    },
  }
}
