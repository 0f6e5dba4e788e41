import { describe, expect, test } from 'vitest'
import { BssFailure } from '../failure.ts'
import { createRetryBudget } from './budget.ts'
import { deadlineIn } from './deadline.ts'
import { withRetries } from './retry.ts'

const failure = (isRetryable: boolean, retryAfterSeconds?: number) =>
  new BssFailure(
    'BSS_UNAVAILABLE',
    'It failed',
    { expected: 'an answer', got: 'none', fix: 'Wait' },
    { wasSent: true, isRetryable, retryAfterSeconds },
  )
const policy = { retries: 3, retryWaitMs: 0, retryBudgetPercent: 10 }

/** How many attempts a call makes that fails each time like this. */
async function attempts(error: unknown, own: Partial<typeof policy> = {}, ms = 10_000, budget = createRetryBudget()): Promise<number> {
  let count = 0
  const attempt = () => {
    count++
    return Promise.reject(error as Error)
  }
  await expect(withRetries({ ...policy, ...own }, attempt, { budget, deadline: deadlineIn(ms), random: () => 0.5 })).rejects.toBe(error)
  return count
}

describe('a failure', () => {
  test('that may pass is repeated as often as the policy says', async () => {
    expect(await attempts(failure(true))).toBe(4)
    expect(await attempts(failure(true), { retries: 0 })).toBe(1)
  })
  test('that will not pass is not repeated', async () => {
    expect(await attempts(failure(false))).toBe(1)
    expect(await attempts(new Error('a fault of ours'))).toBe(1)
  })
  test('of a system that asks for more patience than there is, is not repeated', async () => {
    expect(await attempts(failure(true, 5))).toBe(1)
  })
  test('is not repeated when no time is left for it', async () => {
    expect(await attempts(failure(true), { retryWaitMs: 10_000 }, 50)).toBe(1)
  })
})

test('in an outage of everything repetitions cost at most their share more, and a few', async () => {
  const budget = createRetryBudget()
  let sent = 0
  for (let call = 0; call < 1_000; call++) sent += await attempts(failure(true), {}, 10_000, budget)
  expect(sent).toBeGreaterThan(1_000)
  expect(sent / 1_000).toBeLessThanOrEqual(1.2)
})

test('a budget of nothing allows what was saved up, then none', async () => {
  const budget = createRetryBudget()
  const counts: number[] = []
  for (let call = 0; call < 20; call++) counts.push(await attempts(failure(true), { retryBudgetPercent: 0, retries: 1 }, 10_000, budget))
  expect(counts).toEqual([...Array.from({ length: 10 }, () => 2), ...Array.from({ length: 10 }, () => 1)])
})

test('waits grow, and no two instances wait the same', async () => {
  const waited = async (random: number) => {
    const begun = performance.now()
    await withRetries({ retries: 1, retryWaitMs: 60, retryBudgetPercent: 10 }, () => Promise.reject(failure(true)), {
      budget: createRetryBudget(),
      deadline: deadlineIn(10_000),
      random: () => random,
    }).catch(() => {})
    return performance.now() - begun
  }
  const longest = await waited(0.999)
  expect(longest).toBeGreaterThan(50)
  // A busy machine makes a wait longer, never shorter.
  expect(Math.min(await waited(0), await waited(0), await waited(0), await waited(0))).toBeLessThan(longest)
})
