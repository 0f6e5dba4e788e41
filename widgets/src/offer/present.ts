import type { BannerView, Face, ImageView, LeaveOut, PresentInput } from '../definition.ts'
import { say, spoken } from '../say.ts'
import type { MoneyView, TextView } from '../view-model.ts'
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
}

type Input = PresentInput<typeof fields, 'offers'>

export function present(input: Input): Face<OfferPayload> | LeaveOut {
  const { fields: own, data, format, text, media, action } = input
  const offering = data.offers.find(({ id }) => id === own.offering)
  if (!offering) return { leaveOut: 'OFFERING_GONE' }

  const headline = text(own.headline) ?? { value: offering.name, lang: format.locale }
  const price = offering.price && format.money(offering.price)
  const priceText = price && priceSentence(price, offering.recurring, input)
  const benefits = (text(own.benefits)?.value ?? offering.description ?? '').split('\n').flatMap((line) => line.trim() || [])
  const image = media(own.image)
  const badge = text(own.badge)
  const summary = spoken(badge?.value, headline.value === offering.name ? undefined : offering.name, priceText, ...benefits)
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

function priceSentence({ text }: MoneyView, isRecurring: boolean, { format: { locale } }: Input): string {
  return isRecurring
    ? say(locale, { it: `${text} al mese`, en: `${text} a month` })
    : say(locale, { it: `${text} una tantum`, en: `${text} one-off` })
}
