import type { NetworkOutage } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { atMoment, expectedEndOf, mostUrgentOutage, outageHeadlines, type OutageState } from '../network-outage.ts'
import { say, sayText, spoken } from '../say.ts'
import type { TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type OutagePayload = {
  state: State
  headline: TextView
  body?: TextView | undefined
  services: NetworkOutage['services']
  servicesText?: string | undefined
  startsOn?: string | undefined
  startText?: string | undefined
  expectedEnd?: string | undefined
  expectedText?: string | undefined
}

type Details = Omit<OutagePayload, 'state' | 'headline' | 'body'>
type State = OutageState | 'none'
type Input = PresentInput<typeof fields, 'outages'>

export function present(input: Input): Face<OutagePayload> | LeaveOut {
  const { fields: own, format, text, action } = input
  const { locale } = format
  const found = mostUrgentOutage(input.data.outages, input.moment)
  if (!found && !own.showAllWell) return { leaveOut: 'NO_OUTAGE' }

  const state = found?.state ?? 'none'
  const headline = sayText(locale, outageHeadlines[state])
  const body = text(state === 'none' ? own.allWell : own.advice) ?? sayText(locale, bodies[state])
  const details = found ? detailsOf(found.outage, found.state, input) : nothing
  const summary = spoken(details.servicesText, details.startText, details.expectedText, body.value)
  return {
    title: headline,
    payload: { state, headline, body, ...details },
    summary,
    banner: { headline, body: { value: summary, lang: body.lang }, overlay: 'none', actions: action ? [action] : [] },
    accessibility: { label: spoken(headline.value, summary), role: state === 'known' ? 'status' : 'note', liveRegion: state === 'known' },
  }
}

const nothing: Details = { services: [] }

function detailsOf(outage: NetworkOutage, state: State, input: Input): Details {
  const { services, startsOn } = outage
  const { locale } = input.format
  const names = services.map((service) => say(locale, serviceNames[service]))
  const end = expectedEndOf(outage, input)
  return {
    services,
    servicesText: names.length > 0 ? say(locale, { it: `Riguarda: ${names.join(', ')}`, en: `Affected: ${names.join(', ')}` }) : undefined,
    startsOn,
    startText: say(locale, startTexts[state === 'planned' ? 'planned' : 'known'](atMoment(startsOn, input.format))),
    expectedEnd: end?.at,
    expectedText: end?.text,
  }
}

const bodies: Record<State, TwoLanguages> = {
  known: { it: 'Ci stiamo già lavorando: non serve chiamarci.', en: 'We are already on it: there is no need to call us.' },
  planned: { it: 'Per qualche ora il servizio potrà mancare.', en: 'For a few hours the service may be missing.' },
  solved: {
    it: 'Se qualcosa non va ancora, spegni e riaccendi il dispositivo.',
    en: 'If something still fails, switch your device off and on.',
  },
  none: { it: 'Non ci risultano guasti né lavori in corso.', en: 'We know of no faults or works.' },
}

const serviceNames: Record<NetworkOutage['services'][number], TwoLanguages> = {
  data: { it: 'internet', en: 'internet' },
  voice: { it: 'chiamate', en: 'calls' },
  sms: { it: 'SMS', en: 'texts' },
}

const startTexts: Record<'known' | 'planned', (at: TwoLanguages) => TwoLanguages> = {
  known: ({ it, en }) => ({ it: `Segnalato ${it}`, en: `Reported ${en}` }),
  planned: ({ it, en }) => ({ it: `Inizio previsto ${it}`, en: `Expected to start ${en}` }),
}
