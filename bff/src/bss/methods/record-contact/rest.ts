import type { Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'

/** The word under which a talk at the care desk is written down. */
export const careContact = 'careContact'

/** TMF683 `POST partyInteraction`: what came of a talk. The note carries the talk's own id, so that who reads both tells them for one. */
export const recordContact: Source<'recordContact', 'rest'> = {
  version: 1,
  async ask(context, { customerId }, { contactId, agentId, channel, about, text, startedAt, endedAt, idempotencyKey }) {
    const { body } = await context.sendOnce({
      api: 'partyInteraction',
      path: 'partyInteraction',
      headers: { 'idempotency-key': idempotencyKey },
      body: {
        reason: careContact,
        status: 'completed',
        // A customer calls, and is called back.
        direction: channel === 'callBack' ? 'outbound' : 'inbound',
        description: text ?? about ?? careContact,
        interactionDate: { startDateTime: startedAt, endDateTime: endedAt },
        channel: [{ id: 'care', href: 'channel/care', name: 'Care desk' }],
        relatedParty: [
          { id: customerId, href: `customer/${encodeURIComponent(customerId)}`, role: 'customer', '@referredType': 'Customer' },
        ],
        interactionItem: [{ id: about ?? careContact, reason: careContact }],
        note: [{ id: contactId, author: agentId, date: endedAt, text: text ?? '' }],
      },
    })
    return { id: new Reading(body, 'partyInteraction').at('id').requiredText('the id of an interaction'), status: 'completed' }
  },
}
