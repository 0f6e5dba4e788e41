import type { Receipt } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'

/**
 * TMF621 `POST troubleTicket`. The idempotency key goes as the usual header and as the external id, which the contract knows and every look at the ticket
 * shows. One request and no look before: whether the first has arrived is the back-end's to know.
 */
export const openTicket: Source<'openTicket', 'rest'> = {
  version: 1,
  async ask(context, { customerId }, { title, description, lineId, idempotencyKey }) {
    const { body } = await context.sendOnce({
      api: 'troubleTicket',
      path: 'troubleTicket',
      headers: { 'idempotency-key': idempotencyKey },
      body: {
        name: title,
        description,
        // How bad it is, is for those to say who look into it.
        severity: 'normal',
        ticketType: 'technicalSupport',
        externalId: idempotencyKey,
        channel: { id: 'self-care', name: 'Self care' },
        relatedParty: [{ id: customerId, role: 'customer', '@referredType': 'Customer' }],
        ...(lineId && { relatedEntity: [{ id: lineId, role: 'line', '@referredType': 'Product' }] }),
      },
    })
    const made = new Reading(body, 'troubleTicket')
    return { id: made.at('id').requiredText('the id of a ticket'), status: statusOf(made) }
  },
}

/** A ticket that has its number is open, whatever comes of it later. */
function statusOf(made: Reading): Receipt['status'] {
  const word = made.at('status').word()
  return word === 'rejected' || word === 'cancelled' ? 'failed' : 'completed'
}
