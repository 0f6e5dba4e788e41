/// <reference lib="esnext.temporal" />
import type { BrandCare } from '@mosaic/schemas/release'

/** When a brand calls back: hours by its own clocks. */
export type Calendar = Pick<BrandCare, 'hours' | 'holidays' | 'slotMinutes'> & { timeZone: string }

/** A period of a calendar, and how many customers can be called in it. */
export type OpenSlot = { startsAt: Date; endsAt: Date; capacity: number }

/** In milliseconds: sooner nobody could get ready for it. */
const noticeMs = 15 * 60_000

/**
 * The periods in which somebody can call, soonest first, from a quarter of an hour after `from` on, on that day and the days after it. Hours are what clocks on
 * the wall show: a period that clocks leap over in spring is not there, one they show twice in autumn is there once.
 * @param days how many days, today among them
 */
export function slotsOf(calendar: Calendar, from: Date, days: number): OpenSlot[] {
  const earliest = from.getTime() + noticeMs
  const today = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(calendar.timeZone).toPlainDate()
  const slots = Array.from({ length: days }, (_, day) => slotsOfDay(calendar, today.add({ days: day }))).flat()
  return slots.filter(({ startsAt }) => startsAt.getTime() >= earliest)
}

function slotsOfDay({ hours, holidays, slotMinutes, timeZone }: Calendar, day: Temporal.PlainDate): OpenSlot[] {
  if (holidays.includes(day.toString())) return []
  const slots = new Map<number, OpenSlot>()
  for (const { from, until, capacity } of hours.filter((one) => one.day === day.dayOfWeek))
    for (let minute = minutesOf(from); minute + slotMinutes <= minutesOf(until); minute += slotMinutes) {
      const startsAt = momentOf(day, minute, timeZone)
      // Hours that overlap are not added up: there is one desk.
      if (startsAt !== undefined && (slots.get(startsAt)?.capacity ?? 0) < capacity)
        slots.set(startsAt, { startsAt: new Date(startsAt), endsAt: new Date(startsAt + slotMinutes * 60_000), capacity })
    }
  return [...slots.values()].toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
}

function minutesOf(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number)
  return (hour ?? 0) * 60 + (minute ?? 0)
}

/** Epoch milliseconds; `undefined` for a time that no clock shows on that day. */
function momentOf(day: Temporal.PlainDate, minute: number, timeZone: string): number | undefined {
  const wall = day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const moment = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  return moment.toPlainDateTime().equals(wall) ? moment.epochMilliseconds : undefined
}
