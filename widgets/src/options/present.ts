import type { Product } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { activateAction, deactivateAction, monthlyTotal } from '../option-action.ts'
import { priceSentence } from '../price-words.ts'
import { onDate, say, sayText, spoken, untilDate } from '../say.ts'
import type { ActionView, MoneyView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type OptionItem = {
  id: string
  offeringId?: string | undefined
  name: string
  category: Product['category']
  price?: MoneyView | undefined
  priceText?: string | undefined
  renewsOn?: string | undefined
  renewalText?: string | undefined
  isOn: boolean
  state: Product['status']
  stateText: string
  toggle?: ActionView | undefined
}
export type OptionsPayload = { items: OptionItem[]; total?: MoneyView | undefined; totalText?: string | undefined }

type Input = PresentInput<typeof fields, 'products', 'offers'>

/** What is on stands first, what is on its way next, what can be turned on again last. */
const order: readonly Product['status'][] = ['active', 'suspended', 'turningOn', 'turningOff', 'off']

export function present(input: Input): Face<OptionsPayload> | LeaveOut {
  const { fields: own, data, format, text, action, lineId } = input
  if (lineId === undefined) return { leaveOut: 'NO_LINE' }
  const ofCategory = data.products.filter(({ category }) => isShown(category, own.show)).map((product) => asOfToday(product, input))
  const shown = order.flatMap((status) => ofCategory.filter((product) => product.status === status && !isRepeated(product, ofCategory)))
  const products = own.showOff === false ? shown.filter(({ status }) => status !== 'off') : shown
  if (products.length === 0) return { leaveOut: 'NO_OPTIONS' }

  const items = products.map((product) => itemView(product, lineId, input))
  const total = monthlyTotal(products)
  const totalMoney = total && format.money(total)
  const totalText = totalMoney && say(format.locale, { it: `In tutto ${totalMoney.text} al mese`, en: `${totalMoney.text} a month in all` })
  const title = text(own.title) ?? sayText(format.locale, { it: 'Opzioni e servizi', en: 'Options and services' })
  const summary = spoken(...items.map(sentence), totalText)
  return {
    title,
    payload: { items, total: totalMoney, totalText },
    summary,
    list: { items: items.map(({ id, name, priceText, stateText }) => ({ id, primary: name, secondary: priceText, value: stateText })) },
    action,
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

/** What is off is told as the catalogue has it now; what is not on sale any more, or not to be found, has no price, and cannot be turned on. */
function asOfToday(product: Product, { data }: Input): Product {
  if (product.status !== 'off') return product
  const { price: _, ...unpriced } = product
  const offering = data.offers?.find(({ id }) => id === product.offeringId)
  return offering ? { ...unpriced, recurring: offering.recurring, ...(offering.price && { price: offering.price }) } : unpriced
}

function isShown(category: Product['category'], show: 'all' | 'option' | 'service' | undefined): boolean {
  if (show === 'option' || show === 'service') return category === show
  return category === 'option' || category === 'service'
}

/** What was turned off and is on again, or turned off twice, stands in the list once. */
function isRepeated(product: Product, all: readonly Product[]): boolean {
  if (product.status !== 'off' || product.offeringId === undefined) return false
  const same = all.filter(({ offeringId }) => offeringId === product.offeringId)
  return same.some(({ status }) => status !== 'off') || same[0] !== product
}

function itemView(product: Product, lineId: string, input: Input): OptionItem {
  const { id, offeringId, name, category, status, price } = product
  const { locale, money } = input.format
  const renewsOn = status === 'active' ? upcoming(product.renewsOn, input) : undefined
  return {
    id,
    offeringId,
    name,
    category,
    price: price && money(price),
    priceText: price && priceSentence(input, price, product.recurring),
    renewsOn,
    renewalText: timeText(product, input),
    isOn: status === 'active' || status === 'turningOn',
    state: status,
    stateText: say(locale, stateTexts[status]),
    toggle: toggleOf(product, lineId, input),
  }
}

/** Symmetrical: what is on can be turned off, what is off on again; what is on its way, or cannot be priced, can be neither. */
function toggleOf(product: Product, lineId: string, input: Input): ActionView | undefined {
  const { id: productId, offeringId, name, price, recurring, status } = product
  if (status === 'active') return deactivateAction(input, lineId, { productId, name, price, recurring })
  if (status !== 'off' || offeringId === undefined || !price) return undefined
  return activateAction(input, lineId, { offeringId, name, price, recurring })
}

function timeText(product: Product, input: Input): string | undefined {
  const { locale, date } = input.format
  const { status, endedOn } = product
  if (status === 'off') {
    const ended = endedOn && date(endedOn)
    return ended && say(locale, { it: `Disattivata ${onDate('it', ended)}`, en: `Turned off ${onDate('en', ended)}` })
  }
  if (status !== 'active') return undefined
  const endsOn = upcoming(product.endsOn, input)
  const ends = endsOn && date(endsOn)
  if (ends) return say(locale, { it: `Attiva ${untilDate('it', ends)}`, en: `On ${untilDate('en', ends)}` })
  const renewsOn = upcoming(product.renewsOn, input)
  const renews = renewsOn && date(renewsOn)
  return renews && say(locale, { it: `Si rinnova ${onDate('it', renews)}`, en: `Renews ${onDate('en', renews)}` })
}

function upcoming(instant: string | undefined, { moment }: Input): string | undefined {
  return instant !== undefined && !moment.isAfter(instant) ? instant : undefined
}

const stateTexts: Record<Product['status'], TwoLanguages> = {
  active: { it: 'Attiva', en: 'On' },
  suspended: { it: 'Sospesa', en: 'Suspended' },
  turningOn: { it: 'In attivazione', en: 'Turning on' },
  turningOff: { it: 'In disattivazione', en: 'Turning off' },
  off: { it: 'Non attiva', en: 'Off' },
}

function sentence({ name, stateText, priceText, renewalText }: OptionItem): string {
  return spoken([name, stateText, priceText].filter(Boolean).join(', '), renewalText)
}
