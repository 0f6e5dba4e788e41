import { Type } from 'typebox'
import { checked } from '../http/asked.ts'
import { readJson } from '../http/body.ts'
import { badRequest } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import { eligibilityOf, type Obstacle, type Qualification } from '../population/eligibility-of.ts'
import type { AskedQualification, Task } from '../state/tasks.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import { readRoutes, type Resource } from './resource.ts'
import { customerParty, href, lineRef, present } from './values.ts'

/** What this operator answers: everything it sells, for one line. The contract has a place for the line where a product relies on another. */
const Body = Type.Object({
  instantSyncQualification: Type.Optional(Type.Boolean()),
  provideOnlyAvailable: Type.Optional(Type.Boolean()),
  provideUnavailabilityReason: Type.Optional(Type.Boolean()),
  productOfferingQualificationItem: Type.Array(
    Type.Object({
      id: Type.String({ minLength: 1 }),
      action: Type.Optional(Type.Literal('add')),
      product: Type.Object({
        productRelationship: Type.Array(
          Type.Object({ relationshipType: Type.Literal('reliesOn'), product: Type.Object({ id: Type.String({ minLength: 1 }) }) }),
          { minItems: 1, maxItems: 1 },
        ),
      }),
    }),
    { minItems: 1, maxItems: 1 },
  ),
})

type Query = Task<AskedQualification>

/** TMF679 productOfferingQualification: a read that is a task. */
export function qualificationRoutes(world: World): Route[] {
  const resource: Resource<Query> = {
    path: paths.qualification,
    bss: 'eligibility',
    attributes: [
      'id', 'href', 'description', 'effectiveQualificationDate', 'expectedPOQCompletionDate', 'expirationDate', 'instantSyncQualification',
      'productOfferingQualificationDate', 'provideAlternative', 'provideOnlyAvailable', 'provideUnavailabilityReason', 'qualificationResult',
      'requestedPOQCompletionDate', 'category', 'channel', 'note', 'place', 'productOfferingQualificationItem', 'relatedParty', 'state',
      '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list: () => world.qualifications.list(),
    get: (id) => world.qualifications.find(id),
    represent: (query) => toQuery(world, query),
  }
  const handle = (request: SimRequest) => create(world, request)
  return [...readRoutes(resource), { method: 'POST', path: paths.qualification, bss: 'eligibility', handle }]
}

function create(world: World, request: SimRequest): Reply {
  const asked = checked(Body, readJson(request))
  const lineId = asked.productOfferingQualificationItem[0]?.product.productRelationship[0]?.product.id ?? ''
  const customer = world.population().customerByLineId.get(lineId)
  const line = customer?.lines.find(({ id }) => id === lineId)
  if (!customer || !line) {
    throw badRequest(`productOfferingQualificationItem[0].product.productRelationship[0].product.id: there is no line "${lineId}".`)
  }
  const { provideOnlyAvailable: onlyAvailable = false, provideUnavailabilityReason: withReasons = false } = asked
  const query = world.qualifications.create({ customer, line, onlyAvailable, withReasons }, request.delay)
  return { status: 201, headers: { location: href(world, 'qualification', query.id) }, json: toQuery(world, query) }
}

function toQuery(world: World, query: Query) {
  const { customer, line, id, state, requestedAt, onlyAvailable, withReasons } = query
  const isDone = state === 'done'
  const found = () => eligibilityOf(customer, line, world.now()).filter(({ obstacle }) => !onlyAvailable || !obstacle)
  return present({
    id,
    href: href(world, 'qualification', id),
    productOfferingQualificationDate: requestedAt.toISOString(),
    instantSyncQualification: isDone,
    provideOnlyAvailable: onlyAvailable,
    provideUnavailabilityReason: withReasons,
    state: state === 'accepted' ? 'acknowledged' : state,
    relatedParty: [customerParty(world, customer)],
    qualificationResult: isDone ? 'qualified' : undefined,
    productOfferingQualificationItem: isDone ? found().map((one, index) => toItem(world, query, one, index + 1, withReasons)) : undefined,
    '@type': 'ProductOfferingQualification',
  })
}

function toItem(world: World, { line }: Query, { offering, obstacle }: Qualification, place: number, withReason: boolean) {
  return present({
    id: String(place),
    action: 'add',
    state: 'done',
    qualificationItemResult: obstacle ? 'unqualified' : 'qualified',
    eligibilityUnavailabilityReason: obstacle && withReason ? [{ code: obstacle, label: labels[obstacle] }] : undefined,
    product: { productRelationship: [{ relationshipType: 'reliesOn', product: lineRef(world, line) }] },
    productOffering: {
      id: offering.id,
      href: href(world, 'offering', offering.id),
      name: offering.name,
      '@referredType': 'ProductOffering',
    },
    '@type': 'ProductOfferingQualificationItem',
  })
}

const labels: Record<Obstacle, string> = {
  lineNotActive: 'La linea non è attiva',
  forBusiness: 'Riservata alle aziende',
  forConsumers: 'Riservata ai privati',
  notForDevice: 'Non prevista per il router',
  dataOnly: 'Non prevista per le SIM solo dati',
  includedInPlan: 'Già compresa nel piano',
  lineTooNew: 'Linea attiva da meno di 90 giorni',
}
