import type { TaskDelay } from '../http/types.ts'
import { slotCapacity, type SimAppointment, type SimSlot } from '../population/appointments-of.ts'
import { createIdempotency, type Idempotency } from './idempotency.ts'
import { createTasks, type Tasks } from './tasks.ts'

/** An appointment a customer made for himself. */
export type Booking = SimAppointment & { customerId: string; slotId: string; externalId?: string; lineId?: string }
type Request = Pick<Booking, 'customerId' | 'externalId' | 'topic' | 'lineId'>

/** The period in which free hours are looked for. */
export type SearchedPeriod = { from?: Date; to?: Date }

/** What customers booked, and what they looked for. In memory, and bounded. */
export type Appointments = {
  /** How many have booked the hour here. */
  takenOf(slotId: string): number
  /** `undefined`: the hour is taken. `others`: how many places were taken before anybody booked here. */
  book(slot: SimSlot, request: Request, others: number, delay?: TaskDelay): Booking | undefined
  find(id: string): Booking | undefined
  of(customerId: string): Booking[]
  searches: Tasks<SearchedPeriod>
  idempotency: Idempotency
  reset(): void
}

type Made = Booking & { settlesAt: number; outcome: TaskDelay['outcome'] }

const kept = 10_000

export function createAppointments(now: () => Date): Appointments {
  const bookings = new Map<string, Made>()
  const searches = createTasks<SearchedPeriod>(now, 'TSS')
  const idempotency = createIdempotency(kept)
  let count = 0

  const asOfNow = ({ settlesAt, outcome, ...booking }: Made): Booking => {
    const isOpen = settlesAt > now().getTime()
    return { ...booking, status: isOpen ? 'initialized' : outcome === 'completed' ? 'confirmed' : 'failed' }
  }
  const all = () => [...bookings.values()].map(asOfNow)
  const appointments: Appointments = {
    takenOf: (slotId) => all().filter((booking) => booking.slotId === slotId && booking.status !== 'failed').length,
    book(slot, request, others, delay) {
      if (others + appointments.takenOf(slot.id) >= slotCapacity) return undefined
      const at = now()
      const booking = {
        ...request,
        id: `AP-B${String(++count).padStart(6, '0')}`,
        category: 'callback' as const,
        status: 'initialized' as const,
        slotId: slot.id,
        startsAt: slot.startsAt,
        endsAt: slot.endsAt,
        madeOn: at,
        settlesAt: at.getTime() + (delay?.afterMs ?? 0),
        outcome: delay?.outcome ?? ('completed' as const),
      }
      bookings.set(booking.id, booking)
      const oldest = bookings.keys().next()
      if (bookings.size > kept && !oldest.done) bookings.delete(oldest.value)
      return asOfNow(booking)
    },
    find(id) {
      const booking = bookings.get(id)
      return booking && asOfNow(booking)
    },
    of: (customerId) => all().filter((booking) => booking.customerId === customerId),
    searches,
    idempotency,
    reset() {
      bookings.clear()
      searches.reset()
      idempotency.clear()
    },
  }
  return appointments
}
