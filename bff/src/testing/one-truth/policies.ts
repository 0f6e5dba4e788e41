import { methodNames, methods, type PolicyChanges } from '@mosaic/schemas/bss'
import type { ReleaseBody } from '@mosaic/schemas/release'
import fc, { type Arbitrary } from 'fast-check'

/*
 * Circuits, hedges and soft limits go by the real clock, which cannot stand still: they are off, or longer than any failure takes. What is remembered
 * of a failure stands for as long as the BFF's own clock does.
 */
const policy: Arbitrary<PolicyChanges> = fc
  .record({
    t1Ms: fc.constantFrom(0, 1, 1_000, 30_000, 60_000, 3_600_000),
    until: fc.constantFrom(0, 1_000, 3_600_000, 6 * 86_400_000, 6 * 86_400_000),
    failureMemoryMs: fc.constantFrom(1, 1_000, 10_000),
    staleOn: fc.constantFrom('anyFailure', 'anyFailure', 'outage', 'never'),
    refresh: fc.oneof({ weight: 30, arbitrary: fc.constant('wait' as const) }, fc.constant('behind' as const)),
    keyParams: fc.subarray(['customerId', 'partyId', 'lineId'] as const).map((names) => [...names]),
  })
  .map(({ t1Ms, until, ...own }) => ({ ...own, t1Ms, t2Ms: t1Ms + until }))
const steady = { readTimeoutMs: 100, connectionWaitMs: 20_000, retryWaitMs: 0, softWaitMs: 20_000, circuitFailurePercent: 0, poolSize: 256 }
/** All that is known stays fresh for long: then pages change with the clock alone, and what was kept of them is given again. */
const calm = { t1Ms: 86_400_000, t2Ms: 7 * 86_400_000 }
const reads = methodNames.filter((name) => !methods[name].isWrite)
/** Policies of a release: anything that is allowed, or all fresh for long; never one that hangs on the real clock. */
export const policies: Arbitrary<ReleaseBody['policies']> = fc
  .oneof(
    fc.record(Object.fromEntries(reads.map((name) => [name, policy])), { requiredKeys: [] }),
    fc.constant(Object.fromEntries(reads.map((name) => [name, calm]))),
  )
  .map((own) => ({
    ...Object.fromEntries(reads.map((name) => [name, { ...steady, ...own[name] }])),
    topUp: { circuitFailurePercent: 0, connectionWaitMs: 20_000 },
  }))
