import { describe, expect, test } from 'vitest'
import { clockText, dayText, daysOf, nextAfter, whenOf } from './times.ts'

const timeZone = 'Europe/Rome'
const time = (startsAt: string) => ({ startsAt, endsAt: new Date(Date.parse(startsAt) + 1_800_000).toISOString() })

test('times stand under the day they have for the customer, soonest first', () => {
  const days = daysOf([time('2026-11-27T09:00:00Z'), time('2026-11-26T22:30:00Z'), time('2026-11-26T23:30:00Z')], timeZone)
  expect(days.map(({ id, times }) => [id, times.map(({ startsAt }) => startsAt)])).toEqual([
    ['2026-11-26', ['2026-11-26T22:30:00Z']],
    ['2026-11-27', ['2026-11-26T23:30:00Z', '2026-11-27T09:00:00Z']],
  ])
  expect(daysOf([], timeZone)).toEqual([])
})

describe('when one is taken', () => {
  const times = ['09:00', '09:30', '10:00', '10:30'].map((clock) => time(`2026-11-27T${clock}:00Z`))
  test.each([
    ['2026-11-27T09:00:00Z', ['09:30', '10:00', '10:30']],
    ['2026-11-27T10:00:00Z', ['10:30']],
    ['2026-11-27T18:00:00Z', ['09:30', '10:00', '10:30']],
  ])('after %s the next are %j', (taken, clocks) => {
    expect(nextAfter(times, taken).map(({ startsAt }) => startsAt.slice(11, 16))).toEqual(clocks)
  })
  test('and none is left, there are none', () => expect(nextAfter([], '2026-11-27T09:00:00Z')).toEqual([]))
})

describe('in words', () => {
  const now = new Date('2026-10-24T20:00:00Z')
  const names = { locale: 'it', today: 'Oggi', tomorrow: 'Domani', timeZone } as const
  test.each([
    // 22:00 UTC is midnight in Rome in summer; the night after it the clocks go back.
    ['2026-10-24T21:59:00Z', 'Oggi'],
    ['2026-10-24T22:00:00Z', 'Domani'],
    ['2026-10-25T22:59:00Z', 'Domani'],
    ['2026-10-25T23:00:00Z', 'lun 26'],
  ])('%s is %s', (at, text) => expect(dayText(at, now, names)).toBe(text))

  test('in full, and in English', () => {
    const at = '2026-10-27T09:30:00Z'
    expect(dayText(at, now, { ...names, isFull: true })).toBe('martedì 27 ottobre')
    expect(dayText(at, now, { ...names, locale: 'en', isFull: true })).toMatch(/^Tuesday,? 27 October$/)
    expect([clockText(at, 'it', timeZone), clockText('2026-10-27T23:05:00Z', 'en', timeZone)]).toEqual(['10:30', '00:05'])
  })
})

test.each([
  ['2026-10-27T08:00:00Z', 'oggi 10:30 11:00'],
  ['2026-10-26T08:00:00Z', 'domani 10:30 11:00'],
  ['2026-10-24T08:00:00Z', 'martedì 27 ottobre 10:30 11:00'],
  ['2026-10-27T09:59:59Z', 'oggi 10:30 11:00'],
  ['2026-10-27T10:00:00Z', 'in ritardo'],
])('what is booked for half past ten is at %s: %s', (now, words) => {
  const booked = (...parts: string[]) => parts.join(' ')
  const names = { locale: 'it', today: 'oggi', tomorrow: 'domani', timeZone, booked, late: 'in ritardo' } as const
  expect(whenOf(time('2026-10-27T09:30:00Z'), new Date(now), names)).toBe(words)
})
