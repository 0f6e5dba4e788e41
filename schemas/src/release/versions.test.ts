import { expect, test } from 'vitest'
import { compareVersions } from './versions.ts'

test.each([
  ['1.5', '1.10', -1],
  ['2', '1.99.99', 1],
  ['1.5', '1.5.0', 0],
  ['1.5.0', '1.5.0.1', -1],
  ['10', '9', 1],
])('%s and %s', (one, other, sign) => {
  expect(Math.sign(compareVersions(one, other))).toBe(sign)
  expect(Math.sign(compareVersions(other, one))).toBe(-sign + 0)
})
