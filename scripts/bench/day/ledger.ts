import { percentile } from '../results.ts'
import type { LoadResult, Stretch } from './contract.ts'
import type { Asked } from './questions.ts'

/** What customers saw, written down from a moment on until another. All by when a home was due. */
export type Ledger = {
  visit(dueMs: number, customer: number): void
  late(dueMs: number, ms: number): void
  home(dueMs: number, ms: number, asked: Asked): void
  /** A home that nobody got. */
  lose(dueMs: number, why: string): void
  close(): LoadResult
}

/** The length of a stretch, in milliseconds. */
export const stretchMs = 5_000

export function createLedger(fromMs: number, endMs: number): Ledger {
  const stretches = Array.from({ length: Math.ceil((endMs - fromMs) / stretchMs) }, (): number[] => [])
  const lateness: number[] = []
  const customers = new Set<number>()
  const statuses: Record<string, number> = {}
  const errors: Record<string, number> = {}
  const states: Record<string, number> = {}
  let [visits, bytes, bodies, read] = [0, 0, 0, 0]
  const isCounted = (dueMs: number) => dueMs >= fromMs && dueMs < endMs

  return {
    visit(dueMs, customer) {
      if (!isCounted(dueMs)) return
      visits++
      customers.add(customer)
    },
    late(dueMs, ms) {
      if (isCounted(dueMs)) lateness.push(ms)
    },
    home(dueMs, ms, asked) {
      if (!isCounted(dueMs)) return
      stretches[Math.floor((dueMs - fromMs) / stretchMs)]?.push(ms)
      count(statuses, String(asked.status))
      if (asked.fault) count(errors, asked.fault)
      if (asked.bytes > 0) {
        bytes += asked.bytes
        bodies++
      }
      if (asked.states) read++
      for (const state of asked.states ?? []) count(states, state)
    },
    lose(dueMs, why) {
      if (isCounted(dueMs)) count(errors, why)
    },
    close() {
      const all = sorted(stretches.flat())
      const late = sorted(lateness)
      return {
        homes: all.length,
        statuses,
        errors,
        p50Ms: percentile(all, 0.5),
        p95Ms: percentile(all, 0.95),
        p99Ms: percentile(all, 0.99),
        maxMs: percentile(all, 1),
        late: { p50Ms: percentile(late, 0.5), p99Ms: percentile(late, 0.99), maxMs: percentile(late, 1) },
        meanBytes: bytes / bodies,
        visits,
        customers: customers.size,
        read,
        states,
        stretches: stretches.map((latencies, index): Stretch => ({
          seconds: ((index + 1) * stretchMs) / 1_000,
          homes: latencies.length,
          p50Ms: percentile(latencies, 0.5),
          p99Ms: percentile(latencies, 0.99),
        })),
      }
    },
  }
}

/** Millions are sorted once, and as numbers; `percentile` is quick with what is in order already. */
function sorted(values: readonly number[]): number[] {
  return [...Float64Array.from(values).sort()]
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}
