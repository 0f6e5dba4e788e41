import type { Offering } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { money } from '../../tolerant/money.ts'
import { at, objects, readItems, text, word, type Json } from '../../tolerant/shape.ts'
import { listAll } from '../../connectors/rest/list-all.ts'

/** TMF620 `productOffering?lifecycleStatus=Active`. Systems that ignore the filter are filtered here. */
export const offers: Source<'offers', 'rest'> = {
  version: 1,
  async ask(context) {
    const request = { api: 'productCatalog', path: 'productOffering', query: { lifecycleStatus: 'Active' } } as const
    const active = (await listAll(context, 'offers', request)).filter(({ lifecycleStatus }) =>
      ['active', 'launched', undefined].includes(word(lifecycleStatus)),
    )
    return readItems('offers', active, (item) => readOffering(item, context.currency))
  },
}

function readOffering(item: Json, currency: string): Offering | undefined {
  const id = text(item['id'])
  const name = text(item['name'])
  if (id === undefined || name === undefined) return undefined
  const prices = objects(item['productOfferingPrice'])
  const recurring = prices.find(({ priceType }) => word(priceType) === 'recurring')
  const chosen = recurring ?? prices[0]
  // TMF620 puts the amount under price.taxIncludedAmount; some systems put the money right under price.
  const price = chosen && (money(at(at(chosen, 'price'), 'taxIncludedAmount'), currency) ?? money(at(chosen, 'price'), currency))
  const description = text(item['description'])
  return { id, name, recurring: recurring !== undefined, ...(description && { description }), ...(price && { price }) }
}
