import type { NetworkOutage } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Format } from './format.ts'
import type { Moment } from './moment.ts'
import { onDate, say } from './say.ts'

/** How a fault or works of the network stand: happening, to come, or just over. */
export type OutageState = 'known' | 'planned' | 'solved'

const hour = 3_600_000
/** Works further off than this worry people for nothing. */
const plannedAheadMs = 72 * hour
/** Works that say no end are taken to be over after a day. */
const plannedForMs = 24 * hour
/** So long after its end people still wonder whether it was the network. */
const solvedForMs = 12 * hour

/** A fault before works, works before good news; what is over or far off is nothing. */
export function mostUrgentOutage(
  outages: readonly NetworkOutage[],
  moment: Moment,
): { state: OutageState; outage: NetworkOutage } | undefined {
  const states = outages.map((outage) => ({ state: stateOf(outage, moment), outage }))
  for (const state of ['known', 'planned', 'solved'] as const) {
    const found = states.find((one) => one.state === state)
    if (found) return { state, outage: found.outage }
  }
  return undefined
}

/** When it should be over, as a promise: none is repeated once it was broken, and none is needed for what is over. */
export function expectedEndOf(
  { isPlanned, expectedEnd, resolvedOn }: NetworkOutage,
  { format, moment }: { format: Format; moment: Moment },
): { at: string; text: string } | undefined {
  if (!expectedEnd || resolvedOn || moment.isAfter(expectedEnd)) return undefined
  const { it, en } = atMoment(expectedEnd, format)
  const texts = isPlanned
    ? { it: `Fine prevista ${it}`, en: `Expected to end ${en}` }
    : { it: `Ripristino previsto ${it}`, en: `Expected to be fixed ${en}` }
  return { at: expectedEnd, text: say(format.locale, texts) }
}

/** "il 22 novembre alle 18:30" · "on 22 November at 18:30". */
export function atMoment(instant: string, format: Format): TwoLanguages {
  const [date, time] = [format.date(instant), format.time(instant)]
  return { it: `${onDate('it', date)} alle ${time}`, en: `${onDate('en', date)} at ${time}` }
}

export const outageHeadlines: Record<OutageState | 'none', TwoLanguages> = {
  known: { it: 'C’è un guasto nella tua zona', en: 'There is a fault in your area' },
  planned: { it: 'Lavori sulla rete nella tua zona', en: 'Network works in your area' },
  solved: { it: 'Il guasto nella tua zona è risolto', en: 'The fault in your area is fixed' },
  none: { it: 'La rete nella tua zona funziona', en: 'The network in your area works' },
}

function stateOf({ isPlanned, startsOn, expectedEnd, resolvedOn }: NetworkOutage, moment: Moment): OutageState | undefined {
  if (resolvedOn) return !isPlanned && !moment.isAfter(plus(resolvedOn, solvedForMs)) ? 'solved' : undefined
  if (!isPlanned) return 'known'
  const isOver = moment.isAfter(expectedEnd ?? plus(startsOn, plannedForMs))
  return !isOver && moment.isWithin(startsOn, plannedAheadMs) ? 'planned' : undefined
}

function plus(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString()
}
