import type { Offering, Product } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { unavailableFor } from '../eligibility-words.ts'
import { activateAction } from '../option-action.ts'
import { priceSentence } from '../price-words.ts'
import { say, sayText, spoken } from '../say.ts'
import type { ActionView, MoneyView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type OptionCatalogueItem = {
  offeringId: string
  name: string
  text?: string | undefined
  price: MoneyView
  priceText: string
  isOwned: boolean
  ownedText?: string | undefined
  /** Why the line cannot have it. */
  unavailableText?: string | undefined
  activate?: ActionView | undefined
}
export type OptionCataloguePayload = { body?: TextView | undefined; items: OptionCatalogueItem[] }

type Input = PresentInput<typeof fields, 'offers' | 'products', 'eligibility'>
type Priced = Offering & { price: NonNullable<Offering['price']> }

const defaultCount = 4

export function present(input: Input): Face<OptionCataloguePayload> | LeaveOut {
  const { data, fields: own, format, text, lineId } = input
  if (lineId === undefined) return { leaveOut: 'NO_LINE' }
  const options = data.offers.filter((offering): offering is Priced => isOption(offering, own.show))
  const ownedAs = (offering: Offering) => data.products.find(({ offeringId, status }) => offeringId === offering.id && status !== 'off')
  const unavailable = unavailableFor(data.eligibility, format.locale)
  const isRefused = ({ id }: Offering) => unavailable.has(id)
  const free = options.filter((offering) => !ownedAs(offering) && !isRefused(offering))
  // What a line has already is no offer: it only stands below the others, so that nobody looks for it in vain.
  const owned = own.showOwned === false ? [] : options.filter((offering) => ownedAs(offering))
  const refused = own.unavailable === 'explain' ? options.filter((offering) => !ownedAs(offering) && isRefused(offering)) : []
  if (free.length === 0) return { leaveOut: 'NO_OPTIONS' }

  const items = [...free, ...owned, ...refused]
    .slice(0, own.count ?? defaultCount)
    .map((offering) => itemView(offering, ownedAs(offering), unavailable.get(offering.id), lineId, input))
  const title = text(own.title) ?? sayText(format.locale, { it: 'Opzioni da aggiungere', en: 'Options to add' })
  const body = text(own.body)
  const summary = spoken(
    body?.value,
    ...items.map(({ name, priceText, ownedText, unavailableText }) => [name, ownedText ?? unavailableText ?? priceText].join(', ')),
  )
  return {
    title,
    payload: { body, items },
    summary,
    list: {
      items: items.map(({ offeringId, name, text: words, priceText, ownedText, unavailableText }) => ({
        id: offeringId,
        primary: name,
        secondary: unavailableText ?? words,
        value: ownedText ?? priceText,
      })),
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

/** Without its price nobody can be asked whether he wants it. */
function isOption({ category, price, recurring }: Offering, show: 'all' | 'monthly' | 'once' | undefined): boolean {
  return category === 'option' && price !== undefined && (show === 'monthly' ? recurring : show === 'once' ? !recurring : true)
}

function itemView(
  offering: Priced,
  owned: Product | undefined,
  unavailableText: string | undefined,
  lineId: string,
  input: Input,
): OptionCatalogueItem {
  const isFree = owned === undefined && unavailableText === undefined
  const { id: offeringId, name, description, price, recurring } = offering
  return {
    offeringId,
    name,
    text: description,
    price: input.format.money(price),
    priceText: priceSentence(input, price, recurring),
    isOwned: owned !== undefined,
    ownedText: owned && say(input.format.locale, ownedTexts[owned.status]),
    unavailableText: owned ? undefined : unavailableText,
    activate: isFree ? activateAction(input, lineId, { offeringId, name, price, recurring }) : undefined,
  }
}

const ownedTexts: Record<Product['status'], TwoLanguages> = {
  active: { it: 'Già attiva', en: 'Already on' },
  suspended: { it: 'Sospesa', en: 'Suspended' },
  turningOn: { it: 'In attivazione', en: 'Turning on' },
  turningOff: { it: 'In disattivazione', en: 'Turning off' },
  off: { it: 'Non attiva', en: 'Off' },
}
