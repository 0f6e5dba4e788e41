type Hours = readonly { day: number; opens: string; closes: string }[]

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Whether a shop is open, by its hours on its own clock (IANA; without one the device's). */
export function isOpenAt(hours: Hours, timeZone: string | null | undefined, now: Date): boolean {
  const parts = formatterOf(timeZone ?? undefined).formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? ''
  const day = weekdays.indexOf(part('weekday')) + 1
  const time = `${part('hour')}:${part('minute')}`
  return hours.some((each) => each.day === day && each.opens <= time && time < each.closes)
}

/** Costly to build, and there are few zones. */
const formatters = new Map<string | undefined, Intl.DateTimeFormat>()

function formatterOf(timeZone: string | undefined): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    const options = { weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...(timeZone && { timeZone }) } as const
    formatters.set(timeZone, (formatter = new Intl.DateTimeFormat('en-GB', options)))
  }
  return formatter
}
