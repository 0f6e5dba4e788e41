import { daysOf, type Day } from '../../../home/src/call-back/times.ts'

/** How many are called back in a period, of how many who can be; instants in ISO 8601. */
export type Load = { startsAt: string; endsAt: string; booked: number; capacity: number }
export type LoadOfDay = Day<Load> & { booked: number; capacity: number }

/** The load of each day, soonest first. Pure. @param timeZone the device's when absent */
export function loadByDay(loads: readonly Load[], timeZone?: string): LoadOfDay[] {
  return daysOf(loads, timeZone).map((day) => ({ ...day, booked: sumOf(day, 'booked'), capacity: sumOf(day, 'capacity') }))
}

function sumOf({ times }: Day<Load>, what: 'booked' | 'capacity'): number {
  return times.reduce((sum, time) => sum + time[what], 0)
}
