/** After an overload the limit falls to this share of itself, … */
const fall = 0.7
/** … but only once within this time, in milliseconds: what was under way when it fell says nothing new. */
const settleMs = 100

/**
 * A limit that follows what a system bears: it falls when the system shows that it has too much to do (no answer in time, 429, 503), and grows by
 * one for each round of answers while all of it is in use. As TCP does it: additive increase, multiplicative decrease.
 *
 * @param now a clock that only goes forward, in milliseconds.
 */
export function createAdaptiveLimit(now: () => number = () => performance.now()) {
  let limit = Number.POSITIVE_INFINITY
  let fellAt = Number.NEGATIVE_INFINITY

  return {
    /** What may be under way at a time, never above the pool. */
    within: (poolSize: number) => Math.max(1, Math.min(poolSize, Math.floor(limit))),

    /** An attempt is over. `active`: how many were under way with it. */
    observe(isOverload: boolean, active: number, poolSize: number): void {
      if (isOverload) {
        if (now() < fellAt + settleMs) return
        fellAt = now()
        limit = Math.max(1, Math.min(limit, poolSize, active) * fall)
      } else if (limit < poolSize && active >= Math.floor(limit)) {
        limit += 1 / limit
      }
    },
  }
}

export type AdaptiveLimit = ReturnType<typeof createAdaptiveLimit>
