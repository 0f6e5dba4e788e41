import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { readJson } from '../http/body.ts'
import { badRequest } from '../http/problem.ts'
import type { Route } from '../http/types.ts'
import { startOfDay } from '../population/dates.ts'
import { outagesOf, type SimOutage } from '../population/outages-of.ts'
import type { SimCustomer, SimLine } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { customersAskedFor, href, present } from './values.ts'

/** A fault, and those of the lines it concerns that were asked about. */
type Problem = { outage: SimOutage; lines: readonly SimLine[] }

/** TMF656 serviceProblem: what does not work, and where it is mended. */
export function outages(world: World): Resource<Problem> {
  return {
    path: paths.serviceProblem,
    bss: 'outages',
    attributes: [
      'id', 'href', 'affectedNumberOfServices', 'category', 'correlationId', 'creationDate', 'description', 'externalId',
      'impactImportanceFactor', 'lastUpdate', 'name', 'originatingSystem', 'priority', 'problemEscalation', 'reason', 'resolutionDate',
      'status', 'statusChangeDate', 'statusChangeReason', 'timeChanged', 'timeRaised', 'affectedLocation', 'affectedResource',
      'affectedService', 'associatedSLAViolation', 'associatedTroubleTicket', 'comment', 'extensionInfo', 'firstAlert', 'impactPatterns',
      'originatorParty', 'parentProblem', 'relatedEvent', 'relatedObject', 'relatedParty', 'responsibleParty', 'rootCauseResource',
      'rootCauseService', 'trackingRecord', 'underlyingAlarm', 'underlyingProblem', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list: (query) => problemsOf(world, customersAskedFor(world, query, 'relatedParty.id', 'affectedService.id')),
    get(id) {
      const customer = world.population().customerById.get(`C-${id.slice(3)}`)
      return problemsOf(world, customer ? [customer] : world.population().customers).find(({ outage }) => outage.id === id)
    },
    represent: (problem) => toProblem(world, problem),
  }
}

function problemsOf(world: World, customers: readonly SimCustomer[]): Problem[] {
  const today = startOfDay(world.now())
  const own = customers.flatMap((customer) => outagesOf(world.seed, customer, today).map((outage) => ({ outage, lines: customer.lines })))
  const announced = world.outages.list().map((outage) => ({
    outage,
    lines: customers.filter(({ city }) => outage.area === undefined || outage.area === city).flatMap(({ lines }) => lines),
  }))
  return [...announced.filter(({ lines }) => lines.length > 0), ...own]
}

function toProblem(world: World, { outage, lines }: Problem) {
  const { id, isPlanned, services, since, expectedEnd, resolvedOn } = outage
  return present({
    id,
    href: href(world, 'serviceProblem', id),
    category: isPlanned ? 'plannedMaintenance' : 'serviceOutage',
    status: resolvedOn ? 'resolved' : 'active',
    description: isPlanned ? 'Lavori programmati sulla rete' : 'Guasto della rete',
    timeRaised: since.toISOString(),
    resolutionDate: resolvedOn?.toISOString(),
    affectedService: lines.map((line) => ({ id: line.id, href: href(world, 'product', line.id), '@referredType': 'Service' })),
    // The contract knows when a problem was resolved, not when it will be: systems tell it here.
    extensionInfo: [
      ...(expectedEnd ? [{ name: 'expectedResolutionDate', value: expectedEnd.toISOString() }] : []),
      { name: 'services', value: services.join(',') },
    ],
    '@type': 'ServiceProblem',
  })
}

const Announcement = Type.Object(
  {
    /** A town of the population; absent: everywhere. */
    area: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    planned: Type.Optional(Type.Boolean()),
    /** When it begins and ends; ISO 8601. */
    from: Type.Optional(Type.String({ format: 'date-time' })),
    until: Type.Optional(Type.String({ format: 'date-time' })),
  },
  { additionalProperties: false },
)

/** The switch for the demo: `PUT /_simulator/outages` announces a fault until the next reset. */
export function outageControls(world: World): Route[] {
  return [
    { method: 'GET', path: '/_simulator/outages', handle: () => ({ status: 200, json: world.outages.list() }) },
    {
      method: 'PUT',
      path: '/_simulator/outages',
      handle(request) {
        const body = readJson(request)
        if (!Value.Check(Announcement, body)) {
          throw badRequest(
            'Expected { "area": "<town>", "planned": false, "from": "<date-time>", "until": "<date-time>" }; all may be left out.',
          )
        }
        const outage = world.outages.announce({
          isPlanned: body.planned ?? false,
          services: ['data', 'voice'],
          since: body.from ? new Date(body.from) : world.now(),
          ...(body.area !== undefined && { area: body.area }),
          ...(body.until !== undefined && { expectedEnd: new Date(body.until) }),
        })
        return { status: 200, json: outage }
      },
    },
    {
      method: 'DELETE',
      path: '/_simulator/outages',
      handle() {
        world.outages.reset()
        return { status: 204 }
      },
    },
  ]
}
