import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWrite } from './check-policy.ts'
import { effectOf, type Load } from './effect.ts'
import { methodNames, methods } from './methods.ts'
import { policyOf, worstCaseMs } from './policy.ts'
import { policies } from './testing/policies.ts'
import type { Policy } from './types.ts'

const load: Load = { customers: 1_000, opensPerHour: 6 }
const cases = fc
  .constantFrom(...methodNames)
  .chain((method) => policies(method).map((changes) => ({ method, policy: policyOf(method, changes) })))
const loads = fc.record({ customers: fc.integer({ min: 1, max: 100_000 }), opensPerHour: fc.integer({ min: 1, max: 60 }) })
const balance = (changes: Partial<Policy> = {}) => effectOf('balance', policyOf('balance', changes), load)

describe('the worst case', () => {
  test('is the sum of its parts, and nobody waits longer', () => {
    fc.assert(
      fc.property(cases, ({ method, policy }) => {
        const { worst, waits } = effectOf(method, policy, load)
        expect(worst.reduce((sum, { ms }) => sum + ms, 0)).toBe(worstCaseMs(policy))
        expect(waits.expired).toBe(worstCaseMs(policy))
        expect(waits.fresh).toBeLessThanOrEqual(waits.expired)
        expect(waits.aging).toBeLessThanOrEqual(waits.expired)
      }),
    )
  })

  test('is told in the order of time, its pauses growing', () => {
    const { worst } = balance({ readTimeoutMs: 800, connectionWaitMs: 100, retries: 2, retryWaitMs: 50 })
    const attempt = ['connection 100', 'answer 800']
    expect(worst.map(({ part, ms }) => `${part} ${ms}`)).toEqual([...attempt, 'pause 50', ...attempt, 'pause 100', ...attempt])
  })
})

describe('between T1 and T2', () => {
  test('a customer waits for the newer value up to the soft limit, or not at all', () => {
    expect(balance({ refresh: 'wait', softWaitMs: 300 }).waits.aging).toBe(300)
    expect(balance({ refresh: 'behind', softWaitMs: 300 }).waits.aging).toBe(0)
  })

  test('a customer waits for the system where the cache never stands in', () => {
    const { waits } = balance({ refresh: 'behind', staleOn: 'never' })
    expect(waits.aging).toBe(waits.expired)
  })
})

describe('in an outage', () => {
  test('answers are shown until T2, or until T1 where nothing may stand in', () => {
    expect(balance({ t1Ms: 1_000, t2Ms: 9_000, staleOn: 'outage' }).outage.shownForMs).toBe(9_000)
    expect(balance({ t1Ms: 1_000, t2Ms: 9_000, staleOn: 'never' }).outage.shownForMs).toBe(1_000)
    expect(effectOf('topUp', methods.topUp.policy, load).outage.shownForMs).toBe(0)
  })

  test('calls are held back by the memory of failures and by the circuit', () => {
    expect(balance({ failureMemoryMs: 2_000, circuitOpenMs: 5_000 }).outage).toMatchObject({
      perMinuteAndKey: 30,
      perMinuteAndInstance: 12,
    })
    expect(balance({ failureMemoryMs: 0, circuitFailurePercent: 0 }).outage).toMatchObject({
      perMinuteAndKey: undefined,
      perMinuteAndInstance: undefined,
    })
  })
})

describe('what is asked again', () => {
  test('is never more than the budget, and nothing where nothing is repeated', () => {
    expect(balance({ retries: 0, hedgeAfterMs: 0, retryBudgetPercent: 50 }).repeatedPercent).toBe(0)
    expect(balance({ retries: 3, retryBudgetPercent: 20 }).repeatedPercent).toBe(20)
    expect(balance({ retries: 0, hedgeAfterMs: 100, retryBudgetPercent: 5 }).repeatedPercent).toBe(5)
    expect(balance({ retries: 0, hedgeAfterMs: 1_000, readTimeoutMs: 1_000, retryBudgetPercent: 5 }).repeatedPercent).toBe(0)
  })
})

describe('calls for 1,000 homes', () => {
  test('are as many as a thousand homes one after the other make', () => {
    for (const [opensPerHour, t1Ms] of [
      [1, 3_600_000],
      [6, 30_000],
      [30, 300_000],
    ] as const) {
      const reckoned = effectOf('balance', policyOf('balance', { t1Ms, t2Ms: 86_400_000 }), {
        customers: 1,
        opensPerHour,
      }).callsPerThousandHomes
      expect(Math.abs(reckoned! / callsSimulated(opensPerHour, t1Ms) - 1)).toBeLessThan(0.02)
    }
  })

  test('never grow with T1 or with the homes, and are never more than the homes', () => {
    fc.assert(
      fc.property(cases, loads, fc.nat(3_600_000), ({ method, policy }, load, more) => {
        const { callsPerThousandHomes: calls } = effectOf(method, policy, load)
        expect(calls === undefined).toBe(isWrite(method))
        if (calls === undefined) return
        const later = { ...policy, t1Ms: policy.t1Ms + more, t2Ms: policy.t2Ms + more }
        expect(calls).toBeGreaterThan(0)
        expect(calls).toBeLessThanOrEqual(1_000)
        if (policy.t2Ms > 0) expect(effectOf(method, later, load).callsPerThousandHomes).toBeLessThanOrEqual(calls)
        expect(effectOf(method, policy, { ...load, opensPerHour: load.opensPerHour + 1 }).callsPerThousandHomes).toBeLessThanOrEqual(calls)
      }),
    )
  })

  test('are shared by all customers only where the answer is the same for all', () => {
    const calls = (changes: Partial<Policy>) =>
      effectOf('offers', policyOf('offers', { t1Ms: 600_000, ...changes }), load).callsPerThousandHomes
    expect(calls({})).toBeCloseTo(1_000 / 1_001)
    expect(calls({ keyParams: ['customerId'] })).toBeCloseTo(500)
    expect(balance({ t1Ms: 600_000, keyParams: ['customerId'] }).callsPerThousandHomes).toBeCloseTo(500)
  })

  test('are all of them where nothing is kept', () => {
    expect(balance({ t1Ms: 0, t2Ms: 0 }).callsPerThousandHomes).toBe(1_000)
    expect(balance({ t1Ms: 0, t2Ms: 60_000 }).callsPerThousandHomes).toBe(1_000)
  })
})

/** 200,000 homes of one customer at random moments, the same at every run, each asking for what it cannot have from the cache. */
function callsSimulated(opensPerHour: number, t1Ms: number): number {
  const homes = 200_000
  let seed = 20_261_122
  let now = 0
  let fetchedAt = -Infinity
  let calls = 0
  for (let home = 0; home < homes; home++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    now += (-Math.log((seed + 1) / 2 ** 32) * 3_600_000) / opensPerHour
    if (now - fetchedAt < t1Ms) continue
    fetchedAt = now
    calls++
  }
  return (calls / homes) * 1_000
}
