import type { Reading } from '../../tolerant/reading.ts'

/** What systems call an hour that somebody else was quicker to take; any other conflict says nothing about it. */
const takenWords = new Set<string | undefined>([
  'slottaken',
  'slotfull',
  'slotunavailable',
  'timeslotunavailable',
  'nocapacity',
  'capacityexceeded',
  'full',
])

/** Whether a conflict is about the hour, and so nothing has happened. */
export function isTaken(conflict: Reading): boolean {
  return takenWords.has(conflict.at('code').word())
}
