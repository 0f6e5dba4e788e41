/** How long the processes of one place have been dying, and so how long the next one waits. */
export type BackOff = {
  /**
   * The wait before the next start, in milliseconds.
   *
   * @param stoodMs how long the one that died had served
   */
  next(stoodMs: number): number
}

export type BackOffLimits = {
  /** About the wait after a first death; each further one doubles it. */
  firstMs: number
  /** No wait is longer. */
  longestMs: number
  /** A process that has served so long was a good one: counting begins anew. */
  steadyMs: number
}

export const factoryLimits: BackOffLimits = { firstMs: 200, longestMs: 30_000, steadyMs: 60_000 }

/**
 * Exponential, capped, and shortened by up to half at random, so that processes that die together do not start together for ever.
 *
 * @param random a number from 0 to 1. @default Math.random
 */
export function createBackOff({ firstMs, longestMs, steadyMs }: BackOffLimits = factoryLimits, random = Math.random): BackOff {
  let deaths = 0
  return {
    next(stoodMs) {
      if (stoodMs >= steadyMs) deaths = 0
      const full = Math.min(longestMs, firstMs * 2 ** deaths)
      // Beyond the cap there is nothing left to count.
      if (full < longestMs) deaths++
      return full * (1 - random() / 2)
    },
  }
}
