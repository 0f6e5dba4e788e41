import type { TaskDelay } from '../http/types.ts'
import { slotCapacity, type SimAppointment, type SimSlot, type SlotCategory } from '../population/appointments-of.ts'
import { createIdempotency, type Idempotency } from './idempotency.ts'
import { createTasks, type Tasks } from './tasks.ts'

/** An appointment a customer made for himself. */
export type Booking = SimAppointment & { customerId: string; slotId: string; externalId?: string; lineId?: string }
type Request = Pick<Booking, 'customerId' | 'externalId' | 'topic' | 'lineId'>

/** The period in which free hours are looked for. */
export type SearchedPeriod = { from?: Date; to?: Date; category?: SlotCategory }

/** What customers booked, and what they looked for. In memory, and bounded. */
export type Appointments = {
  /** How many have booked the hour here. */
  takenOf(slotId: string): number
  /** `undefined`: the hour is taken. `others`: how many places were taken before anybody booked here. */
  book(slot: SimSlot, request: Request, others: number, delay?: TaskDelay): Booking | undefined
  /** The same appointment at another time; `undefined`: the hour is taken. Of several moves the last holds, and only it takes a place. */
  move(appointmentId: string, slot: SimSlot, others: number, delay?: TaskDelay): boolean
  /** An appointment as its moves have left it. */
  moved<Of extends SimAppointment>(appointment: Of): Of
  find(id: string): Booking | undefined
  of(customerId: string): Booking[]
  searches: Tasks<SearchedPeriod>
  idempotency: Idempotency
  reset(): void
}

type Made = Booking & { settlesAt: number; outcome: TaskDelay['outcome'] }

/** Where an appointment is moved to, and where it is until that is confirmed, or again when it fails. */
type Move = { slot: SimSlot; before: Move | undefined; settlesAt: number; outcome: TaskDelay['outcome'] }

const kept = 10_000

export function createAppointments(now: () => Date): Appointments {
  const bookings = new Map<string, Made>()
  const searches = createTasks<SearchedPeriod>(now, 'TSS')
  const idempotency = createIdempotency(kept)
  let count = 0

  const moves = new Map<string, Move>()

  const asOfNow = ({ settlesAt, outcome, ...booking }: Made): Booking => {
    const isOpen = settlesAt > now().getTime()
    return moved({ ...booking, status: isOpen ? 'initialized' : outcome === 'completed' ? 'confirmed' : 'failed' })
  }
  /** The last move that did not fail. */
  const heldMove = (id: string): Move | undefined => {
    let move = moves.get(id)
    while (move?.outcome === 'failed' && move.settlesAt <= now().getTime()) move = move.before
    return move
  }
  function moved<Of extends SimAppointment>(appointment: Of): Of {
    const move = heldMove(appointment.id)
    if (!move) return appointment
    const { id: slotId, startsAt, endsAt } = move.slot
    const isOpen = move.settlesAt > now().getTime()
    return {
      ...appointment,
      startsAt,
      endsAt,
      ...('slotId' in appointment && { slotId }),
      ...(isOpen && { status: 'initialized' as const }),
    }
  }
  const all = () => [...bookings.values()].map(asOfNow)
  const appointments: Appointments = {
    takenOf(slotId) {
      const booked = all().filter((booking) => booking.slotId === slotId && booking.status !== 'failed')
      const others = [...moves.keys()].filter((id) => !bookings.has(id) && heldMove(id)?.slot.id === slotId)
      return booked.length + others.length
    },
    move(id, slot, others, delay) {
      const before = heldMove(id)
      // Who has the place already takes no second one.
      const isOwn = before?.slot.id === slot.id || bookings.get(id)?.slotId === slot.id
      if (!isOwn && others + appointments.takenOf(slot.id) >= slotCapacity) return false
      moves.set(id, { slot, before, settlesAt: now().getTime() + (delay?.afterMs ?? 0), outcome: delay?.outcome ?? 'completed' })
      const oldest = moves.keys().next()
      if (moves.size > kept && !oldest.done) moves.delete(oldest.value)
      return true
    },
    moved,
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
      moves.clear()
      searches.reset()
      idempotency.clear()
    },
  }
  return appointments
}
