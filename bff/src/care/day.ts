import type { ReleaseEngine } from '../release/engine.ts'

/** The day of a moment where a brand is at home, as `2026-03-05`: what a day's register, links and reports are found by. */
export type DayOf = (brand: string, at: Date) => string

/** By the clocks of the brands that are live; by universal time for the others. */
export function createDayOf(engine: Pick<ReleaseEngine, 'get'>): DayOf {
  return (brand, at) => dayIn(engine.get(brand)?.brand.timeZone ?? 'UTC', at)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function dayIn(timeZone: string, at: Date): string {
  let clock = clocks.get(timeZone)
  // Canada writes dates as ISO 8601 does.
  if (!clock)
    clocks.set(timeZone, (clock = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })))
  return clock.format(at)
}
