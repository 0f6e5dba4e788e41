import type { CallbackSlot } from '@mosaic/schemas/bss'
import { callAction } from '../call-action.ts'
import type { Face, PresentInput } from '../definition.ts'
import { openingAt } from '../opening-hours.ts'
import { say, sayText, spoken } from '../say.ts'
import { soonestSlots } from '../soonest-slots.ts'
import type { ActionView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type CallUsSlot = { id: string; startsAt: string; endsAt: string; dayText: string; timeText: string; book: ActionView }
export type CallUsPayload = {
  number: TextView
  call?: ActionView | undefined
  hours?: TextView | undefined
  body?: TextView | undefined
  slotsText?: string | undefined
  slots: CallUsSlot[]
  /** Absent where the editors wrote no opening hours. */
  isOpen?: boolean | undefined
  openText?: string | undefined
  /** When it closes or opens again, where that is known. */
  turnsAt?: string | undefined
}

type Input = PresentInput<typeof fields, never, 'callbackSlots'>

const defaultCount = 4

export function present(input: Input): Face<CallUsPayload> {
  const { fields: own, content, data, format, moment, text } = input
  const { locale } = format
  // The fields' own check wants a number in a language of the brand; a brand that lost it has still its title and its slots.
  const number = text(own.number) ?? sayText(locale, { it: 'Numero non disponibile', en: 'No number' })
  const [title, body, hours] = [text(own.title) ?? sayText(locale, ownTitle), text(own.body), text(own.hours)]
  const call = callAction(content.id, number.value, locale)
  const calls = data.callbackSlots?.filter(({ what, calendar }) => what === undefined && calendar === undefined) ?? []
  const slots = soonestSlots(calls, own.count ?? defaultCount, input).map((slot) => slotView(slot, input))
  const opening = openingAt(own, moment, format)
  // Nobody answers: to be called comes before to call.
  const isClosed = opening?.isOpen === false
  const slotsText = data.callbackSlots && say(locale, slots.length === 0 ? slotTexts.none : isClosed ? slotTexts.instead : slotTexts.some)
  const times = slots.map(({ dayText, timeText }) => `${dayText} ${timeText}`)
  const summary = spoken(body?.value, opening?.text, number.value, hours?.value, slotsText, times.join(', '))
  const [toCall, toBeCalled] = [call ? [call] : [], slots.map(({ book }) => book)]
  return {
    title,
    payload: {
      number,
      call,
      hours,
      body,
      slotsText,
      slots,
      ...(opening && { isOpen: opening.isOpen, openText: opening.text, turnsAt: opening.turnsAt }),
    },
    summary,
    turnsAt: opening?.turnsAt,
    actions: isClosed ? [...toBeCalled, ...toCall] : [...toCall, ...toBeCalled],
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }
}

function slotView({ id, startsAt, endsAt }: CallbackSlot, input: Input): CallUsSlot {
  const { content, fields: own, format, text } = input
  const { locale } = format
  const dayText = format.weekday(startsAt)
  const [from, to] = [format.time(startsAt), format.time(endsAt)]
  const timeText = `${from}–${to}`
  const topic = text(own.topic)?.value
  return {
    id,
    startsAt,
    endsAt,
    dayText,
    timeText,
    book: {
      __typename: 'RunMutation',
      id: `${content.id}:book:${id}`,
      // Narrow buttons break after the day, never within the hours.
      label: { value: `${dayText}, ${from}\u2060–\u2060${to}`, lang: locale },
      accessibilityLabel: say(locale, { it: `Fatti chiamare ${dayText}, ${timeText}`, en: `Be called ${dayText}, ${timeText}` }),
      confirm: {
        title: say(locale, { it: 'Prenotare la chiamata?', en: 'Book the call?' }),
        body: say(locale, {
          it: `Ti chiamiamo noi ${dayText}, tra le ${from} e le ${to}. È gratis.`,
          en: `We call you on ${dayText}, between ${from} and ${to}. It is free.`,
        }),
        acceptLabel: say(locale, { it: 'Prenota', en: 'Book' }),
        cancelLabel: say(locale, { it: 'Annulla', en: 'Cancel' }),
      },
      operationId: 'bookCallback',
      // Nothing of a customer or his line: this tile is the same for everybody.
      variables: [{ name: 'slotId', value: id }, ...(topic ? [{ name: 'topic', value: topic }] : [])],
      refreshes: input.refreshedBy('bookCallback'),
    },
  }
}

export const ownTitle = { it: 'Parla con noi', en: 'Talk to us' }

const slotTexts = {
  some: { it: 'Oppure ti chiamiamo noi, quando vuoi tu', en: 'Or we call you, when it suits you' },
  instead: { it: 'Ti chiamiamo noi, quando vuoi tu', en: 'We call you, when it suits you' },
  none: { it: 'Al momento non ci sono orari liberi per farti chiamare.', en: 'There are no free times to be called back right now.' },
}
