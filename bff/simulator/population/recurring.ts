export const periods = ['weekly', 'fortnightly', 'monthly'] as const
export type Period = (typeof periods)[number]

const day = 86_400_000

/** When something that began then and repeats comes for the nth time. A month without such a day ends early, as calendars do. */
export function occurrence(start: Date, period: Period, nth: number): Date {
  if (period !== 'monthly') return new Date(start.getTime() + nth * (period === 'weekly' ? 7 : 14) * day)
  const at = new Date(start)
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() + nth)
  const daysInMonth = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  at.setUTCDate(Math.min(start.getUTCDate(), daysInMonth))
  return at
}

/** How often it has come, up to and with the moment. */
export function occurrencesUntil(start: Date, period: Period, until: Date): number {
  let count = 0
  while (occurrence(start, period, count + 1) <= until) count++
  return count
}
