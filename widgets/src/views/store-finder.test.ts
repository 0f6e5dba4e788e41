import { describe, expect, test } from 'vitest'
import { isOpenAt } from './open-now.ts'
import { matchStores } from './search-stores.ts'

describe('whether a shop is open', () => {
  const hours = [
    { day: 1, opens: '09:00', closes: '13:00' },
    { day: 1, opens: '15:30', closes: '19:30' },
    { day: 7, opens: '00:00', closes: '24:00' },
  ]
  // Rome is an hour ahead of UTC in November, two in July.
  test.each([
    ['2026-11-23T07:59:59Z', false],
    ['2026-11-23T08:00:00Z', true],
    ['2026-11-23T11:59:59Z', true],
    ['2026-11-23T12:00:00Z', false],
    ['2026-11-23T14:30:00Z', true],
    ['2026-11-24T08:30:00Z', false],
    ['2026-11-21T22:59:59Z', false],
    ['2026-11-21T23:00:00Z', true],
    ['2026-11-22T22:59:59Z', true],
    ['2026-07-20T07:00:00Z', true],
    ['2026-07-20T06:59:59Z', false],
  ])('at %s: %s', (now, expected) => {
    expect(isOpenAt(hours, 'Europe/Rome', new Date(now))).toBe(expected)
  })
  test('by its own clock, wherever the device is', () => {
    const now = new Date('2026-11-23T08:30:00Z')
    expect([isOpenAt(hours, 'Europe/Rome', now), isOpenAt(hours, 'America/New_York', now)]).toEqual([true, false])
  })
})

describe('what a customer may mean', () => {
  const stores = [
    { name: 'Aurora Torino Centro', addressText: 'Via Roma, 12, 10121 Torino', postCode: '10121' },
    { name: 'Aurora Forlì', addressText: 'Corso dell’Unità, 10, 47121 Forlì', postCode: '47121' },
    { name: 'Aurora Roma', addressText: 'Via Verdi, 3, 00184 Roma', postCode: null },
  ]
  test.each([
    ['', ['Aurora Torino Centro', 'Aurora Forlì', 'Aurora Roma']],
    ['torino', ['Aurora Torino Centro']],
    ['  FORLI ', ['Aurora Forlì']],
    ["dell'unita", ['Aurora Forlì']],
    ['roma', ['Aurora Torino Centro', 'Aurora Roma']],
    ['001', ['Aurora Roma']],
    ['121', []],
    ['via 10121', ['Aurora Torino Centro']],
    ['Atlantide', []],
  ])('%j', (query, expected) => {
    expect(matchStores(stores, query).map(({ name }) => name)).toEqual(expected)
  })
})
