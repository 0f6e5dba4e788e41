import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('a day is ten minutes of 200 million homes a day, unless the environment says otherwise', () => {
  expect(readSettings({})).toEqual({ seconds: 600, rampSeconds: 120, rate: 2_315, customers: 100_000, balancing: 'customers' })
  expect(readSettings({ DAY_SECONDS: '30', DAY_RATE: ' 500 ' })).toMatchObject({ seconds: 30, rate: 500 })
})

test.each(['0', '-1', '1.5', 'ten', '100001'])('refuses %s customers, by name', (text) => {
  expect(() => readSettings({ DAY_CUSTOMERS: text })).toThrow(/DAY_CUSTOMERS.*100000/)
})

test('divides customers or connections, and nothing else', () => {
  expect(readSettings({ DAY_BALANCING: 'connections' }).balancing).toBe('connections')
  expect(() => readSettings({ DAY_BALANCING: 'people' })).toThrow(/DAY_BALANCING.*customers or connections, got "people"/)
})
