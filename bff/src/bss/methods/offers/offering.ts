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
  return { id, name, recurring: recurring !== undefined, ...(description && { description }), ...(price && { price }) }
}
