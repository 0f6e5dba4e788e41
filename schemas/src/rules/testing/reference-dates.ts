/// <reference lib="esnext.temporal" />
import type { Clock, Operator, Rule, Span } from '../types.ts'

/*
 * What dates and times mean, said a second time with Temporal: the yardstick the rule compiler's own calendar is held against.
 */

/** The instant of a date fact or value in milliseconds; a day is its local beginning; `undefined` for anything else. */
export function referenceInstant(text: unknown, { timeZone }: Pick<Clock, 'timeZone'>): number | undefined {
  if (typeof text !== 'string') return undefined
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text))
      return Temporal.PlainDate.from(text, { overflow: 'reject' }).toZonedDateTime(timeZone).epochMilliseconds
    if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text)) return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    // Of the form, but no such day.
  }
  return undefined
}

/** The window `[from, until)` a date rule speaks of. */
export function referenceWindow({ operator, value }: Rule, clock: Clock): [from: number, until: number] {
  if (typeof value === 'string') return [referenceInstant(value, clock)!, endOf(value, clock)]
  if (Array.isArray(value)) return [referenceInstant(value[0], clock)!, endOf(String(value[1]), clock)]
  return spanWindow(operator, value as Span, clock)
}

/** Minutes of a `HH:mm`; `undefined` for anything else. */
export function referenceMinutes(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) return undefined
  const { hour, minute } = Temporal.PlainTime.from(text)
  return hour * 60 + minute
}

function endOf(text: string, clock: Clock): number {
  const isDay = text.length === 10
  return isDay ? referenceInstant(Temporal.PlainDate.from(text).add({ days: 1 }).toString(), clock)! : referenceInstant(text, clock)! + 1
}

function spanWindow(operator: Operator, { amount, unit }: Span, { now, timeZone }: Clock): [number, number] {
  const instant = now.getTime()
  const isPast = operator === 'withinLast' || operator === 'olderThan'
  if (unit === 'hours') return isPast ? [instant - amount * 3_600_000, instant + 1] : [instant, instant + amount * 3_600_000 + 1]
  const today = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate()
  const beginning = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds
  if (isPast) return [beginning(today.subtract({ [unit]: amount })), instant + 1]
  return [beginning(today), beginning(today.add({ [unit]: amount }).add({ days: 1 }))]
}
