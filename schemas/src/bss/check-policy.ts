import { methods, type MethodName } from './methods.ts'
import type { Policy } from './types.ts'

/** What no number says by itself: two that cannot stand together, or one that this method cannot have. */
export type PolicyFault = {
  code: 'reversed-ages' | 'repeated-write' | 'hedged-write'
  /** The number to change. */
  field: keyof Policy
  expected: string
  got: number
  fix: string
}

/** What is wrong in a method's policy, whole as `policyOf` makes it, whose numbers are each within their bounds; empty when nothing is. */
export function checkPolicy(method: MethodName, { t1Ms, t2Ms, retries, hedgeAfterMs }: Policy): PolicyFault[] {
  const faults: PolicyFault[] = []
  if (t1Ms > t2Ms)
    faults.push({ code: 'reversed-ages', field: 't2Ms', expected: `at least t1Ms, ${t1Ms}`, got: t2Ms, fix: 'Raise T2, or lower T1.' })
  if (!isWrite(method)) return faults

  // Nobody knows whether a write that failed has happened: asked twice, it may happen twice.
  const expected = `0, as ${method} changes something`
  if (retries > 0) faults.push({ code: 'repeated-write', field: 'retries', expected, got: retries, fix: 'Write 0.' })
  if (hedgeAfterMs > 0) faults.push({ code: 'hedged-write', field: 'hedgeAfterMs', expected, got: hedgeAfterMs, fix: 'Write 0.' })
  return faults
}

/** True of a method that changes something at the operator's. */
export function isWrite(method: MethodName): boolean {
  return methods[method].isWrite === true
}
