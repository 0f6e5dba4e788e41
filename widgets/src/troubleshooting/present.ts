import type { Ticket } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { linkAction } from '../actions.ts'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { expectedEndOf, mostUrgentOutage, outageHeadlines, type OutageState } from '../network-outage.ts'
import { onDate, say, sayText, spoken } from '../say.ts'
import type { ActionView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type TroubleshootingOutage = { state: OutageState; headline: string; text: string }
export type TroubleshootingTicket = { id: string; title: string; state: Ticket['status']; stateText: string; whenText: string }
export type TroubleshootingTopic = { id: string; icon: string; open: ActionView }
export type TroubleshootingPayload = {
  body?: TextView | undefined
  known?: TroubleshootingOutage | undefined
  tickets: TroubleshootingTicket[]
  topics: TroubleshootingTopic[]
}

type Input = PresentInput<typeof fields, never, 'outages' | 'tickets'>

/** Whoever reported more sees the newest: the page is there for what to do now. */
const mostTickets = 3

export function present(input: Input): Face<TroubleshootingPayload> | LeaveOut {
  const { fields: own, content, format, text } = input
  const topics = own.topics.flatMap(({ icon, link }, index): TroubleshootingTopic[] => {
    const id = `${content.id}:${index + 1}`
    const open = linkAction(id, link, text)
    return open ? [{ id, icon, open }] : []
  })
  const known = knownOutage(input)
  const tickets = openTickets(input).map((ticket) => ticketView(ticket, input))
  if (topics.length === 0 && !known && tickets.length === 0) return { leaveOut: 'NOTHING_TO_SAY' }

  const title = text(own.title) ?? sayText(format.locale, ownTitle)
  const body = text(own.body)
  const summary = spoken(
    known && spoken(known.headline, known.text),
    ...tickets.map(({ title: what, stateText, whenText }) => [what, stateText, whenText].join(', ')),
    body?.value,
    topics.map(({ open }) => open.label.value).join(', '),
  )
  return {
    title,
    payload: { body, known, tickets, topics },
    summary,
    actions: topics.map(({ open }) => open),
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }
}

/** The first thing to know: no cable need be pulled while the network is down. Where it is not asked for, or nobody answers, nothing is said of it. */
function knownOutage(input: Input): TroubleshootingOutage | undefined {
  const found = input.data.outages && mostUrgentOutage(input.data.outages, input.moment)
  if (!found) return undefined
  const { locale } = input.format
  return {
    state: found.state,
    headline: say(locale, outageHeadlines[found.state]),
    text: expectedEndOf(found.outage, input)?.text ?? say(locale, outageTexts[found.state]),
  }
}

function openTickets({ data: { tickets = [] } }: Input): Ticket[] {
  return tickets.filter(({ status }) => status !== 'solved').slice(0, mostTickets)
}

function ticketView({ id, title, status, openedOn, expectedOn }: Ticket, { format, moment }: Input): TroubleshootingTicket {
  const { locale } = format
  const isPromised = status === 'open' && expectedOn !== undefined && !moment.isAfter(expectedOn)
  const [opened, expected] = [format.date(openedOn), isPromised ? format.date(expectedOn) : undefined]
  return {
    id,
    title,
    state: status,
    stateText: say(locale, stateTexts[status]),
    whenText: expected
      ? say(locale, { it: `risposta prevista ${onDate('it', expected)}`, en: `answer expected ${onDate('en', expected)}` })
      : say(locale, { it: `segnalato ${onDate('it', opened)}`, en: `reported ${onDate('en', opened)}` }),
  }
}

export const ownTitle = { it: 'Qualcosa non funziona?', en: 'Is something not working?' }

const outageTexts: Record<OutageState, TwoLanguages> = {
  known: { it: 'Ci stiamo già lavorando: non serve chiamarci.', en: 'We are already on it: there is no need to call us.' },
  planned: { it: 'Per qualche ora il servizio potrà mancare.', en: 'For a few hours the service may be missing.' },
  solved: { it: 'Se qualcosa non va ancora, riavvia il dispositivo.', en: 'If something still fails, restart your device.' },
}

const stateTexts: Record<Ticket['status'], TwoLanguages> = {
  open: { it: 'Ci stiamo lavorando', en: 'We are on it' },
  waiting: { it: 'Aspettiamo una tua risposta', en: 'We wait for your answer' },
  solved: { it: 'Risolto', en: 'Solved' },
}
