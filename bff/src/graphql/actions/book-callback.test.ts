import { slotCapacity, slotsFrom, takenByOthers } from '../../../simulator/population/appointments-of.ts'
import { startOfDay } from '../../../simulator/population/dates.ts'
import type { Simulator } from '../../../simulator/start.ts'
import { bookCallback } from '../../actions/book-callback.ts'
import { slotIdOf } from '../../bss/methods/callback-slots/slot-id.ts'
import { describeAction } from './testing/describe-action.ts'
import { lineOf, listOf } from './testing/simulated.ts'

const seed = 1
const slotId = (startsAt: Date, endsAt: Date) => slotIdOf({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })

/** An hour of the next days that nobody has taken a place of. */
function freeHour(): string {
  const slot = slotsFrom(startOfDay(new Date())).find(
    (one) => one.startsAt.getTime() > Date.now() + 3_600_000 && takenByOthers(seed, one) + 2 <= slotCapacity,
  )
  if (!slot) throw new Error('There is no free hour in the next days')
  return slotId(slot.startsAt, slot.endsAt)
}

describeAction({
  operation: 'bookCallback',
  does: bookCallback,
  write: 'bookCallback',
  customer: 'C-0014',
  stranger: 'C-0009',
  inputOf: (simulator: Simulator, customer: string) => ({ slotId: freeHour(), topic: 'Fattura', lineId: lineOf(simulator, customer) }),
  done: async (system, customer) =>
    (await listOf(system, 'appointment', `relatedParty.id=${customer}`)).filter(
      ({ id, status }) => String(id).startsWith('AP-B') && status === 'confirmed',
    ).length,
  answered: [['C-0014', { slotId: slotId(new Date('2026-01-02T10:00:00Z'), new Date('2026-01-02T11:00:00Z')) }, /già passato/]],
  refused: [
    [{ slotId: 'tomorrow' }, 'slotId'],
    [{ topic: 'x'.repeat(81) }, 'topic'],
  ],
})
