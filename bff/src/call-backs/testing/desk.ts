import { createMetrics } from '../../metrics.ts'
import type { Shelf } from '../../store/contract.ts'
import { createCallBacks } from '../call-backs.ts'
import type { CallBack, CallBacks } from '../contract.ts'
import type { Calendar } from '../hours.ts'

/** Every day, two slots of an hour with three places each, by universal time. */
export const smallCalendar: Calendar = {
  timeZone: 'UTC',
  slotMinutes: 60,
  hours: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '10:00', until: '12:00', capacity: 3 })),
  holidays: [],
}

/** A Thursday, two hours before the first slot. */
export const morning = Date.parse('2026-03-05T08:00:00Z')
export const firstSlot = new Date('2026-03-05T10:00:00Z')
export const secondSlot = new Date('2026-03-05T11:00:00Z')

/** Call-backs on a shelf, at a moment and with hours that the test may change. */
export function createDesk(shelf: Shelf) {
  const world: { now: number; calendar: Calendar | undefined; told: CallBack[] } = { now: morning, calendar: smallCalendar, told: [] }
  const metrics = createMetrics()
  const callBacks: CallBacks = createCallBacks({
    shelf,
    calendarOf: (brand) => (brand === 'aurora' ? world.calendar : undefined),
    dayOf: (_brand, at) => at.toISOString().slice(0, 10),
    now: () => world.now,
    metrics,
    told: (callBack) => void world.told.push(callBack),
  })
  return { world, metrics, callBacks }
}

export function wantedBy(customerId: string, startsAt = firstSlot): Parameters<CallBacks['book']>[1] {
  return {
    brand: 'aurora',
    customerId,
    lineId: `${customerId}-1`,
    msisdn: '+393990000001',
    topic: 'La mia fattura',
    context: { handOverId: 'H-1', said: ['Pago di più'] },
    startsAt,
    endsAt: startsAt,
  }
}
