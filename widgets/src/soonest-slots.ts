import type { CallbackSlot } from '@mosaic/schemas/bss'
import type { PresentInput } from './definition.ts'
import type { Fields } from './fields.ts'

type Given = Pick<PresentInput<Fields, never>, 'moment' | 'format'>

/** The soonest hours to come, but not all of one day: whoever has no time today finds another day too. */
export function soonestSlots(slots: readonly CallbackSlot[], count: number, { moment, format }: Given): CallbackSlot[] {
  const aDay = Math.ceil(count / 2)
  const perDay = new Map<string, number>()
  const toCome = slots.filter(({ startsAt }) => !moment.isWithin(startsAt, 0))
  const spread = toCome.filter(({ startsAt }) => {
    const day = format.date(startsAt)
    perDay.set(day, (perDay.get(day) ?? 0) + 1)
    return (perDay.get(day) ?? 0) <= aDay
  })
  return spread.slice(0, count)
}
