import type { Line } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { instant } from '../../tolerant/instant.ts'
import { money } from '../../tolerant/money.ts'
import { at, characteristic, objects, readItems, text, word, type Json } from '../../tolerant/shape.ts'
import { listAll } from '../../connectors/rest/list-all.ts'

/**
 * TMF637 `product?relatedParty.id=`: lines and their options come in one list; what relies on a line is an option of it.
 */
export const lines: Source<'lines', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const request = { api: 'productInventory', path: 'product', query: { 'relatedParty.id': customerId } } as const
    const products = await listAll(context, 'lines', request)
    const isOption = (product: Json) => lineOf(product) !== undefined
    const optionsOf = new Map<string, string[]>()
    for (const product of products.filter(isOption)) {
      const line = lineOf(product)
      const option = text(at(product, 'productOffering')['id']) ?? text(product['name'])
      if (line === undefined || option === undefined || status(product['status']) !== 'active') continue
      optionsOf.set(line, [...(optionsOf.get(line) ?? []), option])
    }
    const own = products.filter((product) => !isOption(product))
    return readItems('lines', own, (product) => readLine(product, optionsOf, context.currency))
  },
}

/** The line a product relies on, when it is an option. */
function lineOf(product: Json): string | undefined {
  const relation = objects(product['productRelationship']).find(({ relationshipType }) => word(relationshipType) === 'relieson')
  return relation && text(at(relation, 'product')['id'])
}

function readLine(product: Json, optionsOf: ReadonlyMap<string, string[]>, currency: string): Line | undefined {
  const id = text(product['id'])
  const trait = (name: string) => characteristic(product, 'productCharacteristic', name)
  const msisdn = text(trait('msisdn'))
  if (id === undefined || msisdn === undefined) return undefined
  const kind = word(trait('lineKind')) === 'data' ? 'data' : 'voice'
  const renewsOn = instant(trait('renewalDate'))
  const activatedOn = instant(product['startDate'])
  const renewalPrice = recurringPrice(product, currency)
  return {
    id,
    msisdn,
    kind,
    device: oneOf(word(trait('deviceType')), ['smartphone', 'tablet', 'router']) ?? (kind === 'voice' ? 'smartphone' : 'tablet'),
    status: status(product['status']),
    // A bill without a word about payment means postpaid; credit shows itself in the balance.
    payment: oneOf(word(trait('paymentType')), ['prepaid', 'postpaid', 'hybrid']) ?? (product['billingAccount'] ? 'postpaid' : 'prepaid'),
    planName: text(product['name']) ?? text(at(product, 'productOffering')['name']) ?? id,
    planType: word(trait('planType')) === 'allinclusive' ? 'allInclusive' : 'base',
    options: optionsOf.get(id) ?? [],
    ...(activatedOn && { activatedOn }),
    ...(renewsOn && { renewsOn }),
    ...(renewalPrice && { renewalPrice }),
  }
}

/** TMF637's nine states in the four a customer tells apart. The contract itself writes one with a trailing blank: "aborted ". */
function status(value: unknown): Line['status'] {
  switch (word(value)) {
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

function recurringPrice(product: Json, currency: string) {
  const recurring = objects(product['productPrice']).find(({ priceType }) => word(priceType) === 'recurring')
  return recurring && money(at(at(recurring, 'price'), 'taxIncludedAmount'), currency)
}

function oneOf<T extends string>(value: string | undefined, allowed: readonly T[]): T | undefined {
  return allowed.find((candidate) => candidate === value)
}
