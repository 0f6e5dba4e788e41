import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkPolicy } from './check-policy.ts'
import { methodNames, methods, type MethodName } from './methods.ts'
import { policyOf } from './policy.ts'
import { policies } from './testing/policies.ts'
import type { PolicyChanges } from './types.ts'

const faults = (method: MethodName, changes: PolicyChanges) =>
  checkPolicy(method, policyOf(method, changes)).map(({ code, field }) => [code, field])

test('every contract’s own policy is right, and so is one that changes parts of it rightly', () => {
  for (const method of methodNames) expect(checkPolicy(method, methods[method].policy)).toEqual([])
  const changed = fc.constantFrom(...methodNames).chain((method) => policies(method).map((changes) => ({ method, changes })))
  fc.assert(
    fc.property(changed, ({ method, changes }) => {
      expect(faults(method, changes)).toEqual([])
    }),
  )
})

test('T1 is not after T2, also when one of them is the contract’s', () => {
  expect(faults('balance', { t1Ms: 10, t2Ms: 10 })).toEqual([])
  expect(faults('balance', { t1Ms: 11, t2Ms: 10 })).toEqual([['reversed-ages', 't2Ms']])
  expect(faults('balance', { t2Ms: methods.balance.policy.t1Ms - 1 })).toEqual([['reversed-ages', 't2Ms']])
})

test('what changes something is asked once', () => {
  expect(faults('topUp', { retries: 1, hedgeAfterMs: 200 })).toEqual([
    ['repeated-write', 'retries'],
    ['hedged-write', 'hedgeAfterMs'],
  ])
  expect(faults('balance', { retries: 1, hedgeAfterMs: 200 })).toEqual([])
})
