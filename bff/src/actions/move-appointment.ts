import type { Appointment } from '@mosaic/schemas/bss'
import { show } from '@mosaic/schemas/errors'
import { slotOf } from '../bss/methods/callback-slots/slot-id.ts'
import { act } from './act.ts'
import {
  Answered,
  type ActionDependencies,
  type ActionReceipt,
  type ActionRequest,
  type ActionWords,
  type Known,
  type Sent,
  type Tap,
} from './contract.ts'
import { badInput, checkId } from './inputs.ts'

export type MoveAppointmentInput = Tap & { appointmentId: string; slotId: string }

const words: ActionWords = {
  completed: { it: 'Fatto: l’appuntamento è spostato.', en: 'Done: your appointment has been moved.' },
  pending: {
    it: 'Stiamo spostando l’appuntamento: lo vedrai qui fra poco.',
    en: 'We are moving your appointment: you will see it here shortly.',
  },
  failed: {
    it: 'Questo orario è appena stato occupato: il tuo appuntamento resta com’era. Scegline un altro.',
    en: 'This time has just been taken: your appointment stands as it was. Choose another one.',
  },
  unknown: {
    it: 'Non abbiamo ancora la conferma: controlla i tuoi appuntamenti fra qualche minuto prima di riprovare.',
    en: 'We have no confirmation yet: check your appointments in a few minutes before trying again.',
  },
}

/** Moves one of the customer's appointments to another time. Throws what `act` throws. */
export async function moveAppointment(
  dependencies: ActionDependencies,
  request: ActionRequest,
  { appointmentId, slotId, idempotencyKey }: MoveAppointmentInput,
): Promise<ActionReceipt> {
  checkId('appointmentId', appointmentId)
  checkId('slotId', slotId)
  const slot = slotOf(slotId)
  if (!slot) throw badInput('slotId', 'the id of a time as `appointment` names it', 'another text')
  const prepare = async ({ read, visit }: Known): Promise<Sent<'moveAppointment'>> => {
    const appointment = (await read('appointments')).find(({ id }) => id === appointmentId)
    if (!appointment) throw badInput('appointmentId', 'one of the customer’s own appointments', show(appointmentId))
    // A tap that is repeated finds its work done.
    if (isAt(appointment, slot)) {
      throw appointment.status === 'requested' ? new Answered('pending', words.pending) : new Answered('completed', words.completed)
    }
    if (Date.parse(slot.startsAt) <= visit.now.getTime()) {
      throw new Answered('failed', { it: 'Questo orario è già passato: scegline un altro.', en: 'This time is over: choose another one.' })
    }
    if (!isMovable(appointment)) {
      throw new Answered('failed', {
        it: 'Questo appuntamento non si può spostare da qui: chiamaci e troviamo insieme un altro momento.',
        en: 'This appointment cannot be moved here: call us and we will find another time together.',
      })
    }
    return { appointmentId, slotId }
  }
  return act(dependencies, request, { operation: 'moveAppointment', write: 'moveAppointment', words, prepare }, idempotencyKey)
}

function isAt({ startsAt, endsAt }: Appointment, slot: { startsAt: string; endsAt: string }): boolean {
  return startsAt === slot.startsAt && (endsAt === undefined || endsAt === slot.endsAt)
}

/** What is still to come, and has other times to choose from: what is arranged with a shop is moved there. */
function isMovable({ what, status }: Appointment): boolean {
  return (what === 'callback' || what === 'technician') && (status === 'confirmed' || status === 'requested')
}
