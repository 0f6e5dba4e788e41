import { linkAction } from '../actions.ts'
import type { Face, ImageView, LeaveOut, PresentInput } from '../definition.ts'
import { say, sayText, spoken } from '../say.ts'
import type { ActionView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type NewsItem = {
  id: string
  headline: TextView
  body?: TextView | undefined
  date: string
  dateText: string
  isNew: boolean
  image?: ImageView | undefined
  action?: ActionView | undefined
}
export type NewsPayload = { items: NewsItem[]; newText: string }

type Input = PresentInput<typeof fields, never>

const dayMs = 86_400_000
/** How long a piece of news is called new. */
const newForDays = 7
const shownByDefault = 5

export function present(input: Input): Face<NewsPayload> | LeaveOut {
  const { fields: own, format, text } = input
  const items = own.items
    .flatMap((row, index) => itemView(row, index, input))
    .sort((a, b) => Date.parse(b.date) - Date.parse(a.date))
    .slice(0, own.count ?? shownByDefault)
  if (items.length === 0) return { leaveOut: 'NO_NEWS' }

  const title = text(own.title) ?? sayText(format.locale, { it: 'Novità', en: 'News' })
  const summary = spoken(...items.map(({ headline, dateText }) => `${headline.value}, ${dateText}`))
  return {
    title,
    payload: { items, newText: say(format.locale, { it: 'Nuovo', en: 'New' }) },
    summary,
    list: {
      items: items.map(({ id, headline, body, dateText, action }) => ({
        id,
        primary: headline.value,
        secondary: body?.value,
        value: dateText,
        action,
      })),
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

/** One piece of news; none while its day has not come, when it is too old, or when it says nothing. */
function itemView(row: Input['fields']['items'][number], index: number, input: Input): NewsItem[] {
  const { content, fields: own, format, moment, text, media } = input
  const { date } = row
  const headline = text(row.headline)
  const isOut = moment.isAfter(date)
  const isTooOld = own.maxDays !== undefined && moment.isAfter(daysLater(date, own.maxDays))
  if (!headline || !isOut || isTooOld) return []
  const id = `${content.id}:${index + 1}`
  return [
    {
      id,
      headline,
      body: text(row.body),
      date,
      dateText: format.date(date),
      isNew: !moment.isAfter(daysLater(date, newForDays)),
      image: media(row.image),
      action: linkAction(id, row.link, text),
    },
  ]
}

function daysLater(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * dayMs).toISOString()
}
