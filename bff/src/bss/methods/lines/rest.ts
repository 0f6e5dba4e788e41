import type { Line } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { listAll } from '../../connectors/rest/list-all.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** What is read of each; nothing else need be sent. */
const fields = [
  'id',
  'name',
  'status',
  'startDate',
  'billingAccount',
  'productCharacteristic',
  'productOffering',
  'productPrice',
  'productRelationship',
]

/**
 * TMF637 `product?relatedParty.id=`: lines and their options come in one list; what relies on a line is an option of it.
 */
export const lines: Source<'lines', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const request = { api: 'productInventory', path: 'product', query: { 'relatedParty.id': customerId }, fields } as const
    const products = await listAll(context, request)
    const isOption = (product: Reading) => lineOf(product) !== undefined
    const isOfALine = (product: Reading) => lineOf(product, attachments) !== undefined
    const optionsOf = new Map<string, string[]>()
    for (const product of products.filter(isOption)) {
      const line = lineOf(product)
      const option = product.at('productOffering', 'id').text() ?? product.at('name').text()
      if (line === undefined || option === undefined || lineStatusOf(product) !== 'active') continue
      optionsOf.set(line, [...(optionsOf.get(line) ?? []), option])
    }
    const own = products.filter((product) => !isOfALine(product))
    return readItems(own, (product) => readLine(product, optionsOf, context.currency))
  },
}

/** How what belongs to a line is related to it: an option relies on it, other things come with it or on its bill. */
const attachments = ['reliesOn', 'soldWith', 'billedOn']

/** The line a product relies on, when it is an option; or, with other relations, the one it belongs to. */
function lineOf(product: Reading, types: readonly string[] = ['reliesOn']): string | undefined {
  const relations = product.at('productRelationship').items()
  const relation = relations.find((one) => types.some((type) => type.toLowerCase() === one.at('relationshipType').word()))
  return relation?.at('product', 'id').text()
}

function readLine(product: Reading, optionsOf: ReadonlyMap<string, string[]>, currency: string): Line {
  const trait = (name: string) => product.at('productCharacteristic').characteristic(name)
  const id = product.at('id').requiredText('the id of a line')
  const msisdn = trait('msisdn').requiredText('the number of a line')
  const kind = trait('lineKind').word() === 'data' ? 'data' : 'voice'
  const renewsOn = trait('renewalDate').instant()
  const activatedOn = product.at('startDate').instant()
  const renewalPrice = recurringPrice(product, currency)
  const isBilled = product.at('billingAccount').items().length > 0
  return {
    id,
    msisdn,
    kind,
    device: oneOf(trait('deviceType').word(), ['smartphone', 'tablet', 'router']) ?? (kind === 'voice' ? 'smartphone' : 'tablet'),
    status: lineStatusOf(product),
    // A bill without a word about payment means postpaid; credit shows itself in the balance.
    payment: oneOf(trait('paymentType').word(), ['prepaid', 'postpaid', 'hybrid']) ?? (isBilled ? 'postpaid' : 'prepaid'),
    planName: product.at('name').text() ?? product.at('productOffering', 'name').text() ?? id,
    planType: trait('planType').word() === 'allinclusive' ? 'allInclusive' : 'base',
    options: optionsOf.get(id) ?? [],
    ...(activatedOn && { activatedOn }),
    ...(renewsOn && { renewsOn }),
    ...(renewalPrice && { renewalPrice }),
  }
}

/** TMF637's nine states in the four a customer tells apart. The contract itself writes one with a trailing blank: "aborted ". */
export function lineStatusOf(product: Reading): Line['status'] {
  switch (product.at('status').word()) {
    case 'suspended':
      return 'suspended'
    case 'created':
    case 'pendingactive':
      return 'pending'
    case 'terminated':
    case 'cancelled':
    case 'aborted':
      return 'terminated'
    default:
      return 'active'
  }
}

function recurringPrice(product: Reading, currency: string) {
  const prices = product.at('productPrice').items()
  const recurring = prices.find((price) => price.at('priceType').word() === 'recurring')
  return recurring?.at('price', 'taxIncludedAmount').money(currency)
}

function oneOf<T extends string>(value: string | undefined, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === value)
}
