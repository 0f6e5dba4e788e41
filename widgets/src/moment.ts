import type { Horizon } from '@mosaic/schemas/rules'

/**
 * The moment a widget is drawn for. It can only be compared with: so whoever keeps what was drawn knows until when it stays true. Days and years are
 * the format's business.
 */
export type Moment = {
  /** Whether it lies after the instant (ISO 8601). */
  isAfter(instant: string): boolean
  /** Whether the instant (ISO 8601) lies before it, or at most so many milliseconds ahead. */
  isWithin(instant: string, ms: number): boolean
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
  }
}
