import type { Locale } from '@mosaic/schemas/text'
import type { CallBackTime } from './call-backs.ts'

/** The times of one day, in the customer's own hours. */
export type Day<Time extends CallBackTime = CallBackTime> = { /** yyyy-mm-dd where the customer is. */ id: string; times: readonly Time[] }

/** How many of the next ones are named when one is taken. */
const nextNamed = 3

/** Times by day, soonest first. Pure. @param timeZone of the customer; the device's when absent */
export function daysOf<Time extends CallBackTime>(times: readonly Time[], timeZone?: string): Day<Time>[] {
  const days = new Map<string, Time[]>()
  for (const time of times.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))) {
    const id = dayOf(new Date(time.startsAt), timeZone)
    days.set(id, [...(days.get(id) ?? []), time])
  }
  return [...days].map(([id, ofDay]) => ({ id, times: ofDay }))
}

/** What takes the place of one that is taken: the next after it, else the last before. Pure. */
export function nextAfter(times: readonly CallBackTime[], taken: string): readonly CallBackTime[] {
  const later = times.filter(({ startsAt }) => Date.parse(startsAt) > Date.parse(taken))
  return (later.length > 0 ? later : times.slice(-nextNamed)).slice(0, nextNamed)
}

/** "10:30", as the customer's clock says it. */
export function clockText(at: string, locale: Locale, timeZone?: string): string {
  return new Intl.DateTimeFormat(tags[locale], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(new Date(at))
}

/** Today and tomorrow by their names, the others by weekday and date: "ven 27", or in full "venerdì 27 novembre". */
export function dayText(
  at: string,
  now: Date,
  {
    locale,
    today,
    tomorrow,
    isFull = false,
    timeZone,
  }: { locale: Locale; today: string; tomorrow: string; isFull?: boolean; timeZone?: string },
): string {
  const day = dayOf(new Date(at), timeZone)
  if (day === dayOf(now, timeZone)) return today
  if (day === nextDay(dayOf(now, timeZone))) return tomorrow
  const parts = isFull ? ({ weekday: 'long', day: 'numeric', month: 'long' } as const) : ({ weekday: 'short', day: 'numeric' } as const)
  return new Intl.DateTimeFormat(tags[locale], { ...parts, timeZone }).format(new Date(at))
}

/** When a customer is called, in the given words; a call whose time is over is late. Pure. */
export function whenOf(
  { startsAt, endsAt }: CallBackTime,
  now: Date,
  {
    booked,
    late,
    ...names
  }: {
    locale: Locale
    today: string
    tomorrow: string
    booked: (day: string, from: string, until: string) => string
    late: string
    timeZone?: string
  },
): string {
  if (now.getTime() >= Date.parse(endsAt)) return late
  const clock = (at: string) => clockText(at, names.locale, names.timeZone)
  return booked(dayText(startsAt, now, { ...names, isFull: true }), clock(startsAt), clock(endsAt))
}

const tags: Record<Locale, string> = { it: 'it-IT', en: 'en-GB' }

function dayOf(at: Date, timeZone: string | undefined): string {
  // The only common locale that writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(at)
}

/** Of the calendar, not of the clock: a day may have 23 hours or 25. */
function nextDay(day: string): string {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + 1)
  return at.toISOString().slice(0, 10)
}
