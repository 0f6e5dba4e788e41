import type { Line, Offering } from '@mosaic/schemas/bss'
import { linkAction } from '../actions.ts'
import type { BannerView, Face, ImageView, LeaveOut, PresentInput } from '../definition.ts'
import { unavailableFor } from '../eligibility-words.ts'
import { buyAction, reasonText } from '../offer-words.ts'
import { priceSentence } from '../price-words.ts'
import { sayText, spoken } from '../say.ts'
import type { ActionView, MoneyView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type OffersCard = {
  offeringId: string
  name: string
  headline: TextView
  text?: TextView | undefined
  price?: MoneyView | undefined
  priceText?: string | undefined
  badge?: TextView | undefined
  reasonText?: string | undefined
  /** Why the line cannot have it. */
  unavailableText?: string | undefined
  image?: ImageView | undefined
  buy?: ActionView | undefined
  open?: ActionView | undefined
}
export type OffersPayload = { cards: OffersCard[] }

type Input = PresentInput<typeof fields, 'offers', 'recommendations' | 'lines' | 'eligibility'>
type Row = Input['fields']['items'][number]

export function present(input: Input): Face<OffersPayload> | LeaveOut {
  const { fields: own, data, format, text } = input
  const line = data.lines?.find(({ id, status }) => id === input.lineId && status === 'active')
  const unavailable = unavailableFor(data.eligibility, format.locale)
  const found = inOrder(input).flatMap((row) => {
    const offering = data.offers.find(({ id }) => id === row.offering)
    return offering ? [cardView(row, offering, unavailable.get(offering.id), line, input)] : []
  })
  const free = found.filter(({ unavailableText }) => unavailableText === undefined)
  // What the line cannot have is no offer: it only stands behind what it can have.
  if (free.length === 0) return { leaveOut: 'NO_OFFERS' }
  const cards = own.unavailable === 'explain' ? [...free, ...found.filter((card) => !free.includes(card))] : free

  const title = text(own.title) ?? sayText(format.locale, { it: 'Scelte per te', en: 'Chosen for you' })
  const summary = spoken(
    ...cards.map((card) =>
      spoken(card.badge?.value, card.reasonText, card.headline.value, card.text?.value, card.unavailableText ?? card.priceText),
    ),
  )
  return {
    title,
    payload: { cards },
    summary,
    list: {
      // An app that does not draw this kind may be too old to buy: its rows only lead somewhere.
      items: cards.map(({ offeringId, headline, text: words, reasonText: why, unavailableText, priceText, open }) => ({
        id: offeringId,
        primary: headline.value,
        secondary: unavailableText ?? why ?? words?.value,
        value: priceText,
        action: open,
      })),
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

/** For apps that know banners and no list of offers: the first of them, which is the best. */
export function presentAsBanner(input: Input): Face<BannerView | undefined> | LeaveOut {
  const face = present(input)
  if ('leaveOut' in face) return face
  const best = face.payload.cards[0]
  if (!best) return { leaveOut: 'NO_OFFERS' }
  const body = spoken(best.priceText, best.text?.value)
  const action = best.open ?? input.action
  const payload: BannerView = {
    headline: best.headline,
    body: body ? { value: body, lang: input.format.locale } : undefined,
    image: best.image,
    overlay: 'none',
    actions: action ? [action] : [],
  }
  return { ...face, payload }
}

/** As written; or those that are recommended for the line first, best first, and after them the others, unless only the first are wanted. */
function inOrder({ fields: { items, order }, data }: Input): readonly Row[] {
  if (!data.recommendations) return items
  const ranks = new Map(data.recommendations.map(({ offeringId }, rank) => [offeringId, rank]))
  const last = ranks.size
  const rankOf = ({ offering }: Row) => ranks.get(offering) ?? last
  const kept = order === 'onlyRecommended' ? items.filter(({ offering }) => ranks.has(offering)) : items
  return kept.toSorted((one, other) => rankOf(one) - rankOf(other))
}

function cardView(row: Row, offering: Offering, unavailableText: string | undefined, line: Line | undefined, input: Input): OffersCard {
  const isFree = unavailableText === undefined
  const { content, data, format, text, media } = input
  const price = offering.price && format.money(offering.price)
  const recommendation = data.recommendations?.find(({ offeringId }) => offeringId === offering.id)
  return {
    offeringId: offering.id,
    name: offering.name,
    headline: text(row.headline) ?? { value: offering.name, lang: format.locale },
    text: text(row.text) ?? (offering.description ? { value: offering.description, lang: format.locale } : undefined),
    price,
    priceText: offering.price && priceSentence(input, offering.price, offering.recurring),
    badge: text(row.badge),
    reasonText: isFree ? reasonText(recommendation?.reason, format) : undefined,
    unavailableText,
    image: media(row.image),
    buy: line && isFree ? buyAction(input, offering, line) : undefined,
    open: linkAction(`${content.id}:${offering.id}`, row.link, text),
  }
}
