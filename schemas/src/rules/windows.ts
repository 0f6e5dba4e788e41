import { addMonths, localDay, parseDay, parseInstant, startOfDay } from './calendar.ts'
import type { Clock, Operator, Span } from './types.ts'

/*
 * Every date operator asks where an instant lies against a window `[from, until)`.
 *
 * A rule's value that is a day (`2026-12-25`) is the window of that whole local day; one that is an instant is that instant.
 * Spans of days and months count whole local days, so a customer's "30 days" does not depend on the hour he activated:
 *
 *   withinLast N days    from local midnight N days ago up to now ("0 days": today, so far)
 *   olderThan N days     before that
 *   withinNext N days    from local midnight today to the end of the day N days ahead: what is due today is due until midnight
 *   furtherThan N days   after that
 *
 * Months go to the same day of the month, or to the last one of a shorter month. Hours are counted from now to the millisecond.
 * "Local" is the clock's time zone; a day of 23 or 25 hours is one day.
 */

/** An edge of a window, in milliseconds since the epoch, at the moment of the clock. One that `moves` keeps its distance from now; others turn with the day. */
export type Edge = ((clock: Clock) => number) & { moves?: boolean }
export type DateWindow = { from: Edge; until: Edge }

const hourMs = 3_600_000

/** The window of a day or an instant a rule names; `undefined` when the text is neither. */
export function windowOf(text: string): DateWindow | undefined {
  const day = parseDay(text)
  if (!Number.isNaN(day)) return { from: startOf(() => day), until: startOf(() => day + 1) }
  const instant = parseInstant(text)
  if (!Number.isNaN(instant)) return { from: () => instant, until: () => instant + 1 }
  return undefined
}

/** The window of a span before or after now. */
export function windowOfSpan(operator: Operator, { amount, unit }: Span): DateWindow {
  const isPast = operator === 'withinLast' || operator === 'olderThan'
  if (unit === 'hours')
    return isPast ? { from: fromNow(-amount * hourMs), until: fromNow(1) } : { from: fromNow(0), until: fromNow(amount * hourMs + 1) }
  const move = unit === 'days' ? (today: number, by: number) => today + by : addMonths
  if (isPast) return { from: startOf((today) => move(today, -amount)), until: fromNow(1) }
  return { from: startOf((today) => today), until: startOf((today) => move(today, amount) + 1) }
}

/** The instant of a date fact: an instant, or the beginning of a local day; NaN when it is neither. */
export function instantOf(fact: string, clock: Clock): number {
  if (fact.length !== 10) return parseInstant(fact)
  const day = parseDay(fact)
  return Number.isNaN(day) ? NaN : startOfDay(day, clock.timeZone)
}

function fromNow(by: number): Edge {
  return Object.assign((clock: Clock) => clock.now.getTime() + by, { moves: true })
}

/** The beginning of a local day that hangs on today: the answer holds until the day or the zone changes. */
function startOf(dayFor: (today: number) => number): Edge {
  let keptDay = NaN
  let keptZone = ''
  let edge = NaN
  return ({ now, timeZone }) => {
    const today = todayAt(now.getTime(), timeZone)
    if (today !== keptDay || timeZone !== keptZone) {
      edge = startOfDay(dayFor(today), timeZone)
      keptDay = today
      keptZone = timeZone
    }
    return edge
  }
}

/** Asking the calendar is dear, and nearly everybody asks about the same day in the same zone: the last answer is kept. */
const last = { zone: '', day: NaN, from: NaN, until: NaN }

function todayAt(instant: number, timeZone: string): number {
  if (timeZone !== last.zone || !(instant >= last.from && instant < last.until)) {
    last.day = localDay(instant, timeZone)
    last.from = startOfDay(last.day, timeZone)
    last.until = startOfDay(last.day + 1, timeZone)
    last.zone = timeZone
  }
  return last.day
}
