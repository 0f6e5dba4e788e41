import type { MethodName, Policy } from '@mosaic/schemas/bss'
import type { Metrics } from '../../metrics.ts'
import { BssFailure } from '../failure.ts'
import { createAdaptiveLimit } from './adaptive.ts'
import { createRetryBudget, type RetryBudget } from './budget.ts'
import { createCircuit, type Verdict } from './circuit.ts'
import type { Deadline } from './deadline.ts'
import { createLimiter } from './limit.ts'

/** What stands before the connector of one method: nothing of it is shared with another, so that one that hangs costs the others nothing. */
export type Gate = {
  /**
   * One attempt: circuit → connections → as much time as the policy gives and the deadline leaves. Throws what the attempt throws, or a
   * BSS_UNAVAILABLE or BSS_TIMEOUT of its own, with `wasSent` false, when it is not begun.
   */
  pass<T>(policy: Policy, deadline: Deadline, attempt: (timeoutMs: number) => Promise<T>): Promise<T>
  /** Whether another attempt would begin at once. */
  hasRoom(policy: Policy): boolean
  budget: RetryBudget
}

const circuitValues = { closed: 0, halfOpen: 1, open: 2 } as const
/** The quickest answer counts as such for this many answers, then it is measured anew. */
const quickestOf = 200

export function createGate(method: MethodName, metrics: Metrics): Gate {
  const limiter = createLimiter()
  const adaptive = createAdaptiveLimit()
  const circuit = createCircuit((state) => metrics.circuits.set({ method }, circuitValues[state]))
  const quickest = createQuickest()

  return {
    async pass(policy, deadline, attempt) {
      const report = circuit.admit(policy)
      let verdict: Verdict = 'unknown'
      try {
        const leave = await enter({
          poolSize: placesOf(policy),
          connectionWaitMs: Math.min(policy.connectionWaitMs, deadline.remainingMs()),
        })
        try {
          const remainingMs = deadline.remainingMs()
          if (remainingMs < Math.min(quickest.ms, policy.readTimeoutMs)) throw noTimeLeft(remainingMs)
          const answer = await timed(() => attempt(Math.min(policy.readTimeoutMs, remainingMs)))
          verdict = 'answered'
          return answer
        } catch (error) {
          verdict = verdictOf(error)
          throw error
        } finally {
          if (policy.adaptive && verdict !== 'unknown') adaptive.observe(verdict === 'failed', limiter.active, policy.poolSize)
          leave()
        }
      } finally {
        report(verdict)
      }
    },
    hasRoom: (policy) => circuit.state === 'closed' && limiter.hasRoom(placesOf(policy)),
    budget: createRetryBudget(),
  }

  function placesOf({ adaptive: isAdaptive, poolSize }: Policy): number {
    return isAdaptive ? adaptive.within(poolSize) : poolSize
  }

  async function enter(limits: { poolSize: number; connectionWaitMs: number }): Promise<() => void> {
    const begun = performance.now()
    try {
      return await limiter.enter(limits)
    } catch (error) {
      metrics.poolRejected.inc({ method })
      throw error
    } finally {
      metrics.poolWait.timer(method).observe((performance.now() - begun) / 1_000)
    }
  }

  async function timed<T>(attempt: () => Promise<T>): Promise<T> {
    const begun = performance.now()
    const took = (outcome: string) => {
      const ms = performance.now() - begun
      metrics.backendDuration.timer(method, outcome).observe(ms / 1_000)
      return ms
    }
    try {
      const answer = await attempt()
      quickest.see(took('ok'))
      return answer
    } catch (error) {
      took(error instanceof BssFailure ? error.code : 'ERROR')
      throw error
    }
  }
}

/** A system that says no to one question works; one that is not there, too slow or in trouble does not. An attempt not begun says nothing. */
function verdictOf(error: unknown): Verdict {
  if (!(error instanceof BssFailure) || error.isOurs) return 'unknown'
  return error.isRetryable ? 'failed' : 'answered'
}

/** The shortest time an answer took of late: with less than that left, asking is work for nothing. */
function createQuickest() {
  let [ms, next, count] = [0, Number.POSITIVE_INFINITY, 0]
  return {
    get ms() {
      return ms
    },
    see(took: number) {
      next = Math.min(next, took)
      if (ms > 0) ms = Math.min(ms, took)
      if (++count < quickestOf) return
      ;[ms, next, count] = [next, Number.POSITIVE_INFINITY, 0]
    },
  }
}

function noTimeLeft(remainingMs: number): BssFailure {
  const fault = {
    expected: 'enough time for the quickest answer of late',
    got: `${Math.round(remainingMs)} ms`,
    fix: "Look at what took the time: the wait for a connection, or a slow first attempt; or raise the method's times",
  }
  return new BssFailure('BSS_TIMEOUT', 'No time left to ask', fault, { wasSent: false, isRetryable: false, isOurs: true })
}
