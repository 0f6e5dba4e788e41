import { startOfDay } from '../population/dates.ts'
import { offerings, roamingOptions, type Offering } from '../population/plans.ts'
import { ordersOf, type SimOrder } from '../population/orders-of.ts'
import { nextRenewal, productFrom, productsOf, type SimProduct } from '../population/products-of.ts'
import type { SimCounter, SimCustomer, SimLine } from '../population/types.ts'
import type { World } from './world.ts'

/** A product of a line as its orders have left it. */
export type ProductNow = SimProduct & { state: 'active' | 'turningOn' | 'turningOff' | 'off' }

/** All orders of a customer, newest first. */
export function ordersNow(world: World, customer: SimCustomer): SimOrder[] {
  return [...world.orders.of(customer.id), ...ordersOf(customer, startOfDay(world.now()))]
}

/** The products of a line, with what was ordered since: what is on its way shows so, and what was turned off is still told. */
export function productsNow(world: World, customer: SimCustomer, line: SimLine): ProductNow[] {
  const today = startOfDay(world.now())
  const products = productsOf(world.seed, customer, line, today).map((product): ProductNow => ({
    ...product,
    state: product.endedOn ? 'off' : 'active',
  }))
  const ofLine = ordersNow(world, customer).filter(({ lineId }) => lineId === line.id)
  return ofLine.reduceRight((before, order) => applied(before, order, line, today), products)
}

/** The counters of a line, with those of what was turned on since and without those of what was turned off. */
export function countersNow(world: World, customer: SimCustomer, line: SimLine): SimCounter[] {
  const products = productsNow(world, customer, line)
  const off = new Set(products.filter(({ state }) => state === 'off').map(({ id }) => id))
  const kept = line.counters.filter(({ id }) => ![...off].some((product) => id.startsWith(`U-${product}-`)))
  const added = products.filter(({ id, state }) => state === 'active' && !line.options.some((option) => option.id === id))
  return [...kept, ...added.flatMap((product) => freshCounters(product, line, startOfDay(world.now())))]
}

function applied(products: ProductNow[], order: SimOrder, line: SimLine, today: Date): ProductNow[] {
  const [item] = order.items
  const isOpen = ['acknowledged', 'inProgress', 'held', 'pending'].includes(order.state)
  if (!item || !(isOpen || order.state === 'completed')) return products
  if (item.action === 'delete') {
    const ended = order.completedOn ?? order.placedOn
    return products.map((product) => {
      if (product.id !== item.productId || product.state === 'off') return product
      return isOpen ? { ...product, state: 'turningOff' } : { ...product, state: 'off', endedOn: ended }
    })
  }
  const offering: Offering | undefined = offerings.find(({ id }) => id === item.offeringId)
  const product = offering && productFrom(offering, `${line.id}-${order.id}`, order.completedOn ?? order.placedOn, nextRenewal(line, today))
  if (!product || item.action !== 'add') return products
  const others = isOpen ? products : products.filter(({ offeringId, state }) => state !== 'off' || offeringId !== product.offeringId)
  return [...others, { ...product, state: isOpen ? 'turningOn' : 'active' }]
}

function freshCounters(product: SimProduct, line: SimLine, today: Date): SimCounter[] {
  const allowance: Offering['allowance'] = offerings.find(({ id }) => id === product.offeringId)?.allowance ?? {}
  return (['data', 'voice', 'sms'] as const).flatMap((type) => {
    const total = allowance[type]
    if (total === undefined) return []
    const name = `${counterNames[type]} ${product.name}`
    const resetsOn = product.endsOn ?? nextRenewal(line, today)
    const isRoaming = roamingOptions.has(product.offeringId ?? '')
    const counter = { id: `U-${product.id}-${type}`, type, name, used: 0, resetsOn }
    return [{ ...counter, ...(total !== null && { total }), ...(isRoaming && { isRoaming: true as const }) }]
  })
}

const counterNames = { data: 'Giga', voice: 'Minuti', sms: 'SMS' } as const
