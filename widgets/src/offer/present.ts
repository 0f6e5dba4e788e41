import type { Offering } from '@mosaic/schemas/bss'
import { linkAction } from '../actions.ts'
import type { BannerView, Face, ImageView, LeaveOut, PresentInput } from '../definition.ts'
import { buyAction, reasonText } from '../offer-words.ts'
import { priceSentence } from '../price-words.ts'
import { spoken } from '../say.ts'
import type { ActionView, MoneyView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type OfferPayload = {
  offeringId: string
  name: string
  headline: TextView
  price?: MoneyView | undefined
  priceText?: string | undefined
  isRecurring: boolean
  benefits: string[]
  badge?: TextView | undefined
  image?: ImageView | undefined
  reasonText?: string | undefined
  buy?: ActionView | undefined
  callback?: ActionView | undefined
}

type Input = PresentInput<typeof fields, 'offers', 'recommendations' | 'lines'>

export function present(input: Input): Face<OfferPayload> | LeaveOut {
  const { content, fields: own, data, format, text, media, action, lineId } = input
  const chosen = choose(input)
  if (!chosen) return { leaveOut: 'OFFERING_GONE' }

  const { offering, isWrittenAbout, reason } = chosen
  const headline = (isWrittenAbout ? text(own.headline) : undefined) ?? { value: offering.name, lang: format.locale }
  const price = offering.price && format.money(offering.price)
  const priceText = offering.price && priceSentence(input, offering.price, offering.recurring)
  const written = isWrittenAbout ? text(own.benefits)?.value : undefined
  const benefits = (written ?? offering.description ?? '').split('\n').flatMap((line) => line.trim() || [])
  const image = isWrittenAbout ? media(own.image) : undefined
  const badge = isWrittenAbout ? text(own.badge) : undefined
  const line = data.lines?.find(({ id, status }) => id === lineId && status === 'active')
  const why = reasonText(reason, format)
  const summary = spoken(badge?.value, why, headline.value === offering.name ? undefined : offering.name, priceText, ...benefits)
  const body = [priceText, ...benefits].filter(Boolean).join(' · ')
  return {
    title: headline,
    payload: {
      offeringId: offering.id,
      name: offering.name,
      headline,
      price,
      priceText,
      isRecurring: offering.recurring,
      benefits,
      badge,
      image,
      reasonText: why,
      buy: line && buyAction(input, offering, line),
      callback: linkAction(`${content.id}:callback`, own.callback, text),
    },
    summary,
    banner: {
      headline,
      body: body ? { value: body, lang: format.locale } : undefined,
      image,
      overlay: 'none',
      actions: action ? [action] : [],
    },
    accessibility: { label: spoken(headline.value, summary), role: 'group', liveRegion: false },
  }
}

/** For apps that know banners and not offers: the same offer with the archetype's face as its payload. */
export function presentAsBanner(input: Input): Face<BannerView | undefined> | LeaveOut {
  const face = present(input)
  return 'leaveOut' in face ? face : { ...face, payload: face.banner }
}

type Chosen = { offering: Offering; isWrittenAbout: boolean; reason?: string | undefined }

const ranks = { first: 0, second: 1, third: 2 } as const

/** The one that suits the line best, of those on sale; else the editors'. Their words and their picture are about the one they chose. */
function choose({ fields: { offering: id, profiled = 'fixed' }, data }: Input): Chosen | undefined {
  const recommended = profiled === 'fixed' ? undefined : recommendedAt(ranks[profiled], data)
  const offering = recommended?.offering ?? data.offers.find((one) => one.id === id)
  return offering && { offering, isWrittenAbout: offering.id === id, reason: recommended?.reason }
}

function recommendedAt(rank: number, { recommendations = [], offers }: Input['data']) {
  const onSale = recommendations.flatMap(({ offeringId, reason }) => {
    const offering = offers.find(({ id }) => id === offeringId)
    return offering ? [{ offering, reason }] : []
  })
  return onSale[rank]
}
