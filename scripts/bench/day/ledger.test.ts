import { expect, test } from 'vitest'
import { createLedger, stretchMs } from './ledger.ts'

test('counts what was due from its start to its end, by stretches', () => {
  const ledger = createLedger(10_000, 10_000 + 2 * stretchMs)
  const asked = { status: 200, atMs: 0, etag: undefined, bytes: 100 }
  ledger.home(9_999, 1, asked)
  for (let ms = 1; ms <= 100; ms++) ledger.home(10_000, ms, asked)
  ledger.home(10_000 + stretchMs, 1_000, { status: 304, atMs: 0, etag: '"a"', bytes: 0 })
  ledger.home(10_000 + 2 * stretchMs, 1, asked)
  ledger.lose(10_000, 'never answered')
  ledger.visit(10_000, 7)
  ledger.visit(10_001, 7)

  const result = ledger.close()
  expect(result).toMatchObject({ homes: 101, visits: 2, customers: 1, meanBytes: 100, maxMs: 1_000 })
  expect(result.statuses).toEqual({ '200': 100, '304': 1 })
  expect(result.errors).toEqual({ 'never answered': 1 })
  expect(result.p50Ms).toBe(51)
  expect(result.stretches.map(({ homes, p50Ms }) => ({ homes, p50Ms }))).toEqual([
    { homes: 100, p50Ms: 50.5 },
    { homes: 1, p50Ms: 1_000 },
  ])
})

test('an answer that was read tells what was wrong and what stood on it', () => {
  const ledger = createLedger(0, stretchMs)
  ledger.home(1, 5, { status: 200, atMs: 0, etag: undefined, bytes: 10, expiresAtMs: 9, states: ['READY', 'STALE'] })
  ledger.home(2, 5, { status: 503, atMs: 0, etag: undefined, bytes: 10, fault: 'HTTP 503' })
  expect(ledger.close()).toMatchObject({ read: 1, states: { READY: 1, STALE: 1 }, errors: { 'HTTP 503': 1 } })
})
