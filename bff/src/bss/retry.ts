import { setTimeout as sleep } from 'node:timers/promises'
import { BssFailure } from './failure.ts'

/** No wait between attempts is longer than this, whatever the back-end asks for: the customer is waiting too. */
const longestWaitMs = 2_000

/**
 * Repeats a read while it fails in a way that may pass, at most `retries` times, waiting a random time up to
 * `retryWaitMs`·2ⁿ between attempts (full jitter: instances that failed together do not return together).
 * A back-end that asked for more patience than that is left alone.
 */
export async function withRetries<T>(
  policy: { retries: number; retryWaitMs: number },
  attempt: () => Promise<T>,
  options: { onRetry?: () => void; random?: () => number } = {},
): Promise<T> {
  const { onRetry, random = Math.random } = options
  for (let count = 0; ; count++) {
    try {
      return await attempt()
    } catch (error) {
      const longest = Math.min(policy.retryWaitMs * 2 ** count, longestWaitMs)
      const mayPass = error instanceof BssFailure && error.isRetryable && (error.retryAfterSeconds ?? 0) * 1_000 <= longest
      if (!mayPass || count >= policy.retries) throw error
      onRetry?.()
      await sleep(random() * longest)
    }
  }
}
