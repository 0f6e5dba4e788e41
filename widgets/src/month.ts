import type { Format } from './format.ts'

/** The month of an instant as the name of a row: "Novembre", "Dicembre 2025" · "November"; with the year when it is not this year. */
export function monthText({ date }: Format, instant: string): string {
  const month = date(instant).replace(/^\d+\s+/, '')
  return month.charAt(0).toUpperCase() + month.slice(1)
}
