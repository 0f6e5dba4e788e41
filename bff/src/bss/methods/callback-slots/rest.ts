import type { CallbackSlot } from '@mosaic/schemas/bss'
import { askTask } from '../../connectors/rest/task.ts'
import type { AskContext, Source } from '../../contract.ts'
import { BssFailure } from '../../failure.ts'
import { readItems, type Reading } from '../../tolerant/reading.ts'
import { slotIdOf } from './slot-id.ts'

/** How far ahead people look. */
const searchedMs = 5 * 86_400_000
/** More than anybody chooses from; some systems answer in quarters of an hour. */
const mostSlots = 60

/**
 * TMF646 `searchTimeSlot`: a question that is a task; one for each of what can be had. Only hours to come are told, the call-backs first, soonest first. A
 * system that knows nothing of technicians still calls back.
 */
export const callbackSlots: Source<'callbackSlots', 'rest'> = {
  version: 2,
  async ask(context) {
    const [calls, visits] = await Promise.all([search(context, 'callback'), search(context, 'technicianVisit').catch(noneWhereItFailed)])
    return [...calls, ...visits.map((slot) => ({ ...slot, what: 'technician' as const }))]
  },
}

function noneWhereItFailed(error: unknown): CallbackSlot[] {
  if (error instanceof BssFailure) return []
  throw error
}

async function search(context: AskContext<'rest'>, category: 'callback' | 'technicianVisit'): Promise<CallbackSlot[]> {
  const { now } = context
  const period = { startDateTime: now.toISOString(), endDateTime: new Date(now.getTime() + searchedMs).toISOString() }
  const body = {
    requestedTimeSlot: [{ validFor: period }],
    relatedEntity: [{ id: category, role: 'category', '@referredType': 'AppointmentCategory' }],
  }
  const task = await askTask(context, { api: 'appointment', path: 'searchTimeSlot', body }, stateOf)
  const found = readItems(task.at('availableTimeSlot').wholeItems(), readSlot).filter(({ startsAt }) => startsAt > period.startDateTime)
  return found.sort((one, other) => one.startsAt.localeCompare(other.startsAt)).slice(0, mostSlots)
}

/** A task that already carries slots is done, whatever it forgets to say. */
function stateOf(task: Reading): string | undefined {
  return task.at('status').word() ?? task.at('state').word() ?? (task.at('availableTimeSlot').isThere() ? 'done' : undefined)
}

function readSlot(item: Reading): CallbackSlot {
  const startsAt = item.at('validFor', 'startDateTime').instant()
  if (!startsAt) throw item.at('validFor', 'startDateTime').bad('a date')
  const endsAt = item.at('validFor', 'endDateTime').instant()
  if (!endsAt || endsAt <= startsAt) throw item.at('validFor', 'endDateTime').bad('a date after the beginning')
  return { id: slotIdOf({ startsAt, endsAt, systemId: item.at('id').text() }), startsAt, endsAt }
}
