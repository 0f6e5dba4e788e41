import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLimiter } from './limit.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const limits = { poolSize: 1, connectionWaitMs: 100 }

test('who waits goes in the order of coming', async () => {
  const limiter = createLimiter()
  const leave = await limiter.enter(limits)
  const order: number[] = []
  const waiting = [1, 2, 3].map(async (number) => {
    const done = await limiter.enter(limits)
    order.push(number)
    done()
  })
  leave()
  await Promise.all(waiting)
  expect(order).toEqual([1, 2, 3])
  expect([limiter.active, limiter.waiting]).toEqual([0, 0])
})

test('who waits too long is told, and his place in the line is free', async () => {
  const limiter = createLimiter()
  const leave = await limiter.enter(limits)
  const late = limiter.enter(limits).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(100)
  expect(await late).toMatchObject({ code: 'BSS_UNAVAILABLE', wasSent: false })
  expect(limiter.waiting).toBe(0)
  leave()
  expect(limiter.active).toBe(0)
})

test('the line itself is bounded', async () => {
  const limiter = createLimiter()
  await limiter.enter(limits)
  const outcomes = Array.from({ length: 100 }, () =>
    limiter.enter(limits).then(
      () => 'in',
      () => 'refused',
    ),
  )
  expect(limiter.waiting).toBe(16)
  await vi.advanceTimersByTimeAsync(100)
  expect(new Set(await Promise.all(outcomes))).toEqual(new Set(['refused']))
})

test('a smaller pool lets those inside finish, a larger one lets more in', async () => {
  const limiter = createLimiter()
  const leaves = [await limiter.enter({ ...limits, poolSize: 2 }), await limiter.enter({ ...limits, poolSize: 2 })]
  const third = limiter.enter(limits)
  leaves[0]?.()
  expect(limiter.active).toBe(1)
  leaves[1]?.()
  await third
  expect(limiter.active).toBe(1)
  await limiter.enter({ ...limits, poolSize: 3 })
  expect(limiter.active).toBe(2)
})
