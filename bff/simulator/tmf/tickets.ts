import { Type } from 'typebox'
import { checked, idempotencyKey } from '../http/asked.ts'
import { readJson } from '../http/body.ts'
import { badRequest, conflict } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import { plusDays, startOfDay } from '../population/dates.ts'
import { ticketsOf, type SimTicket } from '../population/tickets-of.ts'
import type { SimCustomer } from '../population/types.ts'
import type { OpenedTicket } from '../state/tickets.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import { readRoutes, type Resource } from './resource.ts'
import { customerParty, customersAskedFor, href, present } from './values.ts'

type Ticket = { customer: SimCustomer; ticket: SimTicket | OpenedTicket }

/** TMF621: what customers reported, and what is reported for them. */
export function ticketRoutes(world: World): Route[] {
  return [
    ...readRoutes(tickets(world)),
    { method: 'POST', path: paths.troubleTicket, bss: 'openTicket', handle: (request) => open(world, request) },
  ]
}

/** TMF621 troubleTicket: what customers reported. */
export function tickets(world: World): Resource<Ticket> {
  return {
    path: paths.troubleTicket,
    bss: 'tickets',
    attributes: [
      'id', 'href', 'creationDate', 'description', 'expectedResolutionDate', 'externalId', 'lastUpdate', 'name', 'priority',
      'requestedResolutionDate', 'resolutionDate', 'severity', 'statusChangeDate', 'statusChangeReason', 'ticketType', 'attachment',
      'channel', 'note', 'relatedEntity', 'relatedParty', 'status', 'statusChange', 'troubleTicketRelationship', '@baseType',
      '@schemaLocation', '@type',
    ], // prettier-ignore
    list: (query) => customersAskedFor(world, query, 'relatedParty.id').flatMap((customer) => allOf(world, customer)),
    get(id) {
      const customer = world.population().customerById.get(world.tickets.find(id)?.customerId ?? `C-${id.split('-')[1]}`)
      return customer && allOf(world, customer).find(({ ticket }) => ticket.id === id)
    },
    represent: (source) => toTicket(world, source),
  }
}

function allOf(world: World, customer: SimCustomer): Ticket[] {
  const reported = ticketsOf(world.seed, customer, startOfDay(world.now()))
  return [...reported, ...world.tickets.of(customer.id)].map((ticket) => ({ customer, ticket }))
}

/** What the contract demands of a ticket, and what this operator demands of the values. */
const Body = Type.Object({
  description: Type.String({ minLength: 1, maxLength: 4_000 }),
  severity: Type.Enum(['minor', 'normal', 'major', 'critical']),
  ticketType: Type.Enum(['technicalSupport', 'billing', 'request']),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  externalId: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  relatedParty: Type.Array(Type.Object({ id: Type.String(), '@referredType': Type.String() }), { minItems: 1, maxItems: 1 }),
  relatedEntity: Type.Optional(
    Type.Array(Type.Object({ id: Type.String(), role: Type.String(), '@referredType': Type.String() }), { maxItems: 5 }),
  ),
})

/** In how many days this operator expects to have solved it. */
const solvedInDays = 2

function open(world: World, request: SimRequest): Reply {
  const body = readJson(request)
  const { name, description, severity, ticketType, externalId, relatedParty, relatedEntity = [] } = checked(Body, body)
  const key = idempotencyKey(request) ?? externalId
  const earlier = key === undefined ? undefined : world.tickets.idempotency.check(key, body)
  if (earlier === 'conflict') throw conflict('The key was already used for another ticket. Use a new key for a new one.')
  const made = earlier && world.tickets.find(earlier.resultId)
  if (earlier && !made) throw conflict('The key was used for a ticket too old to be shown again. Use a new key for a new one.')
  if (made) return opened(world, made, { 'idempotency-replayed': 'true' })

  const customer = world.population().customerById.get(relatedParty[0]?.id ?? '')
  if (!customer) throw badRequest('relatedParty[0].id: there is no such customer.')
  const lineId = relatedEntity.find(({ role }) => role === 'line')?.id
  if (lineId !== undefined && !customer.lines.some(({ id }) => id === lineId))
    throw badRequest('relatedEntity: the line is not this customer’s.')
  const ticket = world.tickets.open({
    customerId: customer.id,
    name,
    description,
    severity,
    ticketType,
    ...(externalId !== undefined && { externalId }),
    ...(lineId !== undefined && { lineId }),
    openedOn: world.now(),
    expectedOn: plusDays(startOfDay(world.now()), solvedInDays, 16),
  })
  if (key !== undefined) world.tickets.idempotency.record(key, body, ticket.id)
  return opened(world, ticket)
}

function opened(world: World, ticket: OpenedTicket, headers: Record<string, string> = {}): Reply {
  const customer = world.population().customerById.get(ticket.customerId)
  if (!customer) throw conflict('The customer of this ticket is not there any more.')
  const json = toTicket(world, { customer, ticket })
  return { status: 201, headers: { location: json.href, ...headers }, json }
}

function toTicket(world: World, { customer, ticket }: Ticket) {
  const { id, name, status, lineId, openedOn, expectedOn, resolvedOn } = ticket
  const said = 'description' in ticket ? ticket : undefined
  return present({
    id,
    href: href(world, 'troubleTicket', id),
    name,
    description: said?.description,
    externalId: said?.externalId,
    ticketType: said?.ticketType ?? 'technicalSupport',
    severity: said?.severity ?? 'normal',
    status,
    creationDate: openedOn.toISOString(),
    lastUpdate: (resolvedOn ?? openedOn).toISOString(),
    expectedResolutionDate: expectedOn?.toISOString(),
    resolutionDate: resolvedOn?.toISOString(),
    relatedParty: [customerParty(world, customer)],
    relatedEntity:
      lineId === undefined ? undefined : [{ id: lineId, href: href(world, 'product', lineId), role: 'line', '@referredType': 'Product' }],
    '@type': 'TroubleTicket',
  })
}
