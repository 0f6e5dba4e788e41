import type { Appointment } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { say, sayText, spoken } from '../say.ts'
import type { TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type AppointmentItem = {
  id: string
  what: Appointment['what']
  whatText: string
  topic?: string | undefined
  startsAt: string
  endsAt?: string | undefined
  dayText: string
  timeText: string
  placeText?: string | undefined
  state: Appointment['status']
  stateText: string
}
export type AppointmentPayload = { items: AppointmentItem[]; advice?: TextView | undefined }

type Input = PresentInput<typeof fields, 'appointments'>

const day = 86_400_000
/** Who does not know when one ends gives it this long. */
const usualMs = day / 12
/** A meeting that will not take place must be seen, but not for weeks. */
const cancelledAheadMs = 7 * day
const mostShown = 5

export function present(input: Input): Face<AppointmentPayload> | LeaveOut {
  const { fields: own, data, format, text } = input
  const { locale } = format
  const shown = data.appointments.filter((appointment) => isShown(appointment, input)).slice(0, mostShown)
  if (shown.length === 0) return { leaveOut: 'NO_APPOINTMENTS' }

  const items = shown.map((appointment) => itemView(appointment, input))
  const title = text(own.title) ?? sayText(locale, items.length === 1 ? ownTitles.one : ownTitles.several)
  const advice = items.some(({ state }) => state !== 'cancelled') ? text(own.advice) : undefined
  const sentences = items.map(({ whatText, topic, dayText, timeText, placeText, stateText }) =>
    [topic ? `${whatText}: ${topic}` : whatText, `${dayText} ${timeText}`, placeText, stateText].filter(Boolean).join(', '),
  )
  const summary = spoken(...sentences, advice?.value)
  return {
    title,
    payload: { items, advice },
    summary,
    list: {
      items: items.map(({ id, whatText, topic, dayText, timeText, placeText, stateText }) => ({
        id,
        primary: topic ? `${whatText}: ${topic}` : whatText,
        secondary: [`${dayText}, ${timeText}`, placeText].filter(Boolean).join(' · '),
        value: stateText,
      })),
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

/** What is to come or under way, and what was called off but would have been soon. */
function isShown({ status, startsAt, endsAt }: Appointment, { moment, fields: own }: Input): boolean {
  if (status === 'completed') return false
  if (moment.isAfter(endsAt ?? new Date(Date.parse(startsAt) + usualMs).toISOString())) return false
  if (status === 'cancelled') return own.showCancelled !== false && moment.isWithin(startsAt, cancelledAheadMs)
  return true
}

function itemView({ id, what, status, startsAt, endsAt, topic, place }: Appointment, { format }: Input): AppointmentItem {
  const { locale } = format
  const [from, to] = [format.time(startsAt), endsAt && format.time(endsAt)]
  return {
    id,
    what,
    whatText: say(locale, whatTexts[what]),
    topic: topic || undefined,
    startsAt,
    endsAt,
    dayText: format.weekday(startsAt),
    timeText: to
      ? say(locale, { it: `tra le ${from} e le ${to}`, en: `between ${from} and ${to}` })
      : say(locale, { it: `alle ${from}`, en: `at ${from}` }),
    placeText: place || undefined,
    state: status,
    stateText: say(locale, stateTexts[status]),
  }
}

export const ownTitles = {
  one: { it: 'Il tuo appuntamento', en: 'Your appointment' },
  several: { it: 'I tuoi appuntamenti', en: 'Your appointments' },
}

const whatTexts: Record<Appointment['what'], TwoLanguages> = {
  callback: { it: 'Ti chiamiamo noi', en: 'We call you' },
  technician: { it: 'Visita del tecnico', en: 'Visit of the technician' },
  store: { it: 'Appuntamento in negozio', en: 'Appointment in the shop' },
  other: { it: 'Appuntamento', en: 'Appointment' },
}

const stateTexts: Record<Appointment['status'], TwoLanguages> = {
  requested: { it: 'In attesa di conferma', en: 'To be confirmed' },
  confirmed: { it: 'Confermato', en: 'Confirmed' },
  cancelled: { it: 'Annullato', en: 'Cancelled' },
  completed: { it: 'Concluso', en: 'Over' },
}
