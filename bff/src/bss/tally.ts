import type { MethodName } from '@mosaic/schemas/bss'
import { methodNames } from '@mosaic/schemas/bss'
import type { Metrics } from '../metrics.ts'

/**
 * What served a call: this process's cache (`hit`), the other instances' (`shared`), the back-end (`miss`), somebody else's question under way here
 * (`coalesced`) or in another instance (`followed`), a cached answer that stands in (`stale`), nothing (`error`).
 */
export const results = ['hit', 'shared', 'miss', 'coalesced', 'followed', 'stale', 'error'] as const
export type Result = (typeof results)[number]
export type Tally = { readonly [Name in MethodName]: Record<Result, number> }

/** Plain numbers, because a hit is counted in the time it takes; the metrics are told of them when they are read. */
export function createTally(metrics: Metrics): Tally {
  const tally = Object.fromEntries(methodNames.map((name) => [name, Object.fromEntries(results.map((result) => [result, 0]))])) as Tally
  metrics.cacheRequests.from(() =>
    methodNames.flatMap((method) => results.map((result) => ({ labels: { method, result }, value: tally[method][result] }))),
  )
  return tally
}
