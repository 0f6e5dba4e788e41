const dayMs = 86_400_000

/** Whether it is a day of the calendar, as 2026-03-05. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
}

/** Days of the calendar, the first among them. */
export function daysFrom(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => new Date(Date.parse(first) + n * dayMs).toISOString().slice(0, 10))
}

/** How many days from one to another, both among them; less than one when they are the wrong way round. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1
}
