import { expect, test } from 'vitest'
import { dayBefore, isDay } from './days.ts'

test('days are those of the clock on the desk, also where the clocks change', () => {
  expect(dayBefore(new Date(2026, 10, 26, 0, 5), 0)).toBe('2026-11-26')
  expect(dayBefore(new Date(2026, 10, 26, 23, 55), 0)).toBe('2026-11-26')
  expect(dayBefore(new Date(2026, 9, 26, 0, 5), 1)).toBe('2026-10-25')
  expect(dayBefore(new Date(2026, 2, 1), 1)).toBe('2026-02-28')
})

test('a field that is being typed in has no day yet', () => {
  expect(['2026-11-26', '', '2026-11', 'today'].map(isDay)).toEqual([true, false, false, false])
})
