import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFormat } from './format.ts'
import { createMoment } from './moment.ts'
import { checkOpening, openingAt, type OpeningFields } from './opening-hours.ts'

const timeZone = 'Europe/Rome'
type Row = NonNullable<OpeningFields['openingHours']>[number]
const row = (days: Row['days'], opensAt: Row['opensAt'], closesAt: Row['closesAt']): Row => ({ days, opensAt, closesAt })
const hours = (...openingHours: Row[]): OpeningFields => ({ openingHours, closedOn: undefined })
const everyDay = hours(row('everyDay', '08:00', '22:00'))
const office = hours(row('weekdays', '09:00', '13:00'), row('weekdays', '14:30', '18:00'), row('sat', '09:00', '13:00'))

function openingOf(fields: OpeningFields, now: string, locale: 'it' | 'en' = 'it', horizon?: { until: number }) {
  const at = new Date(now)
  return openingAt(
    fields,
    createMoment(at, horizon),
    createFormat(locale, timeZone, () => at),
  )
}

describe('whether somebody is there', () => {
  // In November the clocks of Rome are an hour ahead of UTC; the 22nd is a Sunday.
  test.each<[string, OpeningFields, string, boolean, string]>([
    ['in the middle of the day', everyDay, '2026-11-22T10:00:00Z', true, 'Aperto ora, fino alle 22'],
    ['at the minute it opens', everyDay, '2026-11-22T07:00:00Z', true, 'Aperto ora, fino alle 22'],
    ['just before it opens', everyDay, '2026-11-22T06:59:59.999Z', false, 'Chiuso, riapre alle 8'],
    ['at the minute it closes', everyDay, '2026-11-22T21:00:00Z', false, 'Chiuso, riapre domani alle 8'],
    ['after midnight', everyDay, '2026-11-22T23:30:00Z', false, 'Chiuso, riapre alle 8'],
    ['at lunch', office, '2026-11-23T13:00:00Z', false, 'Chiuso, riapre alle 14:30'],
    ['on a Saturday afternoon', office, '2026-11-21T15:00:00Z', false, 'Chiuso, riapre lunedì 23 novembre alle 9'],
    ['up to noon', hours(row('everyDay', '08:00', '12:00')), '2026-11-22T10:00:00Z', true, 'Aperto ora, fino a mezzogiorno'],
    ['up to midnight', hours(row('everyDay', '08:00', '24:00')), '2026-11-22T10:00:00Z', true, 'Aperto ora, fino a mezzanotte'],
    ['up to one', hours(row('everyDay', '00:00', '01:00')), '2026-11-21T23:10:00Z', true, 'Aperto ora, fino all’1'],
    [
      'past midnight',
      hours(row('fri', '20:00', '24:00'), row('sat', '00:00', '02:30')),
      '2026-11-20T21:00:00Z',
      true,
      'Aperto ora, fino alle 2:30 di domani',
    ],
    ['from midnight on', hours(row('sat', '00:00', '02:00')), '2026-11-20T21:00:00Z', false, 'Chiuso, riapre a mezzanotte'],
    ['always', hours(row('everyDay', '00:00', '24:00')), '2026-11-22T10:00:00Z', true, 'Aperto ora'],
  ])('%s', (_, fields, now, isOpen, text) => expect(openingOf(fields, now)).toMatchObject({ isOpen, text }))

  test('in English', () => {
    const texts = ['2026-11-22T10:00:00Z', '2026-11-22T05:00:00Z', '2026-11-22T22:00:00Z'].map(
      (now) => openingOf(everyDay, now, 'en')?.text,
    )
    expect(texts).toEqual(['Open now, until 22:00', 'Closed, opens again today at 08:00', 'Closed, opens again tomorrow at 08:00'])
    expect(openingOf(office, '2026-11-21T15:00:00Z', 'en')?.text).toBe('Closed, opens again on Monday 23 November at 09:00')
  })

  test('without hours nothing is said', () =>
    expect(openingOf({ openingHours: undefined, closedOn: undefined }, '2026-11-22T10:00:00Z')).toBeUndefined())

  test('on a holiday nobody is there, whatever time of the day the picker wrote', () => {
    for (const day of ['2026-12-24T23:00:00.000Z', '2026-12-25T11:00:00.000Z', '2026-12-25T22:59:00.000Z']) {
      const fields = { ...everyDay, closedOn: [{ day }, { day: '2026-12-26T11:00:00.000Z' }] }
      expect(openingOf(fields, '2026-12-25T10:00:00Z')?.text).toBe('Chiuso, riapre domenica 27 dicembre alle 8')
      expect(openingOf(fields, '2026-12-24T10:00:00Z')?.text).toBe('Aperto ora, fino alle 22')
    }
  })

  test('closed for longer than one looks ahead: nobody knows when again', () => {
    const closedOn = Array.from({ length: 20 }, (_, index) => ({ day: new Date(Date.UTC(2026, 10, 22 + index, 12)).toISOString() }))
    expect(openingOf({ ...everyDay, closedOn }, '2026-11-22T10:00:00Z')).toEqual({ isOpen: false, turnsAt: undefined, text: 'Chiuso ora' })
  })
})

