import { expect, test } from 'vitest'
import { createRandom, createZipf, exponential } from './random.ts'

const draws = 200_000

test('the same seed draws the same numbers, another seed others, spread evenly from 0 to 1', () => {
  const [one, same, other] = [createRandom(1), createRandom(1), createRandom(2)]
  const drawn = Array.from({ length: draws }, one)
  expect(drawn.slice(0, 5)).toEqual(Array.from({ length: 5 }, same))
  expect(drawn.slice(0, 5)).not.toEqual(Array.from({ length: 5 }, other))
  expect(Math.min(...drawn.slice(0, 1_000))).toBeGreaterThanOrEqual(0)
  expect(drawn.every((value) => value < 1)).toBe(true)
  expect(drawn.filter((value) => value < 0.25).length / draws).toBeCloseTo(0.25, 2)
})

test("ranks follow Zipf's law: the second is drawn half as often as the first, and none is outside", () => {
  const counts = Array.from({ length: 1_000 }, () => 0)
  const zipf = createZipf(counts.length, createRandom(1))
  for (let index = 0; index < draws; index++) counts[zipf()]!++
  const harmonic = counts.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0)
  expect(counts.reduce((sum, count) => sum + count)).toBe(draws)
  expect(counts[0]! / draws).toBeCloseTo(1 / harmonic, 2)
  expect(counts[1]! / counts[0]!).toBeCloseTo(1 / 2, 1)
  expect(counts[9]! / counts[0]!).toBeCloseTo(1 / 10, 1)
  expect(counts.at(-1)).toBeGreaterThan(0)
})

test('waits have the mean they are to have', () => {
  const random = createRandom(3)
  const waits = Array.from({ length: draws }, () => exponential(40, random))
  expect(waits.reduce((sum, wait) => sum + wait) / draws).toBeCloseTo(40, 0)
  expect(waits.every((wait) => wait >= 0)).toBe(true)
})
