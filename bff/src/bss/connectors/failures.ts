import { BssFailure, badAnswer } from '../failure.ts'

/* What can go wrong with an attempt, whatever the connector. `name` says what was asked; never anything of a customer. */

export function timedOut(name: string, timeoutMs: number, wasSent = true): BssFailure {
  const fault = {
    expected: `an answer within ${timeoutMs} ms`,
    got: 'none',
    fix: "Look at the back-end, or raise the method's readTimeoutMs",
  }
  return new BssFailure('BSS_TIMEOUT', name, fault, { wasSent, isRetryable: true })
}

/** Whoever asked has left. */
export function abandoned(name: string, wasSent: boolean): BssFailure {
  const fault = { expected: 'somebody to wait for the answer', got: 'nobody any more', fix: 'Nothing is wrong with the back-end' }
  return new BssFailure('BSS_TIMEOUT', name, fault, { wasSent, isRetryable: false, isOurs: true })
}

export function closed(name: string): BssFailure {
  const fault = { expected: 'an open connector', got: 'one that is closed', fix: 'Ask before the server stops' }
  return new BssFailure('BSS_UNAVAILABLE', name, fault, { wasSent: false, isRetryable: false, isOurs: true })
}

export function tooLarge(name: string, maxBytes: number): BssFailure {
  return badAnswer(name, `at most ${maxBytes} bytes`, 'more')
}
