import { expect, test } from 'vitest'
import { slotsOf, type Calendar } from './hours.ts'

const rome: Calendar = {
  timeZone: 'Europe/Rome',
  slotMinutes: 30,
  hours: [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', until: '10:00', capacity: 6 })),
  holidays: ['2026-12-08', '2026-12-25'],
}
const night: Calendar = { ...rome, holidays: [], hours: [{ day: 7, from: '01:30', until: '03:30', capacity: 1 }] }
const startsOf = (calendar: Calendar, from: string, days: number) =>
  slotsOf(calendar, new Date(from), days).map(({ startsAt }) => startsAt.toISOString().slice(0, 16))

test('hours become slots on each day they are for, by the clocks of the brand', () => {
  // A Friday; the weekend is closed.
  expect(startsOf(rome, '2026-03-06T00:00:00Z', 4)).toEqual([
    '2026-03-06T07:00', '2026-03-06T07:30', '2026-03-06T08:00', '2026-03-06T08:30',
    '2026-03-09T07:00', '2026-03-09T07:30', '2026-03-09T08:00', '2026-03-09T08:30',
  ]) // prettier-ignore
  const [first] = slotsOf(rome, new Date('2026-03-06T00:00:00Z'), 1)
  expect(first).toEqual({ startsAt: new Date('2026-03-06T07:00:00Z'), endsAt: new Date('2026-03-06T07:30:00Z'), capacity: 6 })
  // In New York it is still the day before.
  expect(startsOf({ ...rome, timeZone: 'America/New_York' }, '2026-03-06T03:00:00Z', 2)[0]).toBe('2026-03-06T13:00')
})

test('the first slot is a quarter of an hour away', () => {
  expect(startsOf(rome, '2026-03-06T06:45:00Z', 1)[0]).toBe('2026-03-06T07:00')
  expect(startsOf(rome, '2026-03-06T06:45:00.001Z', 1)[0]).toBe('2026-03-06T07:30')
  expect(startsOf(rome, '2026-03-06T08:16:00Z', 1)).toEqual([])
})

test('holidays are closed', () => {
  expect(startsOf(rome, '2026-12-07T12:00:00Z', 3)).toEqual(startsOf(rome, '2026-12-09T00:00:00Z', 1))
  expect(startsOf(rome, '2026-12-25T00:00:00Z', 1)).toEqual([])
})

test('in spring the hour that no clock shows is not there, and no slot is longer for it', () => {
  // 2:00 is 3:00 on 29 March.
  expect(startsOf(night, '2026-03-28T22:00:00Z', 2)).toEqual(['2026-03-29T00:30', '2026-03-29T01:00'])
  for (const { startsAt, endsAt } of slotsOf(night, new Date('2026-03-28T22:00:00Z'), 2)) expect(+endsAt - +startsAt).toBe(1_800_000)
  // The day after has one hour less of the sun.
  expect(startsOf({ ...rome, hours: [{ day: 1, from: '08:00', until: '08:30', capacity: 1 }] }, '2026-03-29T12:00:00Z', 2)).toEqual([
    '2026-03-30T06:00',
  ])
})

test('in autumn the hour that clocks show twice is there once', () => {
  // 3:00 is 2:00 again on 25 October.
  expect(startsOf(night, '2026-10-24T20:00:00Z', 2)).toEqual([
    '2026-10-24T23:30',
    '2026-10-25T00:00',
    '2026-10-25T00:30',
    '2026-10-25T02:00',
  ])
})

test('what is left of an hour is no slot, and hours that overlap are not added up', () => {
  const odd: Calendar = {
    ...rome,
    slotMinutes: 60,
    hours: [
      { day: 5, from: '08:00', until: '10:59', capacity: 2 },
      { day: 5, from: '09:00', until: '11:00', capacity: 5 },
      { day: 5, from: '12:00', until: '11:00', capacity: 5 },
    ],
  }
  expect(slotsOf(odd, new Date('2026-03-06T00:00:00Z'), 1).map(({ startsAt, capacity }) => [startsAt.getUTCHours(), capacity])).toEqual([
    [7, 2],
    [8, 5],
    [9, 5],
  ])
  expect(slotsOf({ ...rome, hours: [] }, new Date('2026-03-06T00:00:00Z'), 7)).toEqual([])
})

test('a whole year has no slot twice, none that overlaps another, and none before its day begins', () => {
  const always: Calendar = { ...rome, holidays: [], hours: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', until: '23:45', capacity: 1 })), slotMinutes: 15 } // prettier-ignore
  const slots = slotsOf(always, new Date('2025-12-31T22:00:00Z'), 366)
  for (const [n, { startsAt }] of slots.entries())
    if (n > 0) expect(+startsAt).toBeGreaterThanOrEqual(+(slots[n - 1]?.endsAt ?? Number.NaN))
  // 95 a day, but for the four quarters of an hour that are not there in spring; of the first day the last two are left.
  expect(slots.length).toBe(365 * 95 - 4 + 2)
})
