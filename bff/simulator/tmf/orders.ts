import { Type, type Static } from 'typebox'
import { checked, idempotencyKey } from '../http/asked.ts'
import { readJson } from '../http/body.ts'
import { badRequest, conflict } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import { obstacleTo } from '../population/eligibility-of.ts'
import { offerings, type Offering } from '../population/plans.ts'
import type { SimOrder, SimOrderItem } from '../population/orders-of.ts'
import type { SimCustomer, SimLine } from '../population/types.ts'
import type { OrderRequest } from '../state/orders.ts'
import { ordersNow, productsNow } from '../state/products-now.ts'
import { simNow } from '../state/sims-now.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import { readRoutes, type Resource } from './resource.ts'
import { customerParty, customersAskedFor, href, lineRef, present } from './values.ts'

/** What the contract demands of an order, and what this operator does: one thing at a time, for one line. */
const Ref = Type.Object({ id: Type.String({ minLength: 1 }) })
const Body = Type.Object({
  externalId: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  category: Type.Optional(Type.Union([Type.Literal('option'), Type.Literal('offer'), Type.Literal('sim')])),
  productOrderItem: Type.Array(
    Type.Object({
      id: Type.String({ minLength: 1 }),
      action: Type.Union([Type.Literal('add'), Type.Literal('delete'), Type.Literal('modify')]),
      productOffering: Type.Optional(Ref),
      product: Type.Object({
        id: Type.Optional(Type.String({ minLength: 1 })),
        productCharacteristic: Type.Optional(Type.Array(Type.Object({ name: Type.String(), value: Type.String() }), { maxItems: 10 })),
        productRelationship: Type.Array(Type.Object({ relationshipType: Type.String(), product: Ref }), { minItems: 1, maxItems: 1 }),
      }),
    }),
    { minItems: 1, maxItems: 1 },
  ),
})
type Body = Static<typeof Body>

type Owned = { order: SimOrder; customer: SimCustomer }

