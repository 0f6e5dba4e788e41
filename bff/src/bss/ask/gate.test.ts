import { beforeEach, describe, expect, test } from 'vitest'
import { createMetrics } from '../../metrics.ts'
import { BssFailure } from '../failure.ts'
import { quickPolicy } from '../testing/instances.ts'
import { deadlineIn } from './deadline.ts'
import { createGate, type Gate } from './gate.ts'

let gate: Gate
beforeEach(() => {
  gate = createGate('account', createMetrics())
})
const policy = { ...quickPolicy, poolSize: 2, connectionWaitMs: 100 }
const down = () =>
  Promise.reject(
    new BssFailure('BSS_UNAVAILABLE', 'Down', { expected: 'an answer', got: 'none', fix: 'Wait' }, { wasSent: true, isRetryable: true }),
  )
const never = new Promise<never>(() => {})

test('an attempt gets what the deadline leaves of its time', async () => {
  const times: number[] = []
  const attempt = (timeoutMs: number) => Promise.resolve(void times.push(timeoutMs))
  await gate.pass(policy, deadlineIn(60_000), attempt)
  await gate.pass(policy, deadlineIn(100), attempt)
  expect(times[0]).toBe(policy.readTimeoutMs)
  expect(times[1]).toBeLessThanOrEqual(100)
  expect(times[1]).toBeGreaterThan(50)
})

test('what cannot be answered in the time that is left is not begun', async () => {
  await gate.pass(policy, deadlineIn(60_000), () => new Promise((resolve) => setTimeout(resolve, 80)))
  for (let index = 0; index < 200; index++)
    await gate.pass(policy, deadlineIn(60_000), () => new Promise((resolve) => setTimeout(resolve, 2)))
  const before = deadlineIn(60_000)
  expect(before.remainingMs()).toBeGreaterThan(59_000)
  let isBegun = false
  const late = gate.pass(policy, { remainingMs: () => 1 }, () => Promise.resolve((isBegun = true)))
  await expect(late).rejects.toMatchObject({ code: 'BSS_TIMEOUT', wasSent: false })
  expect(isBegun).toBe(false)
})

test('a place is given back however the attempt ends', async () => {
  for (let index = 0; index < 10; index++) await gate.pass({ ...policy, circuitFailurePercent: 0 }, deadlineIn(1_000), down).catch(() => {})
  expect(gate.hasRoom(policy)).toBe(true)
})

test('the wait for a connection is as long as configured, and no longer than the deadline', async () => {
  for (let index = 0; index < policy.poolSize; index++) void gate.pass(policy, deadlineIn(60_000), () => never)
  const waited = async (ms: number) => {
    const begun = performance.now()
    await expect(gate.pass(policy, deadlineIn(ms), () => never)).rejects.toMatchObject({ code: 'BSS_UNAVAILABLE', wasSent: false })
    return performance.now() - begun
  }
  expect(Math.min(await waited(60_000), await waited(60_000), await waited(60_000))).toBeLessThan(policy.connectionWaitMs + 10)
  expect(await waited(60_000)).toBeGreaterThanOrEqual(policy.connectionWaitMs - 2)
  expect(Math.min(await waited(30), await waited(30), await waited(30))).toBeLessThan(45)
})

describe('the circuit', () => {
  test('opens on a system in trouble, and then nothing is sent', async () => {
    let sent = 0
    const attempt = () => {
      sent++
      return down()
    }
    const strict = { ...policy, circuitMinimumCalls: 5 }
    for (let index = 0; index < 50; index++) await gate.pass(strict, deadlineIn(1_000), attempt).catch(() => {})
    expect(sent).toBe(5)
  })

  test('does not open on a system that says no, nor for want of connections', async () => {
    const strict = { ...policy, circuitMinimumCalls: 2, circuitFailurePercent: 1, connectionWaitMs: 0 }
    const no = () =>
      Promise.reject(
        new BssFailure('BSS_BAD_ANSWER', 'No', { expected: 'yes', got: 'no', fix: 'Ask otherwise' }, { wasSent: true, isRetryable: false }),
      )
    for (let index = 0; index < 20; index++) await gate.pass(strict, deadlineIn(1_000), no).catch(() => {})
    for (let index = 0; index < policy.poolSize; index++) void gate.pass(strict, deadlineIn(60_000), () => never)
    for (let index = 0; index < 20; index++) {
      await expect(gate.pass(strict, deadlineIn(1_000), () => never)).rejects.toMatchObject({
        message: expect.stringContaining('No connection') as string,
      })
    }
  })
})

test('a limit that adapts falls when the system shows that it has too much to do, and comes back', async () => {
  const adaptive = { ...policy, poolSize: 8, adaptive: true, circuitFailurePercent: 0, connectionWaitMs: 0 }
  const under = async (attempt: () => Promise<unknown>, count: number) => {
    let [most, active] = [0, 0]
    await Promise.allSettled(
      Array.from({ length: count }, () =>
        gate.pass(adaptive, deadlineIn(5_000), async () => {
          most = Math.max(most, ++active)
          await new Promise((resolve) => setTimeout(resolve, 5))
          active--
          return attempt()
        }),
      ),
    )
    return most
  }
  expect(await under(() => Promise.resolve(), 20)).toBe(8)
  for (let round = 0; round < 4; round++) {
    await under(down, 20)
    await new Promise((resolve) => setTimeout(resolve, 110))
  }
  expect(await under(() => Promise.resolve(), 20)).toBeLessThan(4)
  for (let round = 0; round < 30; round++) await under(() => Promise.resolve(), 20)
  expect(await under(() => Promise.resolve(), 20)).toBe(8)
})
