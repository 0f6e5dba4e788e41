import fc, { type Arbitrary } from 'fast-check'
import { isWrite } from '../check-policy.ts'
import { methods, type MethodName } from '../methods.ts'
import type { Policy, PolicyChanges } from '../types.ts'

const hourMs = 3_600_000

/** Random policies that are right: of each method any part of its policy, whatever holds for what is left out. */
export function policies(method: MethodName): Arbitrary<PolicyChanges> {
  const { t1Ms, t2Ms } = methods[method].policy
  return fc.record(
    {
      readTimeoutMs: fc.integer({ min: 50, max: 60_000 }),
      poolSize: fc.integer({ min: 1, max: 1_000 }),
      connectionWaitMs: fc.nat(60_000),
      retries: isWrite(method) ? fc.constant(0) : fc.nat(3),
      retryWaitMs: fc.nat(10_000),
      retryBudgetPercent: fc.nat(100),
      // Either may be left out: each stands on its own side of the other in the contract.
      t1Ms: fc.nat(t1Ms),
      t2Ms: fc.integer({ min: t2Ms, max: t2Ms + 24 * hourMs }),
      refresh: fc.constantFrom('wait', 'behind'),
      softWaitMs: fc.nat(60_000),
      staleOn: fc.constantFrom('anyFailure', 'outage', 'never'),
      failureMemoryMs: fc.nat(60_000),
      circuitFailurePercent: fc.nat(100),
      circuitMinimumCalls: fc.integer({ min: 1, max: 10_000 }),
      circuitOpenMs: fc.integer({ min: 100, max: 600_000 }),
      hedgeAfterMs: isWrite(method) ? fc.constant(0) : fc.nat(60_000),
      adaptive: fc.boolean(),
      coalesce: fc.constantFrom('instances', 'process'),
      keyParams: fc.subarray(['customerId', 'partyId', 'lineId']),
    } satisfies { [Name in keyof Policy]: Arbitrary<Policy[Name]> },
    { requiredKeys: [] },
  )
}
