import type { Offering } from '@mosaic/schemas/bss'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** The offerings of TMF620 that are on sale, wherever they come from. Systems that were asked for these and send all are filtered here. */
export function readOfferings(offerings: readonly Reading[], currency: string): Offering[] {
  const active = offerings.filter((item) => ['active', 'launched', undefined].includes(item.at('lifecycleStatus').word()))
  return readItems(active, (item) => readOffering(item, currency))
}

function readOffering(item: Reading, currency: string): Offering {
  const id = item.at('id').requiredText('the id of an offering')
  const name = item.at('name').requiredText('the name of an offering')
  const prices = item.at('productOfferingPrice').items()
  const recurring = prices.find((price) => price.at('priceType').word() === 'recurring')
  const chosen = (recurring ?? prices[0])?.at('price')
  // TMF620 puts the amount under price.taxIncludedAmount; some systems put the money right under price.
  const price = chosen?.at('taxIncludedAmount').money(currency) ?? chosen?.money(currency)
  const description = item.at('description').text()
  const category = categoryOf(item)
  return {
    id,
    name,
    recurring: recurring !== undefined,
    ...(description && { description }),
    ...(price && { price }),
    ...(category && { category }),
  }
}

/** What operators usually call their categories, by their ids or their names. */
const categoryWords = {
  option: ['option', 'opzion', 'addon'],
  plan: ['plan', 'pian', 'tariff'],
  device: ['device', 'dispositiv', 'handset', 'phone'],
} as const satisfies Record<NonNullable<Offering['category']>, readonly string[]>
const categories = Object.keys(categoryWords) as (keyof typeof categoryWords)[]

function categoryOf(item: Reading): Offering['category'] {
  const told = item
    .at('category')
    .items()
    .flatMap((category) => [category.at('id').word(), category.at('name').word()])
  return categories.find((category) => told.some((word) => categoryWords[category].some((known) => word?.includes(known))))
}
