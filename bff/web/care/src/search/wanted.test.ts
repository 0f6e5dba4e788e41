import { describe, expect, it, test } from 'vitest'
import { linesToShow, wantedOf } from './wanted.ts'

describe('what is asked for', () => {
  it.each([
    ['', undefined],
    [' r ', undefined],
    ['ro', undefined],
    [' rossi ', 'rossi'],
    ['anna   rossi', 'anna rossi'],
    ['x'.repeat(90), 'x'.repeat(60)],
  ])('of %j is %j', (typed, wanted) => {
    expect(wantedOf(typed)).toBe(wanted)
  })
})

test('the line that was searched for stands first, and those left out are counted', () => {
  const lines = ['+393990000001', '+393990000002', '+393990000003'].map((msisdn, index) => ({
    id: `L-${index}`,
    msisdn,
    kind: 'voice',
    status: 'active',
  }))
  const found = { id: 'C-1', name: 'Acme', city: null, lines }
  expect(linesToShow(found, '399 0000 003')).toEqual({ shown: [lines[2], lines[0]], others: 1 })
  expect(linesToShow(found, 'acme')).toEqual({ shown: [lines[0], lines[1]], others: 1 })
})
