import type { Receipt } from '@mosaic/schemas/bss'
import type { Source } from '../../contract.ts'
import { badAnswer } from '../../failure.ts'
import { Reading } from '../../tolerant/reading.ts'
import { slotOf } from '../callback-slots/slot-id.ts'
import { isTaken } from '../callback-slots/taken.ts'

/**
 * TMF646 `POST appointment`. The idempotency key goes as the usual header and as the external id, which the contract knows. One request and no look
 * before: asked again after an answer that was lost, the hour may be full because of this very customer.
 */
export const bookCallback: Source<'bookCallback', 'rest'> = {
  version: 1,
  async ask(context, { customerId }, { slotId, topic, lineId, idempotencyKey }) {
    const slot = slotOf(slotId)
    // Nothing has been sent yet, so nothing has happened.
    if (!slot) throw badAnswer('slotId', 'an id of a call-back slot', 'another text')
    const { status, body } = await context.sendOnce({
      api: 'appointment',
      path: 'appointment',
      headers: { 'idempotency-key': idempotencyKey },
      told: [409],
      body: {
        category: 'callback',
        externalId: idempotencyKey,
        validFor: { startDateTime: slot.startsAt, endDateTime: slot.endsAt },
        ...(topic && { description: topic }),
        relatedParty: [{ id: customerId, role: 'customer', '@referredType': 'Customer' }],
        relatedEntity: [
          ...(slot.systemId ? [{ id: slot.systemId, role: 'timeSlot', '@referredType': 'TimeSlot' }] : []),
          ...(lineId ? [{ id: lineId, role: 'line', '@referredType': 'Product' }] : []),
        ],
      },
    })
    const made = new Reading(body, 'appointment')
    if (status !== 409) return { id: made.at('id').requiredText('the id of an appointment'), status: statusOf(made) }
    if (isTaken(made)) return { id: slotId, status: 'failed' }
    // Our own first attempt may be what is in the way.
    throw made.at('code').bad('the code of an hour that is taken')
  },
}

/** How far a system is with an appointment that it has been asked for. */
export function statusOf(made: Reading): Receipt['status'] {
  switch (made.at('status').word()) {
    case 'confirmed':
    case 'completed':
      return 'completed'
    case 'failed':
    case 'cancelled':
    case 'rejected':
      return 'failed'
    default:
      return 'pending'
  }
}
