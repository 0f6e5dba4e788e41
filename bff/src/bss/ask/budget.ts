/** How many repetitions are saved up at the most: a short trouble after a quiet time may be repeated away, a long one not. */
const mostSaved = 10

/**
 * Repetitions paid for by calls: each call puts a share of one aside, each repetition takes a whole one. In an outage of everything the back-end
 * then meets at most that share more calls than without repetitions, and a few.
 */
export function createRetryBudget() {
  let saved = mostSaved

  return {
    /** A call that is no repetition. */
    earn(percent: number): void {
      saved = Math.min(mostSaved, saved + percent / 100)
    },
    /** Takes one repetition; false when there is none left. */
    spend(): boolean {
      if (saved < 1) return false
      saved--
      return true
    },
    get saved() {
      return saved
    },
  }
}

export type RetryBudget = ReturnType<typeof createRetryBudget>
