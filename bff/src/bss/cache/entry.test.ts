import type { Policy } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { createEntries, type Entries } from './entry.ts'

/** More than any process keeps warm. */
const many = 10_000
const text = (of: number) => JSON.stringify({ of, due: { amount: of * 100, currency: 'EUR' } })

const minute = 60_000
const fetchedAtMs = Date.parse('2026-11-22T12:00:00Z')
const policy = { t1Ms: minute, t2Ms: 5 * minute } as Policy
const make = (entries: Entries, objects: unknown, isForAll = false) =>
  entries.make('balance', { json: JSON.stringify(objects), objects, fetchedAtMs, policy }, isForAll)
const makeMany = (entries: Entries) => Array.from({ length: many }, (_, of) => make(entries, JSON.parse(text(of))))

test('as long as others are few, the objects are those that came', () => {
  const came = { amount: 1_200 }
  expect(make(createEntries(), came).value).toBe(came)
})

test('whatever has been asked for since, an answer says what its text says', () => {
  for (const [of, { value }] of makeMany(createEntries()).entries()) expect(value).toEqual(JSON.parse(text(of)))
})

test('objects nobody wants go, and are the same for all who want them soon after each other', () => {
  const entries = createEntries()
  const came = { amount: 1_200 }
  const entry = make(entries, came)
  makeMany(entries)
  const again = entry.value
  expect(again).not.toBe(came)
  expect(again).toEqual(came)
  expect(entry.value).toBe(again)
})

test('what everybody asks for stays, under whatever policy', () => {
  const entries = createEntries()
  const catalogue = [{ offeringId: 'O-1' }]
  const entry = make(entries, catalogue, true)
  makeMany(entries)
  expect(entry.value).toBe(catalogue)
  expect(entry.as({ ...policy }, false).value).toBe(catalogue)
})

test('under another policy it is another answer: its dates are, its name is, and nothing is kept beside it', () => {
  const entry = make(createEntries(), { amount: 1_200 })
  entry.beside = ['a tile']
  expect([entry.staleAfter, entry.expiresAt].map(Number)).toEqual([fetchedAtMs + minute, fetchedAtMs + 5 * minute])
  const other = entry.as({ ...policy, t1Ms: 2 * minute, t2Ms: 0 }, false)
  expect(other).toMatchObject({
    status: 'ok',
    source: 'balance',
    isChecked: true,
    isStale: false,
    value: { amount: 1_200 },
    beside: undefined,
  })
  expect([other.fetchedAt, other.staleAfter, other.expiresAt].map(Number)).toEqual([
    fetchedAtMs,
    fetchedAtMs + 2 * minute,
    fetchedAtMs + 2 * minute,
  ])
  expect(other.stamp).not.toBe(entry.stamp)
  expect(entry.as(policy, true).isStale).toBe(true)
})
