import type { Appointment, CallbackSlot } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { say, sayText, spoken } from '../say.ts'
import { soonestSlots } from '../soonest-slots.ts'
import type { ActionView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type AppointmentMove = { id: string; startsAt: string; dayText: string; timeText: string; move: ActionView }
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
  moveText?: string | undefined
  moves: AppointmentMove[]
}
export type AppointmentPayload = { items: AppointmentItem[]; advice?: TextView | undefined }

type Input = PresentInput<typeof fields, 'appointments', 'callbackSlots'>

const day = 86_400_000
/** Who does not know when one ends gives it this long. */
const usualMs = day / 12
/** A meeting that will not take place must be seen, but not for weeks. */
const cancelledAheadMs = 7 * day
const mostShown = 5
/** Times to choose from: more is no help on a phone. */
const mostMoves = 6

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

function itemView(appointment: Appointment, input: Input): AppointmentItem {
  const { id, what, status, startsAt, endsAt, topic, place } = appointment
  const { format } = input
  const { locale } = format
  const moves = movesOf(appointment, input)
  return {
    id,
    what,
    whatText: say(locale, whatTexts[what]),
    topic: topic || undefined,
    startsAt,
    endsAt,
    dayText: format.weekday(startsAt),
    timeText: timeTextOf(input, startsAt, endsAt),
    placeText: place || undefined,
    state: status,
    stateText: say(locale, stateTexts[status]),
    moveText: moves.length > 0 ? say(locale, { it: 'Sposta', en: 'Move' }) : undefined,
    moves,
  }
}

function timeTextOf({ format }: Input, startsAt: string, endsAt: string | undefined): string {
  const [from, to] = [format.time(startsAt), endsAt && format.time(endsAt)]
  return to
    ? say(format.locale, { it: `tra le ${from} e le ${to}`, en: `between ${from} and ${to}` })
    : say(format.locale, { it: `alle ${from}`, en: `at ${from}` })
}

/** The other times there are for it. What has begun, or is arranged with a shop, is not moved here. */
function movesOf(appointment: Appointment, input: Input): AppointmentMove[] {
  const { what, status, startsAt, calendar } = appointment
  if (what !== 'callback' && what !== 'technician') return []
  if (status === 'cancelled' || input.moment.isAfter(startsAt)) return []
  const others = (input.data.callbackSlots ?? []).filter(
    (slot) => (slot.what ?? 'callback') === what && slot.calendar === calendar && slot.startsAt !== startsAt,
  )
  return soonestSlots(others, mostMoves, input).map((slot) => moveView(appointment, slot, input))
}

function moveView(
  { id: appointmentId, ...appointment }: Appointment,
  { id, startsAt, endsAt }: CallbackSlot,
  input: Input,
): AppointmentMove {
  const { content, format } = input
  const { locale } = format
  const [dayText, timeText] = [format.weekday(startsAt), timeTextOf(input, startsAt, endsAt)]
  const before = `${format.weekday(appointment.startsAt)}, ${timeTextOf(input, appointment.startsAt, appointment.endsAt)}`
  return {
    id,
    startsAt,
    dayText,
    timeText,
    move: {
      __typename: 'RunMutation',
      id: `${content.id}:move:${appointmentId}:${id}`,
      label: { value: `${dayText}, ${format.time(startsAt)}\u2060–\u2060${format.time(endsAt)}`, lang: locale },
      accessibilityLabel: say(locale, { it: `Sposta a ${dayText}, ${timeText}`, en: `Move to ${dayText}, ${timeText}` }),
      confirm: {
        title: say(locale, { it: 'Spostare l’appuntamento?', en: 'Move the appointment?' }),
        body: say(locale, {
          it: `Adesso è ${before}. Diventa ${dayText}, ${timeText}. È gratis.`,
          en: `It is now ${before}. It becomes ${dayText}, ${timeText}. It is free.`,
        }),
        acceptLabel: say(locale, { it: 'Sposta', en: 'Move' }),
        cancelLabel: say(locale, { it: 'Annulla', en: 'Cancel' }),
      },
      operationId: 'moveAppointment',
      variables: [
        { name: 'appointmentId', value: appointmentId },
        { name: 'slotId', value: id },
      ],
      refreshes: input.refreshedBy('moveAppointment'),
    },
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
