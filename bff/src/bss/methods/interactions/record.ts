import type { AskContext } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'

type Note = { id: string; text: string }
export type Recorded = { customerId: string; contentId: string; reason: string; idempotencyKey: string; notes?: readonly Note[] }

/** TMF683 `POST partyInteraction`: what a customer has done with something he was shown. */
export async function recordInteraction(
  context: AskContext<'rest'>,
  { customerId, contentId, reason, idempotencyKey, notes }: Recorded,
): Promise<{ id: string; status: 'completed' }> {
  // The day: a tap that is repeated must be the same request, or its key is refused.
  const day = context.now.toISOString().slice(0, 10)
  const { body } = await context.sendOnce({
    api: 'partyInteraction',
    path: 'partyInteraction',
    headers: { 'idempotency-key': idempotencyKey },
    body: {
      reason,
      status: 'completed',
      direction: 'inbound',
      description: idempotencyKey,
      interactionDate: { startDateTime: `${day}T00:00:00.000Z`, endDateTime: `${day}T23:59:59.999Z` },
      channel: [{ id: 'self-care', href: 'channel/self-care', name: 'Self care' }],
      relatedParty: [{ id: customerId, href: `customer/${encodeURIComponent(customerId)}`, role: 'customer', '@referredType': 'Customer' }],
      interactionItem: [{ id: contentId, reason, ...(notes && { note: notes }) }],
    },
  })
  return { id: new Reading(body, 'partyInteraction').at('id').requiredText('the id of an interaction'), status: 'completed' }
}
