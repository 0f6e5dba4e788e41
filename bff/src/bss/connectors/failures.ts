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

/** How Node's TLS, and mysql2, name a certificate they do not accept, and a handshake that fails: nothing of the request is sent before it ends. */
const untrustedCodes = /^(?:HANDSHAKE_SSL_ERROR$|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_|ERR_SSL_|HOSTNAME_MISMATCH|INVALID_)/

export function isUntrusted(cause: unknown): boolean {
  return untrustedCodes.test(codeOf(cause))
}

/** The back-end did not show who it is, and was not asked. */
export function untrusted(name: string, cause: unknown): BssFailure {
  const fix = 'Renew the back-end’s certificate, or name its authority in BSS_CA_FILE'
  const fault = { expected: 'a certificate to trust', got: codeOf(cause), fix }
  return new BssFailure('BSS_UNAVAILABLE', name, fault, { wasSent: false, isRetryable: true, cause })
}

/** What Node and drivers call an error. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'an error'
}
