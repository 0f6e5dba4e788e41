import { startOfDay } from '../population/dates.ts'
import { ticketsOf, type SimTicket } from '../population/tickets-of.ts'
import type { SimCustomer } from '../population/types.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import type { Resource } from './resource.ts'
import { customerParty, customersAskedFor, href, present } from './values.ts'

/** TMF621 troubleTicket: what customers reported. */
export function tickets(world: World): Resource<{ customer: SimCustomer; ticket: SimTicket }> {
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
      const customer = world.population().customerById.get(`C-${id.split('-')[1]}`)
      return customer && allOf(world, customer).find(({ ticket }) => ticket.id === id)
    },
    represent: ({ customer, ticket }) => toTicket(world, customer, ticket),
  }
}

function allOf(world: World, customer: SimCustomer) {
  return ticketsOf(world.seed, customer, startOfDay(world.now())).map((ticket) => ({ customer, ticket }))
}

function toTicket(world: World, customer: SimCustomer, ticket: SimTicket) {
  const { id, name, status, lineId, openedOn, expectedOn, resolvedOn } = ticket
  return present({
    id,
    href: href(world, 'troubleTicket', id),
    name,
    ticketType: 'technicalSupport',
    severity: 'normal',
    status,
    creationDate: openedOn.toISOString(),
    lastUpdate: (resolvedOn ?? openedOn).toISOString(),
    expectedResolutionDate: expectedOn?.toISOString(),
    resolutionDate: resolvedOn?.toISOString(),
    relatedParty: [customerParty(world, customer)],
    relatedEntity: [{ id: lineId, href: href(world, 'product', lineId), role: 'line', '@referredType': 'Product' }],
    '@type': 'TroubleTicket',
  })
}
