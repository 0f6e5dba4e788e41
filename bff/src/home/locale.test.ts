import { expect, test } from 'vitest'
import { preferredLocale } from './locale.ts'

const both = { locales: ['it', 'en'], defaultLocale: 'it' } as const

test.each([
  ['en-GB,en;q=0.9', 'it', 'en'],
  ['it;q=0.1, en;q=0.9', undefined, 'en'],
  ['de, fr', 'en', 'en'],
  ['de', undefined, 'it'],
  [undefined, 'en', 'en'],
  ['*', undefined, 'it'],
  ['en;q=0', undefined, 'it'],
  [';;;,q=,=', undefined, 'it'],
  [`${'x,'.repeat(500)}en`, undefined, 'it'],
] as const)('Accept-Language %j of a customer who chose %j: %s', (header, chosen, expected) => {
  expect(preferredLocale(header, chosen, both)).toBe(expected)
})

test('a brand is never spoken for in a language it does not speak', () => {
  expect(preferredLocale('en', 'en', { locales: ['it'], defaultLocale: 'it' })).toBe('it')
})
