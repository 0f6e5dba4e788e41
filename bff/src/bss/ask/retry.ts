import { retryWaitOf, type Policy } from '@mosaic/schemas/bss'
import { setTimeout as sleep } from 'node:timers/promises'
import { BssFailure } from '../failure.ts'
import type { RetryBudget } from './budget.ts'
import type { Deadline } from './deadline.ts'

type RetryPolicy = Pick<Policy, 'retries' | 'retryWaitMs' | 'retryBudgetPercent'>
type Options = { budget: RetryBudget; deadline: Deadline; onRetry?: () => void; random?: () => number }

/**
 * Repeats a read while it fails in a way that may pass, at most `retries` times and as long as the budget pays for it, waiting a random time up
 * to `retryWaitMs`·2ⁿ between attempts (full jitter: instances that failed together do not return together). A back-end that asked for more
 * patience than that, or than is left, is left alone.
 */
export async function withRetries<T>(policy: RetryPolicy, attempt: () => Promise<T>, options: Options): Promise<T> {
  const { budget, deadline, onRetry, random = Math.random } = options
  budget.earn(policy.retryBudgetPercent)
  for (let count = 0; ; count++) {
    try {
      return await attempt()
    } catch (error) {
      if (count >= policy.retries || !(error instanceof BssFailure) || !error.isRetryable) throw error
      const longest = retryWaitOf(policy.retryWaitMs, count)
      if ((error.retryAfterSeconds ?? 0) * 1_000 > longest) throw error
      const wait = random() * longest
      if (wait >= deadline.remainingMs() || !budget.spend()) throw error
      onRetry?.()
      await sleep(wait)
    }
  }
}