/** TMF622 productOrder: what a customer has ordered, and the way to order options and offers. */
export function orders(world: World): Resource<Owned> {
  return {
    path: paths.productOrder,
    bss: 'orders',
    attributes: [
      'id', 'href', 'cancellationDate', 'cancellationReason', 'category', 'completionDate', 'description', 'expectedCompletionDate',
      'externalId', 'notificationContact', 'orderDate', 'priority', 'requestedCompletionDate', 'requestedStartDate', 'agreement',
      'billingAccount', 'channel', 'note', 'orderTotalPrice', 'payment', 'productOfferingQualification', 'productOrderItem', 'quote',
      'relatedParty', 'state', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    required: ['productOrderItem'],
    list: (query) =>
      customersAskedFor(world, query, 'relatedParty.id').flatMap((customer) =>
        ordersNow(world, customer).map((order) => ({ order, customer })),
      ),
    get(id) {
      const placed = world.orders.find(id)
      const customer = world.population().customerById.get(placed?.customerId ?? `C-${id.split('-')[1]}`)
      const order = placed ?? (customer && ordersNow(world, customer).find((one) => one.id === id))
      return customer && order && { order, customer }
    },
    represent: ({ order, customer }) => toOrder(world, order, customer),
  }
}

export function orderRoutes(world: World): Route[] {
  return [
    ...readRoutes(orders(world)),
    { method: 'POST', path: paths.productOrder, bss: methodAskedFor, handle: (request) => create(world, request) },
  ]
}

/** An option is switched, anything else of the catalogue is bought, a SIM is replaced: all are orders. */
function methodAskedFor(request: SimRequest) {
  const [, category] = /"category"\s*:\s*"(offer|sim)"/.exec(request.body.toString('utf8')) ?? []
  return category === 'offer' ? 'buyOffer' : category === 'sim' ? 'replaceSim' : 'switchOption'
}

function create(world: World, request: SimRequest): Reply {
  const body = readJson(request)
  const asked = checked(Body, body)
  // Whoever cannot send the header says by the id he has for it that it is the same order.
  const key = idempotencyKey(request) ?? asked.externalId
  const earlier = key && world.orders.idempotency.check(key, body)
  if (earlier === 'conflict') throw conflict('The Idempotency-Key was already used for another order. Use a new key for a new order.')
  if (earlier) {
    const order = world.orders.find(earlier.resultId)
    // Better no answer than a second order.
    if (!order) throw conflict('The Idempotency-Key was used for an order too old to be shown again. Use a new key for a new order.')
    return created(world, order, { 'idempotency-replayed': 'true' })
  }
  const order = world.orders.place(requestOf(world, asked), request.delay)
  if (key) world.orders.idempotency.record(key, body, order.id)
  return created(world, order)
}

function requestOf(world: World, { externalId, category = 'option', productOrderItem }: Body): OrderRequest {
  const item = productOrderItem[0]
  const lineId = item?.product.productRelationship[0]?.product.id ?? ''
  const customer = world.population().customerByLineId.get(lineId)
  const line = customer?.lines.find(({ id }) => id === lineId)
  if (!item || !customer || !line) {
    throw badRequest(`productOrderItem[0].product.productRelationship[0].product.id: there is no line "${lineId}".`)
  }
  if ((item.action === 'modify') !== (category === 'sim')) throw badRequest('productOrderItem[0].action: only a SIM is modified.')
  // A line is suspended because its SIM is in other hands: just then another one is wanted.
  const isOpen = line.status === 'active' || (category === 'sim' && line.status === 'suspended')
  if (!isOpen) throw conflict(`The line ${line.id} is ${line.status}: nothing can be ordered for it.`)
  const ordered = orderedFor[item.action](world, customer, line, item)
  return { customerId: customer.id, lineId, category, item: ordered, ...(externalId && { externalId }) }
}

type BodyItem = Body['productOrderItem'][number]
type Ordered = Omit<SimOrderItem, 'state'>

function addedTo(world: World, customer: SimCustomer, line: SimLine, { productOffering }: BodyItem): Ordered {
  const offering: Offering | undefined = offerings.find(({ id }) => id === productOffering?.id)
  if (!offering) throw badRequest(`productOrderItem[0].productOffering.id: there is no offering "${productOffering?.id}" on sale.`)
  const obstacle = obstacleTo(offering.id, customer, line, world.now())
  if (obstacle) throw conflict(`The line ${line.id} cannot have ${offering.id}: ${obstacle}.`)
  const has = productsNow(world, customer, line).some(({ offeringId, state }) => offeringId === offering.id && state !== 'off')
  if (has) throw conflict(`The line ${line.id} already has ${offering.id}, or it is on its way.`)
  return { action: 'add', name: offering.name, offeringId: offering.id }
}

function removedFrom(world: World, customer: SimCustomer, line: SimLine, { product: { id } }: BodyItem): Ordered {
  const product = productsNow(world, customer, line).find((candidate) => candidate.id === id)
  if (!product) throw badRequest(`productOrderItem[0].product.id: the line ${line.id} has no product "${id}".`)
  if (product.state !== 'active') throw conflict(`The product ${product.id} is off already, or a change of it is on its way.`)
  if (product.category === 'device') throw conflict(`The product ${product.id} is paid in instalments and cannot be turned off.`)
  return { action: 'delete', name: product.name, productId: product.id, ...(product.offeringId && { offeringId: product.offeringId }) }
}

/** Another SIM, for a reason: of one line one at a time. */
function replacedOn(world: World, customer: SimCustomer, line: SimLine, { product }: BodyItem): Ordered {
  const trait = (name: string) => product.productCharacteristic?.find((each) => each.name === name)?.value
  const simForm = trait('simForm') === 'eSIM' ? 'esim' : trait('simForm') === 'SIM' ? 'sim' : undefined
  if (!simForm) throw badRequest('productOrderItem[0].product.productCharacteristic: simForm must be SIM or eSIM.')
  if (!['lost', 'stolen', 'broken'].includes(trait('replacementReason') ?? '')) {
    throw badRequest('productOrderItem[0].product.productCharacteristic: replacementReason must be lost, stolen or broken.')
  }
  if (simNow(world, customer, line).state === 'replacing') throw conflict(`A new SIM for the line ${line.id} is on its way already.`)
  return { action: 'modify', name: simForm === 'esim' ? 'Nuova eSIM' : 'Nuova SIM', simForm }
}

const orderedFor = { add: addedTo, delete: removedFrom, modify: replacedOn }

function created(world: World, order: SimOrder, headers: Record<string, string> = {}): Reply {
  const customer = world.population().customerById.get(order.customerId)
  const location = href(world, 'productOrder', order.id)
  return { status: 201, headers: { location, ...headers }, json: toOrder(world, order, customer) }
}

function toOrder(world: World, order: SimOrder, customer: SimCustomer | undefined) {
  const line = customer?.lines.find(({ id }) => id === order.lineId)
  return present({
    id: order.id,
    href: href(world, 'productOrder', order.id),
    externalId: order.externalId,
    category: order.category,
    state: order.state,
    orderDate: order.placedOn.toISOString(),
    expectedCompletionDate: order.expectedOn?.toISOString(),
    completionDate: order.completedOn?.toISOString(),
    relatedParty: customer && [customerParty(world, customer)],
    productOrderItem: order.items.map((item, index) => toItem(world, item, index, line)),
    '@type': 'ProductOrder',
  })
}

function toItem(world: World, { action, state, name, offeringId, productId }: SimOrderItem, index: number, line: SimLine | undefined) {
  return present({
    id: String(index + 1),
    action,
    quantity: 1,
    state,
    productOffering: offeringId
      ? { id: offeringId, href: href(world, 'offering', offeringId), name, '@referredType': 'ProductOffering' }
      : undefined,
    product: present({
      id: productId,
      name,
      productRelationship: line && [{ relationshipType: 'reliesOn', product: lineRef(world, line) }],
    }),
    '@type': 'ProductOrderItem',
  })
}
