import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BssFailure } from '../failure.ts'
import { createCircuit, type Verdict } from './circuit.ts'

const policy = { circuitFailurePercent: 50, circuitMinimumCalls: 4, circuitOpenMs: 1_000 }
let now = 0
const states: string[] = []
const fresh = () => {
  now = 0
  states.length = 0
  return createCircuit(
    (state) => states.push(state),
    () => now,
  )
}
const run = (circuit: ReturnType<typeof fresh>, ...verdicts: Verdict[]) => {
  for (const verdict of verdicts) circuit.admit(policy)(verdict)
}
const isRefused = (circuit: ReturnType<typeof fresh>) => {
  try {
    circuit.admit(policy)('unknown')
    return false
  } catch (error) {
    expect(error).toBeInstanceOf(BssFailure)
    expect(error).toMatchObject({ code: 'BSS_UNAVAILABLE', wasSent: false, isRetryable: false, isOurs: true })
    return true
  }
}

test('opens when the share of failures is reached, over enough calls, and not before', () => {
  const circuit = fresh()
  run(circuit, 'failed', 'failed', 'failed')
  expect(circuit.state).toBe('closed')
  run(circuit, 'failed')
  expect(circuit.state).toBe('open')
  expect(isRefused(circuit)).toBe(true)
})

test('stays closed while more than the rest answer', () => {
  const circuit = fresh()
  run(circuit, ...Array.from({ length: 30 }, (_, index): Verdict => (index % 5 > 2 ? 'failed' : 'answered')))
  expect(circuit.state).toBe('closed')
})

test('forgets failures that are long ago', () => {
  const circuit = fresh()
  run(circuit, 'failed', 'failed', 'failed')
  now += 11_000
  run(circuit, 'failed', 'answered', 'answered', 'answered')
  expect(circuit.state).toBe('closed')
})

test('counts attempts that say nothing about the system neither way', () => {
  const circuit = fresh()
  run(circuit, ...Array.from({ length: 100 }, (): Verdict => 'unknown'), 'failed', 'failed', 'failed')
  expect(circuit.state).toBe('closed')
})

test('after its time one attempt tries: its success closes it, its failure opens it again, and nobody else is let through meanwhile', () => {
  const circuit = fresh()
  run(circuit, 'failed', 'failed', 'failed', 'failed')
  now += 1_000
  const report = circuit.admit(policy)
  expect(isRefused(circuit)).toBe(true)
  report('failed')
  expect(circuit.state).toBe('open')
  now += 999
  expect(isRefused(circuit)).toBe(true)
  now += 1
  circuit.admit(policy)('answered')
  expect(states).toEqual(['open', 'halfOpen', 'open', 'halfOpen', 'closed'])
  run(circuit, 'failed', 'failed', 'failed')
  expect(circuit.state).toBe('closed')
})

test('an attempt that was not made lets the next one try', () => {
  const circuit = fresh()
  run(circuit, 'failed', 'failed', 'failed', 'failed')
  now += 1_000
  circuit.admit(policy)('unknown')
  circuit.admit(policy)('answered')
  expect(circuit.state).toBe('closed')
})

test('with 0 percent it never opens', () => {
  const circuit = fresh()
  for (let index = 0; index < 100; index++) circuit.admit({ ...policy, circuitFailurePercent: 0 })('failed')
  expect(circuit.state).toBe('closed')
})

test('whatever happens, it is never stuck: a system that is well again is asked again', () => {
  const step = fc.record({ verdict: fc.constantFrom<Verdict>('answered', 'failed', 'unknown'), after: fc.nat(3_000) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const circuit = fresh()
      for (const { verdict, after } of steps) {
        now += after
        try {
          circuit.admit(policy)(verdict)
        } catch {
          // Open: what is asserted comes after.
        }
      }
      now += 1_000
      circuit.admit(policy)('answered')
      expect(circuit.state).toBe('closed')
    }),
  )
})
