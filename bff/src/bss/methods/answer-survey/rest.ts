import type { Source } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'
import { answer as answered } from '../interactions/rest.ts'

/** TMF683 `POST partyInteraction`: what the customer said when he was asked. His answer and his comment are notes of what it was about. */
export const answerSurvey: Source<'answerSurvey', 'rest'> = {
  version: 1,
  async ask(context, { customerId }, { contentId, answer, comment, idempotencyKey }) {
    // The day: a tap that is repeated must be the same request, or its key is refused.
    const day = context.now.toISOString().slice(0, 10)
    const { body } = await context.sendOnce({
      api: 'partyInteraction',
      path: 'partyInteraction',
      headers: { 'idempotency-key': idempotencyKey },
      body: {
        reason: answered,
        status: 'completed',
        direction: 'inbound',
        description: idempotencyKey,
        interactionDate: { startDateTime: `${day}T00:00:00.000Z`, endDateTime: `${day}T23:59:59.999Z` },
        channel: [{ id: 'self-care', href: 'channel/self-care', name: 'Self care' }],
        relatedParty: [
          { id: customerId, href: `customer/${encodeURIComponent(customerId)}`, role: 'customer', '@referredType': 'Customer' },
        ],
        interactionItem: [
          {
            id: contentId,
            reason: answered,
            note: [{ id: 'answer', text: answer }, ...(comment === undefined ? [] : [{ id: 'comment', text: comment }])],
          },
        ],
      },
    })
    return { id: new Reading(body, 'partyInteraction').at('id').requiredText('the id of an interaction'), status: 'completed' }
  },
}
