import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFormat, decimal } from './format.ts'
import { onDate, spoken, untilDate } from './say.ts'

const now = new Date('2026-11-22T10:00:00Z')
const italian = createFormat('it', 'Europe/Rome', () => now)
const english = createFormat('en', 'Europe/Rome', () => now)

describe('format', () => {
  test('money, as each language writes it and as code reads it', () => {
    expect(italian.money({ minor: 123_456, currency: 'EUR' })).toEqual({ amount: '1234.56', currency: 'EUR', text: '1234,56\u00A0€' })
    expect(english.money({ minor: -5, currency: 'EUR' })).toEqual({ amount: '-0.05', currency: 'EUR', text: '-€0.05' })
    expect(english.money({ minor: 500, currency: 'JPY' })).toMatchObject({ amount: '500', text: 'JP¥500' })
  })

  test('dates are those of the brand’s zone, with the year only when it is another', () => {
    expect(italian.date('2026-12-31T23:30:00Z')).toBe('1 gennaio 2027')
    expect(english.date('2026-03-14T12:00:00Z')).toBe('14 March')
    expect(() => italian.date('2026-13-45T99:99:99Z')).toThrow(RangeError)
  })

  test('data is sold in thousands', () => {
    expect(italian.data(12_500)).toBe('12,5 GB')
    expect(english.data(900)).toBe('900 MB')
  })

  test('numbers are grouped for reading, with or without the prefix; others stay as they are', () => {
    expect(italian.msisdn('+393331234567')).toBe('333 123 4567')
    expect(italian.msisdn('3331234567')).toBe('333 123 4567')
    expect(italian.msisdn('+44 20 7946')).toBe('+44 20 7946')
  })

  test('a decimal says exactly what the minor units say', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 4 }), (minor, digits) => {
        expect(BigInt(decimal(minor, digits).replace('.', ''))).toBe(BigInt(minor))
      }),
    )
  })
})

test('days with their name, and times of the brand’s zone', () => {
  const own = (locale: 'it' | 'en') => createFormat(locale, 'Europe/Rome', () => new Date('2026-11-22T10:00:00Z'))
  expect(own('it').weekday('2026-11-27T23:30:00Z')).toBe('sabato 28 novembre')
  expect(own('en').weekday('2026-11-27T23:30:00Z')).toBe('Saturday 28 November')
  expect([own('it').time('2026-11-27T23:30:00Z'), own('en').time('2026-07-27T07:05:00Z')]).toEqual(['00:30', '09:05'])
})

describe('say', () => {
  test('Italian elides before otto and undici', () => {
    expect(['14 marzo', '8 marzo', '11 marzo', '18 marzo', '80 anni'].map((date) => onDate('it', date))).toEqual([
      'il 14 marzo',
      'l’8 marzo',
      'l’11 marzo',
      'il 18 marzo',
      'il 80 anni',
    ])
    expect([untilDate('it', '8 marzo'), untilDate('it', '14 marzo'), untilDate('en', '8 March')]).toEqual([
      'fino all’8 marzo',
      'fino al 14 marzo',
      'until 8 March',
    ])
  })

  test('zero is zero, whoever asked first', () => {
    const own = createFormat('en', 'Europe/Rome', () => new Date('2026-11-22T10:00:00Z'))
    expect([own.number(-0), own.number(0), own.data(-0)]).toEqual(['0', '0', '0 MB'])
  })

  test('sentences are told apart, and keep the end they have', () => {
    expect(spoken('Credito', undefined, '12,50 €', '', 'Ricarica!', 'Oggi.')).toBe('Credito. 12,50 €. Ricarica! Oggi.')
    expect(spoken()).toBe('')
  })
})
