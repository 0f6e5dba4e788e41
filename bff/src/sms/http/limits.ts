/** All in milliseconds but for the counts. */
export type HttpSmsLimits = {
  connectMs: number
  /** From the question to the end of the answer. */
  answerMs: number
  /** How long is waited after having been throttled, once. */
  throttledMs: number
  /** How long a text waits for its turn. */
  patienceMs: number
  /** How long the end waits for answers that are on the way. */
  farewellMs: number
  /** How many texts may be on the way at once. */
  window: number
  /** How many texts may wait. */
  queue: number
}

export const factoryLimits: HttpSmsLimits = {
  connectMs: 2_000,
  answerMs: 5_000,
  throttledMs: 1_000,
  patienceMs: 5_000,
  farewellMs: 1_000,
  window: 10,
  queue: 1_000,
}
