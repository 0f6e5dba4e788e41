import { createRandom } from './random.ts'
import type { SimLine } from './types.ts'

const hourMs = 3_600_000

/** When what a line used abroad was last counted: the networks there tell it hours later. */
export function roamingCountedAt(line: SimLine, seed: number, now: Date): Date {
  const lagHours = createRandom(seed, `roaming-${line.id}`).integer(2, 9)
  return new Date((Math.floor(now.getTime() / hourMs) - lagHours) * hourMs)
}
