import { localDay, startOfDay } from '@mosaic/schemas/calendar'
import type { Horizon } from '@mosaic/schemas/rules'

/**
 * The moment a widget is drawn for. It can only be compared with, or asked for its day: so whoever keeps what was drawn knows until when it stays true. How
 * days and years are written is the format's business.
 */
export type Moment = {
  /** Whether it lies after the instant (ISO 8601). */
  isAfter(instant: string): boolean
  /** Whether the instant (ISO 8601) lies before it, or at most so many milliseconds ahead. */
  isWithin(instant: string, ms: number): boolean
  /** The day it lies on by the clocks of a time zone, counted from 1970-01-01. */
  dayIn(timeZone: string): number
}

/** @param horizon told when one of the comparisons would turn. */
export function createMoment(now: Date, horizon?: Horizon): Moment {
  const at = now.getTime()
  /** The first millisecond at which an answer is another. */
  const turnsAt = (moment: number) => {
    if (horizon && moment > at && moment < horizon.until) horizon.until = moment
  }
  return {
    isAfter(instant) {
      const other = Date.parse(instant)
      turnsAt(other + 1)
      return at > other
    },
    isWithin(instant, ms) {
      const from = Date.parse(instant) - ms
      turnsAt(from)
      return at >= from
    },
    dayIn(timeZone) {
      const day = localDay(at, timeZone)
      turnsAt(startOfDay(day + 1, timeZone))
      return day
    },
  }
}
