import { plusDays } from './dates.ts'
import { createRandom } from './random.ts'
import type { SimCustomer } from './types.ts'

export type AppointmentStatus = 'initialized' | 'confirmed' | 'cancelled' | 'completed' | 'failed'

/** Somebody of the operator's and a customer at the same time, in a place or on the telephone. */
export type SimAppointment = {
  id: string
  category: 'callback' | 'technicianVisit' | 'store'
  status: AppointmentStatus
  startsAt: Date
  endsAt: Date
  place?: string
  topic?: string
  madeOn: Date
}

/** One hour in which so many customers can be called back, or some hours in which so many can be visited. */
export type SimSlot = { id: string; startsAt: Date; endsAt: Date }

/** What has hours to choose from. */
export type SlotCategory = 'callback' | 'technicianVisit'

export const slotCapacity = 3
const bookableDays = 5
/** Beginnings, in UTC: from nine or ten in the morning to six in the evening in Italy. */
const slotPlans = {
  callback: { prefix: 'TS', hours: [8, 9, 10, 11, 12, 13, 14, 15], lasts: 1 },
  technicianVisit: { prefix: 'TV', hours: [7, 11, 14], lasts: 3 },
} as const satisfies Record<SlotCategory, { prefix: string; hours: readonly number[]; lasts: number }>

/** The hours of the next working days in which the operator calls back or comes, from `today` on. */
export function slotsFrom(today: Date, category: SlotCategory = 'callback'): SimSlot[] {
  const { prefix, hours, lasts } = slotPlans[category]
  return Array.from({ length: bookableDays }, (_, day) => plusDays(today, day))
    .filter((day) => day.getUTCDay() % 6 !== 0)
    .flatMap((day) => hours.map((hour) => slotAt(prefix, plusDays(day, 0, hour), lasts)))
}

/** How many others have taken the hour already. */
export function takenByOthers(seed: number, { id }: SimSlot): number {
  const share = createRandom(seed, `slots-${id}`).next()
  return share < 0.6 ? 0 : share < 0.75 ? 1 : share < 0.85 ? 2 : slotCapacity
}

function slotAt(prefix: string, startsAt: Date, lasts: number): SimSlot {
  return { id: `${prefix}-${startsAt.toISOString().slice(0, 13).replaceAll(/[-T]/g, '')}`, startsAt, endsAt: plusDays(startsAt, 0, lasts) }
}

type Plan = Pick<SimAppointment, 'category' | 'status' | 'topic'> & { inDays: number; hour: number; hours: number }

const personas: Readonly<Record<string, readonly Plan[]>> = {
  'C-0002': [{ category: 'store', status: 'confirmed', topic: 'Ritiro della nuova SIM', inDays: 2, hour: 9, hours: 1 }],
  'C-0005': [{ category: 'callback', status: 'confirmed', topic: 'Router dell’ufficio', inDays: 1, hour: 8, hours: 1 }],
  'C-0011': [{ category: 'technicianVisit', status: 'confirmed', topic: 'Controllo della linea di casa', inDays: 1, hour: 8, hours: 3 }],
  'C-0015': [{ category: 'technicianVisit', status: 'cancelled', topic: 'Sostituzione del router', inDays: 3, hour: 13, hours: 2 }],
}

const drawnPlans = [
  { category: 'technicianVisit', status: 'confirmed', topic: 'Installazione', inDays: 4, hour: 7, hours: 4 },
  { category: 'store', status: 'initialized', inDays: 6, hour: 10, hours: 1 },
  { category: 'callback', status: 'completed', inDays: -3, hour: 14, hours: 1 },
] as const satisfies readonly Plan[]

/** What a customer has arranged besides what he books himself, as of `today`. Soonest first. */
export function appointmentsOf(seed: number, customer: SimCustomer, today: Date): SimAppointment[] {
  const plans = customer.isPersona ? (personas[customer.id] ?? []) : drawn(seed, customer)
  return plans.map(({ inDays, hour, hours, ...plan }, index) => {
    const startsAt = plusDays(today, inDays, hour)
    const place = placeOf(plan.category, customer)
    return {
      ...plan,
      id: `AP-${customer.id.slice(2)}-${index + 1}`,
      startsAt,
      endsAt: plusDays(startsAt, 0, hours),
      ...(place !== undefined && { place }),
      madeOn: plusDays(today, Math.min(inDays, 0) - 2, 10),
    }
  })
}

function placeOf(category: SimAppointment['category'], { street, city }: SimCustomer): string | undefined {
  return category === 'technicianVisit' ? `${street}, ${city}` : category === 'store' ? `Negozio Aurora, ${city}` : undefined
}

function drawn(seed: number, { id }: SimCustomer): readonly Plan[] {
  const random = createRandom(seed, `appointments-${id}`)
  return random.chance(0.12) ? [random.pick(drawnPlans)] : []
}
