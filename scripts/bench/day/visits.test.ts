import { expect, test } from 'vitest'
import { createVisits, homesAVisit } from './visits.ts'

const options = { rate: 1_000, customers: 10_000, seed: 1 }

test('as many homes are asked for as the rate says', () => {
  const visits = createVisits(options)
  const count = 20_000
  let [homes, ms] = [0, 0]
  for (let visit = 0; visit < count; visit++) {
    ms += visits.untilNext()
    homes += visits.open().left
  }
  expect(homes / count).toBeCloseTo(homesAVisit, 1)
  expect(homes / (ms / 1_000) / options.rate).toBeCloseTo(1, 1)
})

test('a visit asks two to five times, and is over after two minutes and a half', () => {
  const visits = createVisits(options)
  for (let time = 0; time < 2_000; time++) {
    const visit = visits.open()
    expect(visit.left).toBeGreaterThanOrEqual(2)
    expect(visit.left).toBeLessThanOrEqual(5)
    let ms = 0
    for (let look = 1; look < visit.left; look++) ms += visits.lookMs(visit)
    expect(ms).toBeGreaterThanOrEqual(30_000)
    expect(ms).toBeLessThanOrEqual(180_000)
  }
})

test('few customers come often and most hardly ever, whatever their numbers', () => {
  const visits = createVisits(options)
  const seen = new Map<number, number>()
  for (let time = 0; time < 50_000; time++) {
    const { customer } = visits.open()
    seen.set(customer, (seen.get(customer) ?? 0) + 1)
  }
  expect([...seen.keys()].every((customer) => customer >= 1 && customer <= options.customers)).toBe(true)
  const counts = [...seen.values()].toSorted((a, b) => b - a)
  // Of 10,000 by Zipf's law the first has 1 / 9.79 of all.
  expect((counts[0] ?? 0) / 50_000).toBeCloseTo(1 / 9.79, 2)
  expect((counts[9] ?? 0) / (counts[0] ?? 1)).toBeCloseTo(0.1, 1)
  const most = [...seen].toSorted(([, a], [, b]) => b - a).slice(0, 10)
  expect(most.some(([customer]) => customer > 1_000)).toBe(true)
})

test('the same seed brings the same customers at the same times', () => {
  const draw = (seed: number) => {
    const visits = createVisits({ ...options, seed })
    return Array.from({ length: 50 }, () => [visits.untilNext(), visits.open()])
  }
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
})
