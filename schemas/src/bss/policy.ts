import { methods, methodNames, type MethodName } from './methods.ts'
import type { Policy, PolicyChanges } from './types.ts'

/** No wait between two attempts is longer than this, in milliseconds, whatever a policy or a back-end asks for: the customer is waiting too. */
export const longestRetryWaitMs = 2_000

/** The policy that holds for a method: its contract's, with what a release changes. No release makes anybody keep a secret. */
export function policyOf(method: MethodName, changes: PolicyChanges = {}): Policy {
  return { ...methods[method].policy, ...changes, ...(methods[method].isSecret && { t1Ms: 0, t2Ms: 0, staleOn: 'never' as const }) }
}

/** The policies that hold for all methods. */
export function policiesOf(changes: Readonly<Partial<Record<MethodName, PolicyChanges>>>): Readonly<Record<MethodName, Policy>> {
  return Object.fromEntries(methodNames.map((name) => [name, policyOf(name, changes[name])])) as Record<MethodName, Policy>
}

/** The longest a call can take, in milliseconds: every attempt waits for a connection and for an answer in vain. Later it is given up. */
export function worstCaseMs({ retries, connectionWaitMs, readTimeoutMs, retryWaitMs }: Policy): number {
  const attempts = (retries + 1) * (connectionWaitMs + readTimeoutMs)
  return attempts + Array.from({ length: retries }, (_, index) => retryWaitOf(retryWaitMs, index)).reduce((sum, wait) => sum + wait, 0)
}

/** The longest wait before the repetition of an index, from 0: it doubles. */
export function retryWaitOf(retryWaitMs: number, index: number): number {
  return Math.min(retryWaitMs * 2 ** index, longestRetryWaitMs)
}
