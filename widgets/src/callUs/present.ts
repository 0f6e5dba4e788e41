import type { CallbackSlot } from '@mosaic/schemas/bss'
import { callAction } from '../call-action.ts'
import type { Face, PresentInput } from '../definition.ts'
import { refreshedBy } from '../refreshed-by.ts'
import { say, sayText, spoken } from '../say.ts'
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
}

type Input = PresentInput<typeof fields, 'callbackSlots'>

const defaultCount = 4

export function present(input: Input): Face<CallUsPayload> {
  const { fields: own, content, data, format, text } = input
  const { locale } = format
  // The fields' own check wants a number in a language of the brand; a brand that lost it has still its title and its slots.
  const number = text(own.number) ?? sayText(locale, { it: 'Numero non disponibile', en: 'No number' })
  const [title, body, hours] = [text(own.title) ?? sayText(locale, ownTitle), text(own.body), text(own.hours)]
  const call = callAction(content.id, number.value, locale)
  const isAsked = own.offerCallback !== false
  const slots = isAsked ? chosen(data.callbackSlots, own.count ?? defaultCount, input).map((slot) => slotView(slot, input)) : []
  const slotsText = isAsked ? say(locale, slots.length > 0 ? slotTexts.some : slotTexts.none) : undefined
  const times = slots.map(({ dayText, timeText }) => `${dayText} ${timeText}`)
  const summary = spoken(body?.value, number.value, hours?.value, slotsText, times.join(', '))
  return {
    title,
    payload: { number, call, hours, body, slotsText, slots },
    summary,
    actions: [...(call ? [call] : []), ...slots.map(({ book }) => book)],
    accessibility: { label: spoken(title.value, summary), role: 'group', liveRegion: false },
  }
}

/** The soonest hours to come, but not all of one day: whoever has no time today finds another day too. */
function chosen(slots: readonly CallbackSlot[], count: number, { moment, format }: Input): CallbackSlot[] {
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
      refreshes: refreshedBy(input, 'bookCallback'),
    },
  }
}

export const ownTitle = { it: 'Parla con noi', en: 'Talk to us' }

const slotTexts = {
  some: { it: 'Oppure ti chiamiamo noi, quando vuoi tu', en: 'Or we call you, when it suits you' },
  none: { it: 'Al momento non ci sono orari liberi per farti chiamare.', en: 'There are no free times to be called back right now.' },
}
