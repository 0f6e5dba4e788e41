import type { Policy } from '@mosaic/schemas/bss'
import { BssFailure } from '../failure.ts'

type CircuitPolicy = Pick<Policy, 'circuitFailurePercent' | 'circuitMinimumCalls' | 'circuitOpenMs'>
export type CircuitState = 'closed' | 'open' | 'halfOpen'
/** What an attempt tells the circuit when it is over: the system answered, it did not, or the attempt says nothing about it. */
export type Verdict = 'answered' | 'failed' | 'unknown'

/** Failures are counted over the last one to two of these, in milliseconds. */
const windowMs = 5_000

/**
 * Stops asking a system that fails: when too large a share of the recent attempts did, nothing is let through for a while; then one attempt at a
 * time tries whether it is well again. One circuit a method. The thresholds are given at each call, so a new policy holds from the next one on.
 *
 * @param now a clock that only goes forward, in milliseconds.
 */
export function createCircuit(onChange: (state: CircuitState) => void = () => {}, now: () => number = () => performance.now()) {
  let state: CircuitState = 'closed'
  let reopensAt = 0
  let isProbing = false
  let current = emptyWindow(now())
  let previous = emptyWindow(0)

  return {
    /** Lets an attempt through and counts it, before it is made; returns how it reports back, once. Throws BSS_UNAVAILABLE while open. */
    admit(policy: CircuitPolicy): (verdict: Verdict) => void {
      if (policy.circuitFailurePercent === 0) return ignore
      if (state === 'open' && now() >= reopensAt) change('halfOpen')
      if (state === 'open' || (state === 'halfOpen' && isProbing)) throw isOpen(Math.max(0, reopensAt - now()))
      if (state === 'halfOpen') return probe(policy)
      turnWindow()
      current.calls++
      return (verdict) => {
        if (verdict === 'unknown') current.calls = Math.max(0, current.calls - 1)
        if (verdict === 'failed' && state === 'closed') countFailure(policy)
      }
    },

    get state() {
      return state
    },
  }

  function probe(policy: CircuitPolicy): (verdict: Verdict) => void {
    isProbing = true
    return (verdict) => {
      isProbing = false
      if (state !== 'halfOpen' || verdict === 'unknown') return
      if (verdict === 'failed') return open(policy)
      current = emptyWindow(now())
      previous = emptyWindow(0)
      change('closed')
    }
  }

  function countFailure(policy: CircuitPolicy) {
    turnWindow()
    current.failures++
    const calls = current.calls + previous.calls
    const share = (100 * (current.failures + previous.failures)) / Math.max(1, calls)
    if (calls >= policy.circuitMinimumCalls && share >= policy.circuitFailurePercent) open(policy)
  }

  function open({ circuitOpenMs }: CircuitPolicy) {
    reopensAt = now() + circuitOpenMs
    change('open')
  }

  function change(next: CircuitState) {
    state = next
    onChange(next)
  }

  function turnWindow() {
    const moment = now()
    if (moment < current.since + windowMs) return
    // What is older than a whole window no longer counts.
    previous = moment < current.since + 2 * windowMs ? current : emptyWindow(0)
    current = emptyWindow(moment)
  }
}

export type Circuit = ReturnType<typeof createCircuit>

type Window = { since: number; calls: number; failures: number }
const emptyWindow = (since: number): Window => ({ since, calls: 0, failures: 0 })
const ignore = () => {}

function isOpen(waitMs: number): BssFailure {
  const fault = {
    expected: 'a system that mostly answers',
    got: 'one that mostly failed a moment ago',
    fix: 'Look at the back-end: it is asked again by itself',
  }
  return new BssFailure('BSS_UNAVAILABLE', 'The circuit is open', fault, {
    wasSent: false,
    isRetryable: false,
    isOurs: true,
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
  })
}
