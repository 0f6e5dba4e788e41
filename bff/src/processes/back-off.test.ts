import { expect, test } from 'vitest'
import { createBackOff } from './back-off.ts'

const limits = { firstMs: 100, longestMs: 1_000, steadyMs: 60_000 }

test('each wait is twice the one before, up to the longest', () => {
  const backOff = createBackOff(limits, () => 0)
  expect(Array.from({ length: 6 }, () => backOff.next(0))).toEqual([100, 200, 400, 800, 1_000, 1_000])
})

test('chance shortens a wait by up to half, so that it is never shorter than the one before', () => {
  const shortest = createBackOff(limits, () => 1)
  expect(Array.from({ length: 5 }, () => shortest.next(0))).toEqual([50, 100, 200, 400, 500])
})

test('who has stood for long begins anew, who has not does not', () => {
  const backOff = createBackOff(limits, () => 0)
  for (let i = 0; i < 9; i++) backOff.next(0)
  expect(backOff.next(59_999)).toBe(1_000)
  expect([backOff.next(60_000), backOff.next(0)]).toEqual([100, 200])
})
