import type { Product } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { listAll } from '../../connectors/rest/list-all.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

const fields = [
  'id',
  'name',
  'status',
  'startDate',
  'terminationDate',
  'productCharacteristic',
  'productOffering',
  'productPrice',
  'productRelationship',
]

/** TMF637 `product?productRelationship.product.id=`: what relies on a line, or comes with it. */
export const products: Source<'products', 'rest'> = {
  version: 1,
  async ask(context, { lineId }) {
    const request = { api: 'productInventory', path: 'product', query: { 'productRelationship.product.id': lineId }, fields } as const
    const found = await listAll(context, request)
    // A system that does not know the filter sends all there are.
    const own = found.filter((product) => linesOf(product).includes(lineId))
    return readItems(own, (product) => readProduct(product, context.currency))
  },
}

function linesOf(product: Reading): (string | undefined)[] {
  const relations = product.at('productRelationship').items()
  return relations.map((relation) => relation.at('product', 'id').text())
}

function readProduct(product: Reading, currency: string): Product {
  const trait = (name: string) => product.at('productCharacteristic').characteristic(name)
  const id = product.at('id').requiredText('the id of a product')
  const offeringId = product.at('productOffering', 'id').text()
  const prices = product.at('productPrice').items()
  const recurring = prices.find((price) => price.at('priceType').word() === 'recurring')
  const price = (recurring ?? prices[0])?.at('price', 'taxIncludedAmount').money(currency)
  const provider = trait('provider').text()
  const instalments = instalmentsOf(trait('instalmentsPaid').number(), trait('instalments').number())
  const activatedOn = product.at('startDate').instant()
  const renewsOn = trait('renewalDate').instant()
  const endsOn = trait('expiryDate').instant()
  const endedOn = product.at('terminationDate').instant()
  return {
    id,
    name: product.at('name').text() ?? product.at('productOffering', 'name').text() ?? id,
    category: categoryOf(trait('productKind').word()),
    status: statusOf(product),
    recurring: recurring !== undefined,
    ...(offeringId !== undefined && { offeringId }),
    ...(provider !== undefined && { provider }),
    ...(price && { price }),
    ...(activatedOn && { activatedOn }),
    ...(renewsOn && { renewsOn }),
    ...(endsOn && { endsOn }),
    ...(endedOn && { endedOn }),
    ...(instalments && { instalments }),
  }
}

function instalmentsOf(paid: number | undefined, of: number | undefined): Product['instalments'] {
  if (paid === undefined || of === undefined || !Number.isInteger(paid) || !Number.isInteger(of)) return undefined
  return paid >= 0 && of >= 1 ? { paid: Math.min(paid, of), of } : undefined
}

/** Systems that tell nothing about what a product is mostly tell of options. */
function categoryOf(word: string | undefined): Product['category'] {
  switch (word) {
    case 'thirdparty':
      return 'thirdParty'
    case 'device':
    case 'service':
      return word
    default:
      return 'option'
  }
}

function statusOf(product: Reading): Product['status'] {
  switch (product.at('status').word()) {
    case 'created':
    case 'pendingactive':
      return 'turningOn'
    case 'pendingterminate':
      return 'turningOff'
    case 'suspended':
      return 'suspended'
    case 'terminated':
    case 'cancelled':
    case 'aborted':
      return 'off'
    default:
      return 'active'
  }
}