describe('when clocks are changed', () => {
  test.each([
    ['the night before they go forward', '2026-03-28T22:30:00Z', '2026-03-29T06:00:00.000Z', 'Chiuso, riapre domani alle 8'],
    ['the day they go forward', '2026-03-29T06:00:00Z', '2026-03-29T20:00:00.000Z', 'Aperto ora, fino alle 22'],
    ['the day they go back', '2026-10-25T07:00:00Z', '2026-10-25T21:00:00.000Z', 'Aperto ora, fino alle 22'],
    ['before it opens on that day', '2026-10-25T06:30:00Z', '2026-10-25T07:00:00.000Z', 'Chiuso, riapre alle 8'],
  ])('%s', (_, now, turnsAt, text) => expect(openingOf(everyDay, now)).toMatchObject({ turnsAt, text }))

  test('a time that is not there that night comes an hour later, one that comes twice is the first', () => {
    const night = hours(row('everyDay', '02:30', '04:00'))
    expect(openingOf(night, '2026-03-29T00:00:00Z')?.turnsAt).toBe('2026-03-29T01:30:00.000Z')
    expect(openingOf(night, '2026-10-24T23:00:00Z')?.turnsAt).toBe('2026-10-25T00:30:00.000Z')
  })
})

test('what it says holds until it says that it turns, and not a millisecond longer', () => {
  const starts = ['2026-03-27T00:00:00Z', '2026-10-23T00:00:00Z', '2026-11-20T00:00:00Z', '2026-12-23T00:00:00Z'].map(Date.parse)
  const schedules = [everyDay, office, { ...office, closedOn: [{ day: '2026-12-25T11:00:00.000Z' }] }]
  const anyMoment = fc.tuple(fc.constantFrom(...starts), fc.integer({ min: 0, max: 5 * 86_400_000 })).map(([start, after]) => start + after)
  fc.assert(
    fc.property(anyMoment, fc.constantFrom(...schedules), fc.double({ min: 0, max: 1, noNaN: true }), (now, fields, place) => {
      const horizon = { until: Number.POSITIVE_INFINITY }
      const at = (moment: number) => openingOf(fields, new Date(moment).toISOString())
      const opening = openingOf(fields, new Date(now).toISOString(), 'it', horizon)
      const turns = Date.parse(opening?.turnsAt ?? '')
      expect(horizon.until).toBeLessThanOrEqual(turns)
      expect(at(now + Math.floor(place * (horizon.until - 1 - now)))).toEqual(opening)
      expect(at(turns - 1)?.isOpen).toBe(opening?.isOpen)
      expect(at(turns)?.isOpen).toBe(!opening?.isOpen)
    }),
    { numRuns: 300 },
  )
})

describe('what editors write', () => {
  test('is right in the usual cases', () => {
    for (const fields of [everyDay, office, hours(row('everyDay', '00:00', '24:00')), { openingHours: undefined, closedOn: undefined }]) {
      expect(checkOpening(fields)).toEqual([])
    }
    expect(checkOpening(hours(row('mon', '08:00', '13:00'), row('mon', '13:00', '18:00')))).toEqual([])
  })

  test.each<[string, OpeningFields, string, RegExp]>([
    ['an end before its beginning', hours(row('mon', '09:00', '18:00'), row('tue', '18:00', '09:00')), '/openingHours/1/closesAt', /row 2/],
    ['no time at all', hours(row('mon', '09:00', '09:00')), '/openingHours/0/closesAt', /row 1/],
    [
      'two rows of one day',
      hours(row('weekdays', '09:00', '18:00'), row('wed', '17:30', '20:00')),
      '/openingHours/1/opensAt',
      /Rows 1 and 2/,
    ],
    ['the same row twice', hours(...everyDay.openingHours!, ...everyDay.openingHours!), '/openingHours/1/opensAt', /Rows 1 and 2/],
    [
      'days closed without hours',
      { openingHours: undefined, closedOn: [{ day: '2026-12-25T11:00:00.000Z' }] },
      '/closedOn',
      /opening hours/,
    ],
  ])('%s is named', (_, fields, path, fix) =>
    expect(checkOpening(fields)).toEqual([expect.objectContaining({ path, fix: expect.stringMatching(fix) })]),
  )
})
