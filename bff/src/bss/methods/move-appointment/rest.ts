import type { Source } from '../../contract.ts'
import { badAnswer } from '../../failure.ts'
import { Reading } from '../../tolerant/reading.ts'
import { statusOf } from '../book-callback/rest.ts'
import { slotOf } from '../callback-slots/slot-id.ts'
import { isTaken } from '../callback-slots/taken.ts'

/**
 * TMF646 `PATCH appointment/<id>`: the same appointment at another time. One request and no look before: asked again after an answer that was lost, the hour may
 * be full because of this very customer. Whose it is, is sent along, so that a system that checks can.
 */
export const moveAppointment: Source<'moveAppointment', 'rest'> = {
  version: 1,
  async ask(context, { customerId }, { appointmentId, slotId, idempotencyKey }) {
    const slot = slotOf(slotId)
    // Nothing has been sent yet, so nothing has happened.
    if (!slot) throw badAnswer('slotId', 'an id of a time slot', 'another text')
    const { status, body } = await context.sendOnce({
      api: 'appointment',
      path: `appointment/${encodeURIComponent(appointmentId)}`,
      method: 'PATCH',
      headers: { 'idempotency-key': idempotencyKey },
      told: [409],
      body: {
        externalId: idempotencyKey,
        validFor: { startDateTime: slot.startsAt, endDateTime: slot.endsAt },
        relatedParty: [{ id: customerId, role: 'customer', '@referredType': 'Customer' }],
        ...(slot.systemId && { relatedEntity: [{ id: slot.systemId, role: 'timeSlot', '@referredType': 'TimeSlot' }] }),
      },
    })
    const moved = new Reading(body, 'appointment')
    if (status !== 409) return { id: moved.at('id').requiredText('the id of an appointment'), status: statusOf(moved) }
    if (isTaken(moved)) return { id: appointmentId, status: 'failed' }
    // Our own first attempt may be what is in the way.
    throw moved.at('code').bad('the code of an hour that is taken')
  },
}
