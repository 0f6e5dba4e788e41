import { expect, test } from 'vitest'
import { createIntentKeys, type Intent } from './intent.ts'

const intent: Intent = {
  customer: 'C-1',
  line: 'L-1',
  target: 'bill',
  locale: 'it',
  params: [{ name: 'billId', value: 'B-1' }],
  contact: null,
  consent: false,
  replaces: null,
}

test('the same intent has one key, until it is known what came of it', () => {
  let made = 0
  const { keyOf, settle } = createIntentKeys(() => `key-${++made}`)
  expect([keyOf(intent), keyOf({ ...intent })]).toEqual(['key-1', 'key-1'])
  const others = [{ locale: 'en' }, { params: [] }, { replaces: 'H-1' }, { line: 'L-2' }].map((part) => keyOf({ ...intent, ...part }))
  expect(others).toEqual(['key-2', 'key-3', 'key-4', 'key-5'])
  settle({ ...intent })
  expect([keyOf(intent), keyOf({ ...intent, locale: 'en' })]).toEqual(['key-6', 'key-2'])
})
