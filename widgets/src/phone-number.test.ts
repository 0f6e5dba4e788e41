import { expect, test } from 'vitest'
import { e164Of, readableNumber } from './phone-number.ts'

test.each([
  ['399 123 4567', 39, '+393991234567'],
  ['(399) 123-45.67', 39, '+393991234567'],
  ['+39 399 1234567', 39, '+393991234567'],
  ['0039 3991234567', 39, '+393991234567'],
  ['+44 7911 123456', 39, '+447911123456'],
  ['+447911123456', undefined, '+447911123456'],
  ['06 1234567', 39, '+39061234567'],
])('%s, typed where numbers are of +%s, is %s', (typed, countryCode, expected) => {
  expect(e164Of(typed, countryCode)).toBe(expected)
})

test.each([
  ['', 39],
  ['12', 39],
  ['399 123 456x', 39],
  ['399 123 4567', undefined],
  ['+0399 1234567', 39],
  ['1'.repeat(14), 39],
  ['+39+3991234567', 39],
  ['tel:+393991234567', 39],
])('%s is no number', (typed, countryCode) => {
  expect(e164Of(typed, countryCode)).toBeUndefined()
})

test('is read in groups, its country first', () => {
  expect(readableNumber('+393991234567', 39)).toBe('+39 399 123 4567')
  expect(readableNumber('+39061234', 39)).toBe('+39 061234')
  expect(readableNumber('+447911123456', 39)).toBe('+447 911 123456')
})
