import type { Locale } from '@mosaic/schemas/text'
import { nextQuarter } from './quarter.ts'
import type { Visit } from './visit.ts'

export type Greeting = { value: string; lang: Locale }

type Part = 'morning' | 'afternoon' | 'evening'
const hello: Record<Locale, Record<Part, string>> = {
  it: { morning: 'Buongiorno', afternoon: 'Buon pomeriggio', evening: 'Buonasera' },
  en: { morning: 'Good morning', afternoon: 'Good afternoon', evening: 'Good evening' },
}

/** "Buongiorno, Anna": by the clock of the brand's country; a person by the first name, an organization by its whole one. */
export function greet({ session, locale, release, now }: Visit): Greeting {
  const greeting = hello[locale][partOfDay(hourIn(release.brand.timeZone, now))]
  const name = session.partyType === 'individual' ? session.name.trim().split(/\s+/)[0] : session.name.trim()
  return { value: name ? `${greeting}, ${name}` : greeting, lang: locale }
}

function partOfDay(hour: number): Part {
  if (hour >= 5 && hour < 13) return 'morning'
  return hour >= 13 && hour < 18 ? 'afternoon' : 'evening'
}

const clocks = new Map<string, { clock: Intl.DateTimeFormat; quarter: number; hour: number }>()

/** The clock is asked once a quarter of an hour, which no hour begins in the middle of. */
function hourIn(timeZone: string, now: Date): number {
  let known = clocks.get(timeZone)
  if (!known) {
    const clock = new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' })
    clocks.set(timeZone, (known = { clock, quarter: Number.NaN, hour: 0 }))
  }
  const quarter = nextQuarter(now)
  if (known.quarter !== quarter) Object.assign(known, { quarter, hour: Number(known.clock.format(now)) })
  return known.hour
}
