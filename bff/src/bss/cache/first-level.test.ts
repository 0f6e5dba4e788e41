import type { Policy, ReadMethodName } from '@mosaic/schemas/bss'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEntries } from './entry.ts'
import { createFirstLevel } from './first-level.ts'

const policy = { t1Ms: 60_000, t2Ms: 300_000 } as Policy
const entries = createEntries()
const said = (method: ReadMethodName, length = 10) => {
  const objects = 'x'.repeat(length)
  return entries.make(method, { json: JSON.stringify(objects), objects, fetchedAtMs: 1, policy }, false)
}
const kilobytes = (count: number) => count * 1_024

describe('a shelf', () => {
  test('holds the newest answer of each method', () => {
    const cache = createFirstLevel(kilobytes(64))
    const [old, balance, usage] = [said('balance'), said('balance'), said('usage')]
    for (const entry of [old, usage, balance]) cache.set('aurora/line/L-1', entry)
    expect(cache.get('aurora/line/L-1', 'balance')).toBe(balance)
    expect(cache.get('aurora/line/L-1', 'usage')).toBe(usage)
    expect(cache.get('aurora/line/L-1', 'plan')).toBeUndefined()
    expect(cache.get('aurora/line/L-2', 'balance')).toBeUndefined()
  })

  test('that nobody has looked at for longest goes first, and all of it', () => {
    const cache = createFirstLevel(kilobytes(8))
    const fill = (line: number) => ['balance', 'usage'].forEach((method) => cache.set(`line-${line}`, said(method as 'balance', 500)))
    for (const line of [1, 2, 3]) fill(line)
    expect(cache.get('line-1', 'usage')).toBeDefined()
    for (const line of [4, 5]) fill(line)
    expect(cache.get('line-2', 'balance')).toBeUndefined()
    expect(cache.get('line-2', 'usage')).toBeUndefined()
    expect(cache.get('line-1', 'balance')).toBeDefined()
  })

  test('does not take what alone is too large, and does not go on saying what was said before it', () => {
    const cache = createFirstLevel(kilobytes(8))
    cache.set('line', said('usage'))
    cache.set('line', said('balance'))
    cache.set('line', said('balance', kilobytes(3)))
    expect(cache.get('line', 'balance')).toBeUndefined()
    expect(cache.get('line', 'usage')).toBeDefined()
  })

  test('with no room for one more begins anew with it', () => {
    const cache = createFirstLevel(kilobytes(8))
    for (const method of ['usage', 'balance'] as const) cache.set('line', said(method, 1_000))
    expect(cache.get('line', 'usage')).toBeUndefined()
    expect(cache.get('line', 'balance')).toBeDefined()
  })
})

test('however much is put and weighed, no more is held than may be', () => {
  const methods = ['balance', 'usage', 'plan', 'bills'] as const
  const step = fc.record({
    shelf: fc.constantFrom('a', 'b', 'c', 'd', 'aurora/balance/L-1\ncustomerId=C-1'),
    method: fc.constantFrom(...methods),
    length: fc.integer({ min: 0, max: 4_000 }),
    besideBytes: fc.option(fc.integer({ min: 0, max: 3_000 })),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const cache = createFirstLevel(kilobytes(16))
      for (const { shelf, method, length, besideBytes } of steps) {
        const entry = said(method, length)
        cache.set(shelf, entry)
        if (besideBytes !== null && cache.weighs(shelf, entry, besideBytes)) expect(cache.get(shelf, method)).toBe(entry)
        expect(cache.bytes).toBeLessThanOrEqual(kilobytes(16))
      }
    }),
  )
})

test('what is kept beside an answer counts until it is gone, and not beside one that is gone', () => {
  const cache = createFirstLevel(kilobytes(64))
  const entry = said('balance')
  cache.set('line', entry)
  const before = cache.bytes
  expect(cache.weighs('line', entry, 1_000)).toBe(true)
  expect(cache.bytes).toBe(before + 1_000)
  expect(cache.weighs('line', entry, -1_000)).toBe(true)
  expect(cache.bytes).toBe(before)
  expect(cache.weighs('line', entry, kilobytes(20))).toBe(false)
  expect(cache.get('line', 'balance')).toBe(entry)
  cache.set('line', said('balance'))
  expect(cache.weighs('line', entry, 1)).toBe(false)
})

test('a tag takes its method from the shelf, and what depends on more with it, and nothing else', () => {
  const cache = createFirstLevel(kilobytes(64))
  const places = ['aurora/line/L-1', 'aurora/line/L-2', 'aurora/balance/L-1\ncustomerId=C-1', 'aurora/balance/L-1\ncustomerId=C-2']
  for (const shelf of places) cache.set(shelf, said('balance'))
  cache.set('aurora/line/L-1', said('usage'))
  cache.deleteTag('aurora/balance/L-1')
  expect(places.map((shelf) => cache.get(shelf, 'balance') !== undefined)).toEqual([false, true, false, false])
  expect(cache.get('aurora/line/L-1', 'usage')).toBeDefined()
  cache.deleteTag('aurora/usage/L-1')
  cache.deleteTag('aurora/balance/L-2')
  cache.deleteTag('aurora/methodOfAnotherVersion/L-2')
  expect(cache.bytes).toBe(0)
})

test('answers of the methods that are meant are suspect, wherever they lie', () => {
  const cache = createFirstLevel(kilobytes(64))
  for (const shelf of ['a', 'b']) for (const method of ['balance', 'plan'] as const) cache.set(shelf, said(method))
  cache.suspect((method) => method === 'balance')
  const isSuspect = (shelf: string, method: ReadMethodName) => cache.get(shelf, method)?.isSuspect
  expect(['a', 'b'].map((shelf) => isSuspect(shelf, 'balance'))).toEqual([true, true])
  expect(['a', 'b'].map((shelf) => isSuspect(shelf, 'plan'))).toEqual([false, false])
})
