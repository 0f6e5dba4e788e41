import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDay, instant } from './instant.ts'
import { minorUnits, money, toFloat } from './money.ts'
import { boolean, number, text, word } from './values.ts'

describe('money', () => {
  test.each([
    [1.005, 2, 101],
    [0.1 + 0.2, 2, 30],
    [8.2, 2, 820],
    [-0.905, 2, -91],
    [1e-7, 2, 0],
    [1_234_567.89, 2, 123_456_789],
    ['12.34', 2, 1_234],
    [' 12,34 ', 2, 1_234],
    ['+5', 2, 500],
    [500, 0, 500],
    ['1.2345', 3, 1_235],
    ['1.234,56', 2, undefined],
    ['12.34 EUR', 2, undefined],
    ['', 2, undefined],
    [null, 2, undefined],
    [Number.NaN, 2, undefined],
    [1e21, 2, undefined],
    ['99999999999999999', 2, undefined],
    ['NaN', 2, undefined],
  ])('%j with %i decimals is %j', (value, digits, expected) => {
    expect(minorUnits(value, digits)).toBe(expected)
  })

  test('every amount of cents survives being written as a float', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (minor) => {
        expect(minorUnits(toFloat({ minor, currency: 'EUR' }), 2)).toBe(minor)
        expect(minorUnits(minor / 100, 2)).toBe(minor === 0 ? 0 : minor)
      }),
    )
  })

  test('both of TM Forum’s shapes, and their currencies', () => {
    expect(money({ value: 9.99, unit: 'EUR' })).toEqual({ minor: 999, currency: 'EUR' })
    expect(money({ amount: '5.00', units: 'eur' })).toEqual({ minor: 500, currency: 'EUR' })
    expect(money({ value: 120, unit: 'JPY' })).toEqual({ minor: 120, currency: 'JPY' })
    expect(money({ value: 5 }, 'EUR')).toEqual({ minor: 500, currency: 'EUR' })
    expect(money({ value: 5, unit: 'MB' })).toBeUndefined()
    expect(money({}, 'EUR')).toBeUndefined()
  })
})

describe('instants', () => {
  test.each([
    ['2026-11-22T09:30:00.000Z', '2026-11-22T09:30:00.000Z'],
    ['2019-07-03 T04:00', '2019-07-03T04:00:00.000Z'],
    ['2026-11-22 09:30', '2026-11-22T09:30:00.000Z'],
    [' 2026-11-22T09:30:00+02:00 ', '2026-11-22T07:30:00.000Z'],
    ['2026-11-22T09:30:00+0200', '2026-11-22T07:30:00.000Z'],
    ['2026-11-22T09:30:00.123456Z', '2026-11-22T09:30:00.123Z'],
    ['2026-11-22', '2026-11-22T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2026-02-29', undefined],
    ['2026-13-01', undefined],
    ['22/11/2026', undefined],
    ['soon', undefined],
    ['9999-12-31T23:30:00-01:00', undefined],
    ['0000-01-01T00:00:00+01:00', undefined],
    [1_700_000_000, undefined],
    [null, undefined],
  ])('%j is %j', (value, expected) => {
    expect(instant(value)).toBe(expected)
  })

  test('never throws, and what it gives is an instant', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.anything()), (value) => {
        const read = instant(value)
        expect(read === undefined || new Date(read).toISOString() === read).toBe(true)
      }),
    )
  })

  test('a birthday is the day as written', () => {
    expect(calendarDay('1984-03-12T00:00:00+02:00')).toBe('1984-03-12')
    expect(calendarDay('1984-03-32')).toBeUndefined()
  })
})

test('enums in any case, with blanks and underscores', () => {
  expect(word('aborted ')).toBe('aborted')
  expect(word('PENDING_ACTIVE')).toBe('pendingactive')
  expect(word(' ')).toBeUndefined()
})

test('a text holds whole characters only', () => {
  expect(text(' Anna \ud83d ')).toBe('Anna \ufffd')
})

test('numbers and booleans written as texts', () => {
  expect(number('12,5')).toBe(12.5)
  expect(number('12.5 GB')).toBeUndefined()
  expect(number('9'.repeat(400))).toBeUndefined()
  expect(boolean('True')).toBe(true)
  expect(boolean('perhaps')).toBeUndefined()
})
