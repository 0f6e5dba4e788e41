import type { SimTicket } from '../population/tickets-of.ts'
import { createIdempotency, type Idempotency } from './idempotency.ts'

/** A ticket that was opened from outside, for a customer or by him. */
export type OpenedTicket = SimTicket & {
  customerId: string
  description: string
  severity: string
  ticketType: string
  externalId?: string
}

/** The tickets opened since the start. In memory, and bounded: the oldest are forgotten. */
export type Tickets = {
  open(ticket: Omit<OpenedTicket, 'id' | 'status'>): OpenedTicket
  find(id: string): OpenedTicket | undefined
  of(customerId: string): OpenedTicket[]
  idempotency: Idempotency
  reset(): void
}

const kept = 10_000

export function createTickets(): Tickets {
  const tickets = new Map<string, OpenedTicket>()
  const idempotency = createIdempotency(kept)
  let count = 0
  return {
    open(ticket) {
      const opened = { ...ticket, id: `TT-N${String(++count).padStart(6, '0')}`, status: 'acknowledged' as const }
      tickets.set(opened.id, opened)
      const oldest = tickets.keys().next()
      if (tickets.size > kept && !oldest.done) tickets.delete(oldest.value)
      return opened
    },
    find: (id) => tickets.get(id),
    of: (customerId) => [...tickets.values()].filter((ticket) => ticket.customerId === customerId),
    idempotency,
    reset() {
      tickets.clear()
      idempotency.clear()
    },
  }
}
