import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withHedge } from './hedge.ts'

/** Attempts that take as long as told and then give their number, or fail when the time is negative; an end is noted. */
function attemptsOf(...times: number[]) {
  const ended: number[] = []
  let begun = 0
  return {
    ended,
    get begun() {
      return begun
    },
    attempt: async (signal: AbortSignal) => {
      const number = begun++
      const time = times[number] ?? 0
      signal.addEventListener('abort', () => ended.push(number))
      await sleep(Math.abs(time), undefined, { signal }).catch(() => {})
      if (time < 0) throw new Error(`attempt ${number} failed`)
      return number
    },
  }
}
const always = () => true

test('a quick first attempt stays the only one', async () => {
  const attempts = attemptsOf(1)
  expect(await withHedge({ afterMs: 10_000, attempt: attempts.attempt, mayHedge: always })).toBe(0)
  expect(attempts.begun).toBe(1)
})

test('beside a slow one a second begins; the first answer counts and the other attempt is ended', async () => {
  const attempts = attemptsOf(60_000, 1)
  expect(await withHedge({ afterMs: 10, attempt: attempts.attempt, mayHedge: always })).toBe(1)
  expect(attempts.ended).toContain(0)
})

test('no second begins where there is no room for it', async () => {
  const attempts = attemptsOf(80, 1)
  expect(await withHedge({ afterMs: 10, attempt: attempts.attempt, mayHedge: () => false })).toBe(0)
  expect(attempts.begun).toBe(1)
})

test('one that fails leaves the answer to the other', async () => {
  expect(await withHedge({ afterMs: 10, attempt: attemptsOf(120, -5).attempt, mayHedge: always })).toBe(0)
  expect(await withHedge({ afterMs: 10, attempt: attemptsOf(-60, 120).attempt, mayHedge: always })).toBe(1)
})

test('a first one that fails before its time is the failure; repeating is somebody else’s business', async () => {
  const attempts = attemptsOf(-1)
  await expect(withHedge({ afterMs: 10_000, attempt: attempts.attempt, mayHedge: always })).rejects.toThrow('attempt 0 failed')
  expect(attempts.begun).toBe(1)
})

test('when both have failed it has failed', async () => {
  await expect(withHedge({ afterMs: 5, attempt: attemptsOf(-40, -40).attempt, mayHedge: always })).rejects.toThrow(/failed/)
})
