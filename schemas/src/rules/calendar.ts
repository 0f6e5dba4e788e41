import { MosaicError } from '../errors.ts'

/*
 * The calendar rules are asked in. A day is counted in days since 1970-01-01; an instant in milliseconds since the epoch.
 * NaN stands for "no such day" and "no such instant".
 */

const dayMs = 86_400_000
const minuteMs = 60_000

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** The local day an instant falls on. */
export function localDay(instant: number, timeZone: string): number {
  return Math.floor((instant + offsetAt(instant, timeZone)) / dayMs)
}

/** Minutes since local midnight by the clock on the wall. */
export function localMinutes(instant: number, timeZone: string): number {
  const wall = instant + offsetAt(instant, timeZone)
  return Math.floor((wall - Math.floor(wall / dayMs) * dayMs) / minuteMs)
}

/** The first instant of a local day; where clocks jump over midnight, the moment of the jump. */
export function startOfDay(day: number, timeZone: string): number {
  const { starts } = zoneOf(timeZone)
  const kept = starts.get(day)
  if (kept !== undefined) return kept
  if (starts.size >= startsKept) starts.clear()
  const start = findStart(day, timeZone)
  starts.set(day, start)
  return start
}

/** The same day of the month so many months away; the last day of that month where it is shorter. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * dayMs)
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + months
  const year = Math.floor(index / 12)
  const month = index - year * 12
  return Date.UTC(year, month, Math.min(date.getUTCDate(), daysIn(year, month))) / dayMs
}

export function weekdayOf(day: number): Weekday {
  return weekdays[(((day + 3) % 7) + 7) % 7]!
}

/** `YYYY-MM-DD` of a day. */
export function printDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** The day of a `YYYY-MM-DD`; NaN for anything else, 30 February included. */
export function parseDay(text: string): number {
  return text.length === 10 ? leadingDay(text) : NaN
}

/** The instant of an ISO 8601 text in UTC (`2026-03-05T10:30:00Z`, with or without a fraction); NaN for anything else. */
export function parseInstant(text: string): number {
  const last = text.length - 1
  if (last < 19 || last > 29 || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':' || text[last] !== 'Z') return NaN
  const hour = digits(text, 11, 13)
  const minute = digits(text, 14, 16)
  const second = digits(text, 17, 19)
  if (!(hour < 24 && minute < 60 && second < 60)) return NaN
  if (last > 19 && text[19] !== '.') return NaN
  const fraction = last > 20 ? Math.floor((digits(text, 20, last) / 10 ** (last - 20)) * 1000) : last === 19 ? 0 : NaN
  return leadingDay(text) * dayMs + hour * 3_600_000 + minute * minuteMs + second * 1000 + fraction
}

/** The text `Date` writes of an instant (`2026-03-05T10:30:00.000Z`): a home has dozens of them, many of one minute. Throws a RangeError for NaN. */
export function printInstant(instant: number): string {
  const minute = Math.floor(instant / minuteMs)
  const rest = Math.floor(instant - minute * minuteMs)
  const second = Math.floor(rest / 1_000)
  const fraction = rest - second * 1_000
  return beginningOf(minute) + (twoDigits[second] as string) + (fraction < 10 ? '.00' : fraction < 100 ? '.0' : '.') + fraction + 'Z'
}

/** Minutes since midnight of a `HH:mm`; NaN for anything else. */
export function parseTime(text: string): number {
  if (text.length !== 5 || text[2] !== ':') return NaN
  const hour = digits(text, 0, 2)
  const minute = digits(text, 3, 5)
  return hour < 24 && minute < 60 ? hour * 60 + minute : NaN
}

/** `HH:mm` of minutes since midnight. */
export function printTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** True when the runtime knows the IANA time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    zoneOf(timeZone)
    return true
  } catch {
    return false
  }
}

const beginnings = new Map<number, string>()
const beginningsKept = 4_096
const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

/** How the instants of a minute begin: `2026-03-05T10:30:`. */
function beginningOf(minute: number): string {
  let beginning = beginnings.get(minute)
  if (beginning === undefined) {
    if (beginnings.size >= beginningsKept) beginnings.clear()
    beginning = new Date(minute * minuteMs).toISOString().slice(0, -'00.000Z'.length)
    beginnings.set(minute, beginning)
  }
  return beginning
}

function leadingDay(text: string): number {
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 7) - 1
  const date = digits(text, 8, 10)
  if (text[4] !== '-' || text[7] !== '-' || !(year >= 1000 && month >= 0 && month < 12 && date >= 1)) return NaN
  return date <= daysIn(year, month) ? Date.UTC(year, month, date) / dayMs : NaN
}

/** The number written in `[from, until)`; NaN unless all of it is digits. Reads in place: this is the path of every date fact. */
function digits(text: string, from: number, until: number): number {
  let value = 0
  for (let at = from; at < until; at++) {
    const digit = text.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    value = value * 10 + digit
  }
  return value
}

function daysIn(year: number, month: number): number {
  if (month !== 1) return month === 3 || month === 5 || month === 8 || month === 10 ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

/** How far the clock on the wall is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / 1000) * 1000
  const zone = zoneOf(timeZone)
  // One request asks about its own moment several times.
  if (zone.askedAt === whole) return zone.offset
  let [year, month, day, hour, minute, second] = [0, 0, 0, 0, 0, 0]
  for (const { type, value } of zone.wallClock.formatToParts(whole)) {
    if (type === 'year') year = Number(value)
    else if (type === 'month') month = Number(value)
    else if (type === 'day') day = Number(value)
    else if (type === 'hour') hour = Number(value)
    else if (type === 'minute') minute = Number(value)
    else if (type === 'second') second = Number(value)
  }
  zone.offset = Date.UTC(year, month - 1, day, hour, minute, second) - whole
  zone.askedAt = whole
  return zone.offset
}

function findStart(day: number, timeZone: string): number {
  const midnight = day * dayMs
  const before = midnight - offsetAt(midnight - dayMs, timeZone)
  const after = midnight - offsetAt(midnight + dayMs, timeZone)
  // No clock is changed around that night.
  if (before === after) return before
  const isMidnight = (instant: number) => instant + offsetAt(instant, timeZone) === midnight
  return !isMidnight(before) && isMidnight(after) ? after : before
}

/**
 * Asking the runtime about a zone is dear, and a house speaks of few zones and few days: both are kept, and started afresh should
 * somebody try them all.
 */
type Zone = { wallClock: Intl.DateTimeFormat; starts: Map<number, number>; askedAt: number; offset: number }
const zones = new Map<string, Zone>()
const zonesKept = 64
const startsKept = 4_096

function zoneOf(timeZone: string): Zone {
  const kept = zones.get(timeZone)
  if (kept) return kept
  if (zones.size >= zonesKept) zones.clear()
  const made = { wallClock: newWallClock(timeZone), starts: new Map<number, number>(), askedAt: NaN, offset: 0 }
  zones.set(timeZone, made)
  return made
}

function newWallClock(timeZone: string): Intl.DateTimeFormat {
  const number = 'numeric'
  const parts = { year: number, month: number, day: number, hour: number, minute: number, second: number, hourCycle: 'h23' } as const
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', ...parts })
  } catch (cause) {
    const fault = {
      expected: 'an IANA time zone such as Europe/Rome',
      got: JSON.stringify(timeZone),
      fix: 'Correct the time zone of the brand.',
    }
    throw new MosaicError('unknown-time-zone', 'The time zone is not known', fault, { cause })
  }
}
