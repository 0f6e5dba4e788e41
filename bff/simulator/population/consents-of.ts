import { createRandom } from './random.ts'
import type { SimCustomer } from './types.ts'

const personas: Readonly<Record<string, boolean | undefined>> = { 'C-0002': false, 'C-0004': undefined }

/** Whether a customer lets his operator send him SMS about his calls; absent: he was never asked. */
export function consentOf(seed: number, { id, isPersona }: SimCustomer): boolean | undefined {
  if (isPersona) return Object.hasOwn(personas, id) ? personas[id] : true
  const drawn = createRandom(seed, `consents-${id}`).next()
  return drawn < 0.9 ? true : drawn < 0.95 ? false : undefined
}
