import type { MethodName } from '@mosaic/schemas/bss'
import { readJson } from '../http/body.ts'
import { badRequest, notFound } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import { roamingCountedAt } from '../population/counted-at.ts'
import { startOfDay } from '../population/dates.ts'
import { sharedCounterOf, type SharedCounter } from '../population/shared-of.ts'
import type { SimCounter, SimCustomer, SimLine } from '../population/types.ts'
import { countersNow } from '../state/products-now.ts'
import type { UsageQuery, UsageSubject } from '../state/usage-queries.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import { readRoutes, type Resource } from './resource.ts'
import { customerParty, href, lineRef, present } from './values.ts'

const units = { data: 'MB', voice: 'min', sms: 'SMS' } as const

/** TMF677 queryUsageConsumption: a read that is a task, so it may be accepted first and done later. Of one line, or of all that a customer has. */
export function usageRoutes(world: World): Route[] {
  const bss = (request: SimRequest) => methodOf(world, request)
  const resource: Resource<UsageQuery> = {
    path: paths.usage,
    bss,
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
    { method: 'POST', path: paths.usage, bss, handle: (request) => create(world, request) },
    { method: 'DELETE', path: `${paths.usage}/:id`, bss, handle: (request) => remove(world, request) },
  ]
}

/** Whoever asks about a customer asks for an overview. */
function methodOf(world: World, { params, body }: SimRequest): MethodName {
  const query = world.usageQueries.find(params.id ?? '')
  return (query ? query.by === 'customer' : body.includes('"relatedParty"')) ? 'overview' : 'usage'
}

function create(world: World, request: SimRequest): Reply {
  const query = world.usageQueries.create(subjectOf(world, readJson(request)), request.delay)
  return { status: 201, headers: { location: href(world, 'usage', query.id) }, json: toQuery(world, query) }
}

function remove(world: World, request: SimRequest): Reply {
  const id = request.params.id ?? ''
  if (!world.usageQueries.remove(id)) throw notFound(`There is no queryUsageConsumption with id ${id}.`)
  return { status: 204 }
}

/** Of `{ searchCriteria: { product: [{ id }] } }` the line, of `{ searchCriteria: { relatedParty: [{ id }] } }` all lines of the customer. */
function subjectOf(world: World, body: unknown): UsageSubject {
  const criteria = isRecord(body) ? body.searchCriteria : undefined
  const [lineId, customerId] = isRecord(criteria) ? [onlyId(criteria.product), onlyId(criteria.relatedParty)] : []
  if ((lineId === undefined) === (customerId === undefined)) {
    throw badRequest(
      'Expected { "searchCriteria": { "product": [{ "id": "<line id>" }] } } with exactly one product, or relatedParty in its place.',
    )
  }
  const population = world.population()
  const customer = lineId === undefined ? population.customerById.get(customerId ?? '') : population.customerByLineId.get(lineId)
  const lines = customer?.lines.filter(({ id }) => lineId === undefined || id === lineId)
  if (!customer || !lines) throw badRequest(`searchCriteria: there is nobody with "${lineId ?? customerId}".`)
  return { customer, lines, by: lineId === undefined ? 'customer' : 'line' }
}

function onlyId(list: unknown): string | undefined {
  const only: unknown = Array.isArray(list) && list.length === 1 ? list[0] : undefined
  return isRecord(only) && typeof only.id === 'string' && only.id !== '' ? only.id : undefined
}

function toQuery(world: World, query: UsageQuery) {
  const { customer, lines, by } = query
  const relatedParty = [customerParty(world, customer)]
  return {
    id: query.id,
    href: href(world, 'usage', query.id),
    queryUsageConsumptionDate: query.requestedAt.toISOString(),
    // v4 declares the state on the consumption only; like most systems this one tells the task's own state too.
    state: query.state,
    searchCriteria: by === 'customer' ? { relatedParty } : { product: lines.map((line) => lineRef(world, line)) },
    relatedParty,
    usageConsumption: lines.flatMap((line, index) => toConsumptions(world, query, line, `${query.id}-${index + 1}`)),
    '@type': 'QueryUsageConsumption',
  }
}

/** Of one line, and what it used abroad apart: that is as old as the networks there make it. */
function toConsumptions(world: World, query: UsageQuery, line: SimLine, id: string) {
  const { customer } = query
  const counters = countersNow(world, customer, line)
  const shared = sharedCounterOf(customer, world.seed, startOfDay(world.now()))
  const home = counters.filter(({ isRoaming }) => !isRoaming).map((counter) => toBucket(world, customer, line, counter))
  const abroad = counters.filter(({ isRoaming }) => isRoaming).map((counter) => toBucket(world, customer, line, counter))
  return [
    toConsumption(world, query, line, {
      id,
      name: `Consumi di ${line.planName}`,
      lastUpdate: world.now(),
      buckets: shared?.usedBy.has(line.id) ? [...home, toSharedBucket(world, customer, line, shared)] : home,
    }),
    ...(abroad.length > 0
      ? [
          toConsumption(world, query, line, {
            id: `${id}-R`,
            name: 'Consumi all’estero',
            lastUpdate: roamingCountedAt(line, world.seed, world.now()),
            buckets: abroad,
          }),
        ]
      : []),
  ]
}

type Consumption = { id: string; name: string; lastUpdate: Date; buckets: readonly object[] }

function toConsumption(world: World, query: UsageQuery, line: SimLine, { id, name, lastUpdate, buckets }: Consumption) {
  return present({
    id,
    name,
    creationDate: query.requestedAt.toISOString(),
    lastUpdate: query.state === 'accepted' ? undefined : lastUpdate.toISOString(),
    state: query.state,
    product: [lineRef(world, line)],
    logicalResource: [{ id: line.msisdn, name: 'msisdn', '@referredType': 'LogicalResource' }],
    bucketRefOrValue: query.state === 'done' ? buckets : undefined,
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
    // The contract leaves the word free.
    usageType: counter.isRoaming ? `${counter.type}-roaming` : counter.type,
    status: 'active',
    isShared: false,
    product: [lineRef(world, line)],
    relatedParty: [customerParty(world, customer)],
    remainingValue: remaining === undefined ? undefined : { amount: remaining, units: unit },
    remainingValueName: remaining === undefined ? 'Unlimited' : `${remaining} ${unit}`,
    bucketCounter: [
      summary('used', counter.used, counter),
      remaining === undefined
        ? { counterType: 'remaining', level: 'global', valueName: 'Unlimited', consumptionPeriod: validFor }
        : summary('remaining', remaining, counter),
    ],
    validFor,
    '@type': 'Bucket',
  })
}

/** Of several lines: what all of them used, and what this one did. */
function toSharedBucket(world: World, customer: SimCustomer, line: SimLine, counter: SharedCounter) {
  const bucket = toBucket(world, customer, line, counter)
  const user = { id: line.id, name: line.msisdn, role: 'user', '@referredType': 'Product' }
  const own = { ...summary('used', counter.usedBy.get(line.id) ?? 0, counter), level: 'user', user }
  return {
    ...bucket,
    isShared: true,
    product: customer.lines.filter(({ id }) => counter.usedBy.has(id)).map((sharing) => lineRef(world, sharing)),
    bucketCounter: [...bucket.bucketCounter, own],
  }
}

function summary(counterType: 'used' | 'remaining', amount: number, { type, resetsOn }: SimCounter) {
  return {
    counterType,
    level: 'global',
    valueName: `${amount} ${units[type]}`,
    value: { amount, units: units[type] },
    consumptionPeriod: { endDateTime: resetsOn.toISOString() },
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
