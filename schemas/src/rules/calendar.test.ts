/// <reference lib="esnext.temporal" />
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  isTimeZone,
  localDay,
  localMinutes,
  parseDay,
  parseInstant,
  parseTime,
  printDay,
  printInstant,
  printTime,
  startOfDay,
  weekdayOf,
} from './calendar.ts'

/** Zones with summer time, without, with odd offsets, and with clocks that once jumped over midnight or over a whole day. */
const zones = fc.constantFrom(
  'Europe/Rome',
  'UTC',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Beirut',
  'Africa/Cairo',
  'Pacific/Apia',
)
const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map((date) => date.getTime())
const days = fc.integer({ min: 7_300, max: 25_500 })

describe('the calendar against Temporal', () => {
  test('the local day, minute and weekday of an instant', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
        const day = localDay(instant, zone)
        expect(printDay(day)).toBe(local.toPlainDate().toString())
        expect(localMinutes(instant, zone)).toBe(local.hour * 60 + local.minute)
        expect(weekdayOf(day)).toBe(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][local.dayOfWeek - 1])
      }),
      { numRuns: 500 },
    )
  })

  test('the beginning of a day', () => {
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        expect(startOfDay(day, zone)).toBe(Temporal.PlainDate.from(printDay(day)).toZonedDateTime(zone).epochMilliseconds)
      }),
      { numRuns: 1_000 },
    )
  })

  test.each([
    ['Europe/Rome', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Rome', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['Europe/Rome', '2026-10-26', '2026-10-25T23:00:00.000Z'],
    // Midnight did not exist, existed twice, and a whole day was left out.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['America/Havana', '2025-11-02', '2025-11-02T04:00:00.000Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z'],
  ])('in %s, %s begins at %s', (zone, day, begins) => {
    expect(new Date(startOfDay(parseDay(day), zone)).toISOString()).toBe(begins)
  })

  test('the same day so many months away', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -120, max: 120 }), (day, months) => {
        expect(printDay(addMonths(day, months))).toBe(Temporal.PlainDate.from(printDay(day)).add({ months }).toString())
      }),
    )
  })

  test('every instant and day that is written is read back', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const text = new Date(instant).toISOString()
        expect(parseInstant(text)).toBe(instant)
        expect(parseInstant(text.replace(/\.\d+Z/, 'Z'))).toBe(Math.floor(instant / 1000) * 1000)
        expect(printDay(parseDay(text.slice(0, 10)))).toBe(text.slice(0, 10))
      }),
    )
  })
})

test('an instant is written as Date writes it, in any year there is; what is none throws', () => {
  const any = fc.date({ noInvalidDate: true }).map((date) => date.getTime())
  fc.assert(
    fc.property(fc.oneof(instants, any), (instant) => {
      expect(printInstant(instant)).toBe(new Date(instant).toISOString())
    }),
  )
  expect(() => printInstant(Number.NaN)).toThrow(RangeError)
})

describe('what is not a date or a time', () => {
  test.each([
    '',
    '2026-2-3',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026/01/01',
    '2026-01-01 ',
    '0001-01-01',
    '2025-02-29',
    'today',
    '٢٠٢٦-01-01',
  ])('%s is no day', (text) => {
    expect(parseDay(text)).toBeNaN()
  })

  test.each([
    '2026-01-01',
    '2026-01-01T10:00:00',
    '2026-01-01T10:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T10:60:00Z',
    '2026-01-01T10:00:60Z',
    '2026-01-01T10:00:00+01:00',
    '2026-01-01T10:00:00.Z',
    '2026-01-01T10:00:00.1x3Z',
    '2026-02-30T10:00:00Z',
    '2026-01-01t10:00:00z',
  ])('%s is no instant', (text) => {
    expect(parseInstant(text)).toBeNaN()
  })

  test.each(['', '7:00', '24:00', '12:60', '12-30', '12:3x', '12:300', '-1:00'])('%s is no time of day', (text) => {
    expect(parseTime(text)).toBeNaN()
  })

  test('a fraction of a second counts to the millisecond', () => {
    expect(parseInstant('2026-01-01T10:00:00.1239Z')).toBe(Date.parse('2026-01-01T10:00:00.123Z'))
  })

  test('a time of day is written as it is read', () => {
    expect([parseTime('00:00'), parseTime('22:05'), printTime(1325), printTime(0)]).toEqual([0, 1325, '22:05', '00:00'])
  })

  test('a time zone nobody knows is refused in words', () => {
    expect(isTimeZone('Europe/Rome')).toBe(true)
    expect(isTimeZone('Europe/Roma')).toBe(false)
    expect(() => localDay(0, 'Europe/Roma')).toThrow('expected an IANA time zone such as Europe/Rome, got "Europe/Roma"')
  })
})
