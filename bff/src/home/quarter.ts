/** In every time zone there is, hours, days and years begin on a full quarter of an hour: inside one, nothing turns with the calendar. */
const quarterMs = 15 * 60_000

/** The beginning of the quarter of an hour a moment lies in. */
export function quarterOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / quarterMs) * quarterMs)
}

/** Where the next one begins: epoch milliseconds. */
export function nextQuarter(now: Date): number {
  return (Math.floor(now.getTime() / quarterMs) + 1) * quarterMs
}
