import type { Ticket } from '@mosaic/schemas/bss'
import { listAll } from '../../connectors/rest/list-all.ts'
import type { Source } from '../../contract.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** What is read of each; nothing else need be sent. */
const fields = ['id', 'name', 'status', 'creationDate', 'expectedResolutionDate', 'relatedEntity']

/** States in which nothing came of a ticket. */
const dropped = new Set(['cancelled', 'rejected'])

/** TMF621 `troubleTicket?relatedParty.id=`, newest first. */
export const tickets: Source<'tickets', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const request = { api: 'troubleTicket', path: 'troubleTicket', query: { 'relatedParty.id': customerId }, fields } as const
    const kept = (await listAll(context, request)).filter((item) => !dropped.has(item.at('status').word() ?? ''))
    return readItems(kept, readTicket).sort((one, other) => other.openedOn.localeCompare(one.openedOn))
  },
}

function readTicket(item: Reading): Ticket {
  const id = item.at('id').requiredText('the id of a ticket')
  const openedOn = item.at('creationDate').instant()
  if (!openedOn) throw item.at('creationDate').bad('a date')
  const expectedOn = item.at('expectedResolutionDate').instant()
  const entities = item.at('relatedEntity').items()
  const lineId = entities
    .find((entity) => entity.at('@referredType').word() === 'product')
    ?.at('id')
    .text()
  return {
    id,
    title: item.at('name').text() ?? id,
    status: statusOf(item.at('status').word()),
    openedOn,
    ...(expectedOn && { expectedOn }),
    ...(lineId !== undefined && { lineId }),
  }
}

/** TMF621 says "pending" of a ticket that waits for the customer, and "held" of one that waits for somebody else. */
function statusOf(word: string | undefined): Ticket['status'] {
  if (word === 'resolved' || word === 'closed') return 'solved'
  return word === 'pending' ? 'waiting' : 'open'
}
