import { afterEach, beforeEach, expect, test } from 'vitest'
import { createMetrics } from '../../../metrics.ts'
import { createGuard, type Guard } from './guard.ts'

const deadlineMs = 50

let guard: Guard

beforeEach(async () => {
  const used = Promise.withResolvers<void>()
  guard = createGuard({ deadlineMs, probe: () => Promise.resolve(), metrics: createMetrics(), onBack: used.resolve })
  guard.start()
  await used.promise
})
afterEach(() => guard.close())

/** So many turns of the event loop, in each of which the process is busy for longer than an operation may take. */
async function busyTurns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
    const begun = performance.now()
    while (performance.now() - begun < 2 * deadlineMs);
  }
}
const answer = () => guard.run('read', () => Promise.resolve('there'))

test('an operation that takes three turns of a busy process is not late, and Redis stays in use', async () => {
  expect(await guard.run('read', () => busyTurns(3).then(() => 'there'))).toBe('there')
  expect(await answer()).toBe('there')
})

test('one that never comes is given up, however busy the process is, and Redis is left alone', async () => {
  let isOver = false
  const outcome = guard.run('read', () => new Promise<string>(() => {})).finally(() => (isOver = true))
  let turns = 0
  for (; !isOver && turns < 100; turns++) await busyTurns(1)
  expect(await outcome).toBeUndefined()
  expect(turns).toBeLessThan(60)
  expect(await answer()).toBeUndefined()
})

test('one that never comes to a process with nothing else to do is given up after the deadline', async () => {
  const begun = performance.now()
  expect(await guard.run('read', () => new Promise<string>(() => {}))).toBeUndefined()
  expect(performance.now() - begun).toBeGreaterThanOrEqual(deadlineMs - 1)
})
