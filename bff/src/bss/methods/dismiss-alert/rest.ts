import type { Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'
import { dismissal } from '../interactions/rest.ts'

/** TMF683 `POST partyInteraction`: the customer has read a notice and put it away. Done twice it is still put away, whatever becomes of the key. */
export const dismissAlert: Source<'dismissAlert', 'rest'> = {
  version: 1,
  async ask(context, { customerId }, { contentId, idempotencyKey }) {
    // The day: a tap that is repeated must be the same request, or its key is refused.
    const day = context.now.toISOString().slice(0, 10)
    const { body } = await context.sendOnce({
      api: 'partyInteraction',
      path: 'partyInteraction',
      headers: { 'idempotency-key': idempotencyKey },
      body: {
        reason: dismissal,
        status: 'completed',
        direction: 'inbound',
        description: idempotencyKey,
        interactionDate: { startDateTime: `${day}T00:00:00.000Z`, endDateTime: `${day}T23:59:59.999Z` },
        channel: [{ id: 'self-care', href: 'channel/self-care', name: 'Self care' }],
        relatedParty: [
          { id: customerId, href: `customer/${encodeURIComponent(customerId)}`, role: 'customer', '@referredType': 'Customer' },
        ],
        interactionItem: [{ id: contentId, reason: dismissal }],
      },
    })
    return { id: new Reading(body, 'partyInteraction').at('id').requiredText('the id of an interaction'), status: 'completed' }
  },
}
