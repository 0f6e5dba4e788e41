import { text } from './values.ts'

const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:\s*[T ]\s*(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*Z?$/i
const yearOfFourDigits = '2026-11-22T09:30:00.000Z'.length

/**
 * A moment as ISO 8601 in UTC. Takes what real systems write: blanks ("2019-07-03 T04:00"), no seconds, no zone (then UTC),
 * offsets with or without a colon, a date alone (then its midnight in UTC). `undefined` for what is no date, like 31 February.
 */
export function instant(value: unknown): string | undefined {
  const written = text(value)
  // Most write it as it is read.
  if (written?.length === yearOfFourDigits && written.endsWith('Z') && isAsWritten(written)) return written
  const parts = written?.match(pattern)
  if (!parts) return undefined
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = parts
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.replace(/^(.\d{2}):?(\d{2})$/, '$1:$2')
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`)
  if (Number.isNaN(date.getTime()) || !isRealDay(Number(year), Number(month), Number(day))) return undefined
  const read = date.toISOString()
  // An offset can lead out of the four digits of the years that are written.
  return read.length === yearOfFourDigits ? read : undefined
}

function isAsWritten(written: string): boolean {
  const date = new Date(written)
  return !Number.isNaN(date.getTime()) && date.toISOString() === written
}

/** The calendar day of a date or a date-time, as written: a birthday has no zone. */
export function calendarDay(value: unknown): string | undefined {
  return instant(value) && text(value)?.slice(0, 10)
}

/** Date accepts 31 February and moves on to March; a reader must not. */
function isRealDay(year: number, month: number, day: number): boolean {
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
