import type { BackOffLimits } from '../../processes/back-off.ts'

/** All in milliseconds but for the counts. */
export type SmppLimits = {
  /** From the first packet to being bound. */
  bindMs: number
  /** The longest an answer is waited for. */
  answerMs: number
  /** How often the centre is asked whether it is still there. */
  enquireMs: number
  /** How long is waited after having been throttled, once. */
  throttledMs: number
  /** How long a text waits for a session and for its turn. */
  patienceMs: number
  /** How long the end waits for answers that are on the way. */
  farewellMs: number
  /** How many texts may be on the way at once. */
  window: number
  /** How many texts may wait. */
  queue: number
  backOff: BackOffLimits
}

export const factoryLimits: SmppLimits = {
  bindMs: 5_000,
  answerMs: 5_000,
  enquireMs: 15_000,
  throttledMs: 1_000,
  patienceMs: 5_000,
  farewellMs: 1_000,
  window: 10,
  queue: 1_000,
  backOff: { firstMs: 500, longestMs: 30_000, steadyMs: 60_000 },
}
