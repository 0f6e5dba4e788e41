import { describe, expect, test } from 'vitest'
import type { CompiledSurface } from '../release/compile.ts'
import type { Session } from '../identity/session.ts'
import { expiryOf } from './expiry.ts'

const now = new Date('2026-11-26T10:00:00.000Z')
const surface = { contents: [] } as unknown as CompiledSurface
/** How long a customer waits before he asks again, in milliseconds. */
const waitOf = (customer: number, ...staleInMs: number[]) => {
  const session = { customerId: `C-${String(customer).padStart(7, '0')}` } as Session
  return (
    expiryOf(
      staleInMs.map((ms) => now.getTime() + ms),
      surface,
      { now, session },
    ) - now.getTime()
  )
}
const customers = Array.from({ length: 10_000 }, (_, index) => index)

describe('when a client asks again', () => {
  test.each([
    ['the first data turns stale', [90_000, 30_000], 30_000, 36_000],
    ['in a while, when it is stale already', [-5_000], 15_000, 18_000],
    ['in some minutes at the latest', [3_600_000], 300_000, 330_000],
    ['in some minutes, when nothing turns stale', [], 300_000, 330_000],
  ])('%s, and up to a fifth later', (_when, stale, from, to) => {
    const waits = customers.map((customer) => waitOf(customer, ...stale))
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(from)
    expect(Math.max(...waits)).toBeLessThan(to)
  })

  test('customers whose data came in one moment ask evenly spread, each always in the same place', () => {
    const tenths = new Map<number, number>()
    for (const customer of customers) {
      const tenth = Math.floor((waitOf(customer, 30_000) - 30_000) / 600)
      tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1)
    }
    expect(tenths.size).toBe(10)
    for (const count of tenths.values()) expect(Math.abs(count - 1_000)).toBeLessThan(200)
    expect(waitOf(7, 30_000)).toBe(waitOf(7, 30_000))
  })
})
