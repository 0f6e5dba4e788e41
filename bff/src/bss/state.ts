import type { Policy } from '@mosaic/schemas/bss'
import type { BssFailureCode } from './failure.ts'

/**
 * How the age of what is known decides what happens. The whole table; `docs/bss-data-layer.md` shows it with the second level.
 *
 * | state   | age            | who answers                                                                                   |
 * | ------- | -------------- | --------------------------------------------------------------------------------------------- |
 * | fresh   | < T1           | the cache, at once                                                                            |
 * | aging   | T1 ≤ age < T2  | the BSS, waited for up to the soft limit (or refreshed behind); the cache when it fails       |
 * | expired | ≥ T2, or none  | the BSS; its failure is the answer                                                            |
 */
export type AgeState = 'fresh' | 'aging' | 'expired'

/** An answer that may have been made obsolete, nobody knows for sure: it is asked for again, and stands in like any other. */
type Aged = { fetchedAtMs: number; isSuspect?: boolean }

/** @param now epoch milliseconds, as `fetchedAtMs`. */
export function stateOf(entry: Aged | undefined, { t1Ms, t2Ms }: Policy, now: number): AgeState {
  if (entry === undefined) return 'expired'
  const age = now - entry.fetchedAtMs
  if (age < t1Ms && entry.isSuspect !== true) return 'fresh'
  return age < t2Ms ? 'aging' : 'expired'
}

/** Whether the cached value of an aging answer may stand in for one that failed like this. */
export function mayStandIn({ staleOn }: Policy, code: BssFailureCode): boolean {
  if (staleOn === 'anyFailure') return true
  return staleOn === 'outage' && code !== 'BSS_BAD_ANSWER'
}
