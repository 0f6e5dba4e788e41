import { BssFailure, badAnswer } from '../../failure.ts'
import { codeOf, isUntrusted, untrusted } from '../failures.ts'

/* What can go wrong between here and a back-end that speaks HTTP. `name` says what was asked. */

/** The errors of a connection that was never made: the request cannot have arrived. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** The connection was not made, or broke. */
export function unreachable(name: string, cause: unknown): BssFailure {
  if (isUntrusted(cause)) return untrusted(name, cause)
  const code = codeOf(cause)
  // Not as a cause: it carries what was sent.
  if (cause instanceof Error && cause.name === 'HTTPParserError') return badAnswer(name, 'HTTP', 'something else')
  const fault = { expected: 'an HTTP answer', got: code, fix: 'Check that the back-end runs and that its BSS_…_URL is right' }
  return new BssFailure('BSS_UNAVAILABLE', name, fault, { wasSent: !neverSent.has(code), isRetryable: true, cause })
}

/** The back-end answered with a status that says no. */
export function refused(name: string, status: number, retryAfter: string | undefined): BssFailure {
  const seconds = retryAfter !== undefined && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : undefined
  const fault = { expected: 'status 2xx', got: String(status), fix: 'Look at the log of the back-end' }
  const mayPass = status === 429 || status >= 500
  return new BssFailure(mayPass ? 'BSS_UNAVAILABLE' : 'BSS_BAD_ANSWER', name, fault, {
    // A 4xx says no before doing anything; a 5xx or a redirection may have come after. What a 409 finds in its way may be our own first attempt.
    wasSent: status >= 500 || status < 400 || status === 409,
    isRetryable: mayPass,
    retryAfterSeconds: seconds,
  })
}
