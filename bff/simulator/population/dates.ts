export const dayMs = 86_400_000

/** Midnight UTC of the day of `at`: what every date of the population is counted from, so that dates hold still within a day. */
export function startOfDay(at: Date): Date {
  return new Date(Math.floor(at.getTime() / dayMs) * dayMs)
}

/** `days` after `at` (before it, when negative), at the given hour UTC. */
export function plusDays(at: Date, days: number, hour = 0): Date {
  return new Date(at.getTime() + days * dayMs + hour * 3_600_000)
}

/** The same day of the month, `months` earlier; the last day of a shorter month. */
export function minusMonths(at: Date, months: number): Date {
  const result = new Date(at)
  result.setUTCDate(1)
  result.setUTCMonth(result.getUTCMonth() - months)
  const lastDay = new Date(Date.UTC(result.getUTCFullYear(), result.getUTCMonth() + 1, 0)).getUTCDate()
  result.setUTCDate(Math.min(at.getUTCDate(), lastDay))
  return result
}
