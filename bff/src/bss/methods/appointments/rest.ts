import type { Appointment } from '@mosaic/schemas/bss'
import { listAll } from '../../connectors/rest/list-all.ts'
import type { Source } from '../../contract.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'

/** What is read of each; nothing else need be sent. */
const fields = ['id', 'category', 'status', 'description', 'validFor', 'relatedPlace']

/** TMF646 `appointment?relatedParty.id=`, soonest first. One that failed was never made. */
export const appointments: Source<'appointments', 'rest'> = {
  version: 1,
  async ask(context, { customerId }) {
    const request = { api: 'appointment', path: 'appointment', query: { 'relatedParty.id': customerId }, fields } as const
    const made = (await listAll(context, request)).filter((item) => item.at('status').word() !== 'failed')
    return readItems(made, readAppointment).sort((one, other) => one.startsAt.localeCompare(other.startsAt))
  },
}

function readAppointment(item: Reading): Appointment {
  const id = item.at('id').requiredText('the id of an appointment')
  const startsAt = item.at('validFor', 'startDateTime').instant()
  if (!startsAt) throw item.at('validFor', 'startDateTime').bad('a date')
  const endsAt = item.at('validFor', 'endDateTime').instant()
  const topic = item.at('description').text()
  // Some systems have several places; the first is where to go.
  const place = item.at('relatedPlace').items()[0]?.at('name').text()
  return {
    id,
    what: whatOf(item.at('category').word() ?? ''),
    status: statusOf(item.at('status').word()),
    startsAt,
    ...(endsAt && { endsAt }),
    ...(topic !== undefined && { topic }),
    ...(place !== undefined && { place }),
  }
}

/** The contract leaves the words open. */
function whatOf(category: string): Appointment['what'] {
  if (/call|phone/.test(category)) return 'callback'
  if (/technician|install|intervention|repair/.test(category)) return 'technician'
  return /store|shop/.test(category) ? 'store' : 'other'
}

function statusOf(word: string | undefined): Appointment['status'] {
  switch (word) {
    case 'initialized':
    case 'requested':
    case 'pending':
      return 'requested'
    case 'cancelled':
    case 'canceled':
    case 'rejected':
      return 'cancelled'
    case 'completed':
    case 'done':
      return 'completed'
    default:
      return 'confirmed'
  }
}
