import { assert, integer, oneof, constant, property } from 'fast-check'
import { expect, test } from 'vitest'
import { fromSmall, toSmall } from './small-moments.ts'

test('a moment comes back as it was, long before and after the process began, and never stays never', () => {
  const year = 365 * 24 * 60 * 60_000
  const moments = oneof(integer({ min: Date.now() - 50 * year, max: Date.now() + 50 * year }), constant(Number.POSITIVE_INFINITY))
  assert(
    property(moments, moments, (one, other) => {
      expect(fromSmall(toSmall(one))).toBe(one)
      expect(toSmall(one) < toSmall(other)).toBe(one < other)
    }),
  )
})
