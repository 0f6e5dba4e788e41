import { readJson } from '../http/body.ts'
import { badRequest } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import { offeringById } from '../population/plans.ts'
import { recommendationsOf, type SimRecommendation } from '../population/recommendations-of.ts'
import type { SimLine } from '../population/types.ts'
import { countersNow, productsNow } from '../state/products-now.ts'
import type { AskedLine, Task } from '../state/tasks.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import { readRoutes, type Resource } from './resource.ts'
import { characteristic, customerParty, href, lineRef, present } from './values.ts'

type Query = Task<AskedLine>

/** TMF680 queryProductRecommendation: a read that is a task. Its own base path is a copy of another API's, so it is mounted where it belongs. */
export function recommendationRoutes(world: World): Route[] {
  const resource: Resource<Query> = {
    path: paths.recommendation,
    bss: 'recommendations',
    attributes: [
      'id', 'href', 'description', 'instantSyncRecommendation', 'name', 'recommendationType', 'category', 'channel', 'place', 'productOrder',
      'productOrderItem', 'recommendationItem', 'relatedParty', 'shoppingCart', 'shoppingCartItem', 'state', 'validFor',
      '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list: () => world.recommendationQueries.list(),
    get: (id) => world.recommendationQueries.find(id),
    represent: (query) => toQuery(world, query),
  }
  const handle = (request: SimRequest) => create(world, request)
  return [...readRoutes(resource), { method: 'POST', path: paths.recommendation, bss: 'recommendations', handle }]
}

function create(world: World, request: SimRequest): Reply {
  const lineId = lineAskedFor(readJson(request))
  const customer = world.population().customerByLineId.get(lineId)
  const line = customer?.lines.find((candidate) => candidate.id === lineId)
  if (!customer || !line) throw badRequest(`recommendationItem[0].product.id: there is no line "${lineId}".`)
  const query = world.recommendationQueries.create({ customer, line }, request.delay)
  return { status: 201, headers: { location: href(world, 'recommendation', query.id) }, json: toQuery(world, query) }
}

/** The line of `{ recommendationItem: [{ product: { id } }] }`: the contract has no other place for the product a recommendation is to fit. */
function lineAskedFor(body: unknown): string {
  const items = isRecord(body) ? body.recommendationItem : undefined
  const item: unknown = Array.isArray(items) && items.length === 1 ? items[0] : undefined
  const product = isRecord(item) ? item.product : undefined
  if (!isRecord(product) || typeof product.id !== 'string' || product.id === '') {
    throw badRequest('Expected { "recommendationItem": [{ "product": { "id": "<line id>" } }] } with exactly one item.')
  }
  return product.id
}

function toQuery(world: World, query: Query) {
  const { customer, line, id, state } = query
  const owned = productsNow(world, customer, line).flatMap((product) => (product.state === 'off' ? [] : (product.offeringId ?? [])))
  const found = () => recommendationsOf(customer, line, countersNow(world, customer, line), new Set([...owned, line.planId]))
  return present({
    id,
    href: href(world, 'recommendation', id),
    name: 'Consigliate per la linea',
    recommendationType: 'line',
    instantSyncRecommendation: state === 'done',
    state,
    relatedParty: customerParty(world, customer),
    recommendationItem: state === 'done' ? found().map((one, index) => toItem(world, line, one, index + 1)) : undefined,
    '@type': 'QueryProductRecommendation',
  })
}

function toItem(world: World, line: SimLine, { offeringId, reason }: SimRecommendation, priority: number) {
  return {
    id: String(priority),
    priority,
    // The product is what the offering would become on this line; why it fits is a trait of it.
    product: {
      productRelationship: [{ relationshipType: 'reliesOn', product: lineRef(world, line) }],
      productCharacteristic: [characteristic('reason', reason)],
    },
    productOffering: {
      id: offeringId,
      href: href(world, 'offering', offeringId),
      name: offeringById(offeringId).name,
      '@referredType': 'ProductOffering',
    },
    '@type': 'RecommendationItem',
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
