import type { MethodResult } from '../../bss/index.ts'
import { localDay } from '../calendar.ts'
import type { Clock } from '../types.ts'
import { fromBss, group, option, type CatalogueEntry } from './define.ts'

type Outage = MethodResult<'outages'>[number]
type Order = MethodResult<'orders'>[number]

/** What is looked at when something does not work, and what is being done about it already. */
export const helpAttributes: readonly CatalogueEntry[] = group({ it: 'Assistenza', en: 'Help' }, [
  fromBss('outages', {
    name: 'outage.isKnown',
    type: 'boolean',
    label: { it: 'Guasto in corso nella zona', en: 'Known fault in the area' },
    wording: {
      noun: { it: 'un guasto nella zona', en: 'a fault in the area' },
      whenTrue: { it: 'nella zona c’è un guasto in corso', en: 'there is a known fault in the area' },
      whenFalse: { it: 'nella zona non risultano guasti', en: 'there is no known fault in the area' },
    },
    read: (outages) => outages.some(({ isPlanned, resolvedOn }) => !isPlanned && resolvedOn === undefined),
  }),
  fromBss('outages', {
    name: 'outage.isPlanned',
    type: 'boolean',
    label: { it: 'Lavori in programma oggi', en: 'Works planned today' },
    wording: {
      noun: { it: 'i lavori in programma nella zona', en: 'works planned in the area' },
      whenTrue: { it: 'nella zona oggi ci sono lavori in programma', en: 'works are planned in the area today' },
      whenFalse: { it: 'nella zona oggi non ci sono lavori in programma', en: 'no works are planned in the area today' },
    },
    read: (outages, { context }) => outages.some((outage) => isPlannedToday(outage, context.clock)),
  }),
  fromBss('sim', {
    name: 'sim.state',
    type: 'string',
    label: { it: 'Stato della SIM', en: 'State of the SIM' },
    options: [
      option('active', 'Attiva', 'Active'),
      option('blocked', 'Bloccata', 'Blocked'),
      option('replacing', 'In sostituzione', 'Being replaced'),
      option('toInstall', 'Da installare', 'To be installed'),
    ],
    wording: { noun: { it: 'la SIM', en: 'the SIM' } },
    read: (sim) => sim.state,
  }),
  fromBss('tickets', {
    name: 'tickets.open',
    type: 'number',
    label: { it: 'Segnalazioni aperte', en: 'Open reports' },
    wording: { noun: { it: 'il numero di segnalazioni aperte', en: 'the number of open reports' } },
    read: (tickets, { lineId }) => tickets.filter((ticket) => ticket.status !== 'solved' && isOfLine(ticket, lineId)).length,
  }),
  fromBss('orders', {
    name: 'orders.pending',
    type: 'number',
    label: { it: 'Ordini in corso', en: 'Orders under way' },
    wording: { noun: { it: 'il numero di ordini in corso', en: 'the number of orders under way' } },
    read: (orders, { lineId }) => orders.filter((order) => isUnderWay(order) && isOfLine(order, lineId)).length,
  }),
])

/** By the day alone, so that the answer does not turn from one minute to the next. */
function isPlannedToday({ isPlanned, resolvedOn, startsOn, expectedEnd }: Outage, { now, timeZone }: Clock): boolean {
  if (!isPlanned || resolvedOn !== undefined) return false
  const dayOf = (instant: string) => localDay(Date.parse(instant), timeZone)
  const today = localDay(now.getTime(), timeZone)
  return dayOf(startsOn) <= today && (expectedEnd === undefined || dayOf(expectedEnd) >= today)
}

function isUnderWay({ state }: Order): boolean {
  return state === 'acknowledged' || state === 'inProgress' || state === 'held' || state === 'pending'
}

/** What names no line is about all of them. */
function isOfLine({ lineId }: { lineId?: string | undefined }, wanted: string | undefined): boolean {
  return lineId === undefined || lineId === wanted
}
