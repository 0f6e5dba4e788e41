import { expect, test } from 'vitest'
import { loadByDay } from './load.ts'

const load = (startsAt: string, booked: number, capacity = 2) => ({ startsAt, endsAt: startsAt, booked, capacity })

test('slots add up under the day they have where one looks', () => {
  const days = loadByDay(
    [load('2026-11-26T23:30:00Z', 1), load('2026-11-26T10:00:00Z', 3), load('2026-11-26T22:30:00Z', 0, 4)],
    'Europe/Rome',
  )
  expect(days.map(({ id, booked, capacity, times }) => [id, booked, capacity, times.length])).toEqual([
    ['2026-11-26', 3, 6, 2],
    ['2026-11-27', 1, 2, 1],
  ])
  expect(loadByDay([])).toEqual([])
})
