import { readJson } from '../http/body.ts'
import { badRequest, notFound } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import type { SimCounter, SimCustomer, SimLine } from '../population/types.ts'
import type { UsageQuery } from '../state/usage-queries.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import { readRoutes, type Resource } from './resource.ts'
import { customerParty, href, lineRef, present } from './values.ts'

const units = { data: 'MB', voice: 'min', sms: 'SMS' } as const

/** TMF677 queryUsageConsumption: a read that is a task, so it may be accepted first and done later. */
export function usageRoutes(world: World): Route[] {
  const resource: Resource<UsageQuery> = {
    path: paths.usage,
    bss: 'usage',
    attributes: [
      'id', 'href', 'queryUsageConsumptionDate', 'partyAccount', 'relatedParty', 'searchCriteria', 'usageConsumption', 'state',
      '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list: () => world.usageQueries.list(),
    get: (id) => world.usageQueries.find(id),
    represent: (query) => toQuery(world, query),
  }
  return [
    ...readRoutes(resource),
    { method: 'POST', path: paths.usage, bss: 'usage', handle: (request) => create(world, request) },
    { method: 'DELETE', path: `${paths.usage}/:id`, bss: 'usage', handle: (request) => remove(world, request) },
  ]
}

function create(world: World, request: SimRequest): Reply {
  const lineId = lineAskedFor(readJson(request))
  const customer = world.population().customerByLineId.get(lineId)
  const line = customer?.lines.find((candidate) => candidate.id === lineId)
  if (!customer || !line) throw badRequest(`searchCriteria.product[0].id: there is no line "${lineId}".`)
  const query = world.usageQueries.create(customer, line, request.delay)
  return { status: 201, headers: { location: href(world, 'usage', query.id) }, json: toQuery(world, query) }
}

function remove(world: World, request: SimRequest): Reply {
  const id = request.params.id ?? ''
  if (!world.usageQueries.remove(id)) throw notFound(`There is no queryUsageConsumption with id ${id}.`)
  return { status: 204 }
}

/** The line of `{ searchCriteria: { product: [{ id }] } }`. */
function lineAskedFor(body: unknown): string {
  const criteria = isRecord(body) ? body.searchCriteria : undefined
  const products = isRecord(criteria) ? criteria.product : undefined
  const product: unknown = Array.isArray(products) && products.length === 1 ? products[0] : undefined
  if (!isRecord(product) || typeof product.id !== 'string' || product.id === '') {
    throw badRequest('Expected { "searchCriteria": { "product": [{ "id": "<line id>" }] } } with exactly one product.')
  }
  return product.id
}

function toQuery(world: World, query: UsageQuery) {
  const { customer, line } = query
  const product = [lineRef(world, line)]
  return {
    id: query.id,
    href: href(world, 'usage', query.id),
    queryUsageConsumptionDate: query.requestedAt.toISOString(),
    // v4 declares the state on the consumption only; like most systems this one tells the task's own state too.
    state: query.state,
    searchCriteria: { product },
    relatedParty: [customerParty(world, customer)],
    usageConsumption: [toConsumption(world, query)],
    '@type': 'QueryUsageConsumption',
  }
}

function toConsumption(world: World, query: UsageQuery) {
  const { customer, line } = query
  return present({
    id: `${query.id}-1`,
    name: `Consumi di ${line.planName}`,
    creationDate: query.requestedAt.toISOString(),
    lastUpdate: query.state === 'accepted' ? undefined : world.now().toISOString(),
    state: query.state,
    product: [lineRef(world, line)],
    logicalResource: [{ id: line.msisdn, name: 'msisdn', '@referredType': 'LogicalResource' }],
    bucketRefOrValue: query.state === 'done' ? line.counters.map((counter) => toBucket(world, customer, line, counter)) : undefined,
    '@type': 'UsageConsumption',
  })
}

/** Used and remaining of one counter; without a limit there is no amount left to tell, only the word. */
function toBucket(world: World, customer: SimCustomer, line: SimLine, counter: SimCounter) {
  const remaining = counter.total === undefined ? undefined : Math.max(0, counter.total - counter.used)
  const unit = units[counter.type]
  const validFor = { endDateTime: counter.resetsOn.toISOString() }
  return present({
    id: counter.id,
    name: counter.name,
    usageType: counter.type,
    status: 'active',
    isShared: false,
    product: [lineRef(world, line)],
    relatedParty: [customerParty(world, customer)],
    remainingValue: remaining === undefined ? undefined : { amount: remaining, units: unit },
    remainingValueName: remaining === undefined ? 'Unlimited' : `${remaining} ${unit}`,
    bucketCounter: [
      {
        counterType: 'used',
        level: 'global',
        valueName: `${counter.used} ${unit}`,
        value: { amount: counter.used, units: unit },
        consumptionPeriod: validFor,
      },
      remaining === undefined
        ? { counterType: 'remaining', level: 'global', valueName: 'Unlimited', consumptionPeriod: validFor }
        : {
            counterType: 'remaining',
            level: 'global',
            valueName: `${remaining} ${unit}`,
            value: { amount: remaining, units: unit },
            consumptionPeriod: validFor,
          },
    ],
    validFor,
    '@type': 'Bucket',
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
