import { BssFailure, badAnswer } from '../../failure.ts'
import { codeOf, isUntrusted, tooLarge, untrusted } from '../failures.ts'
import { maxBytes, maxRows } from './session.ts'

/** What a database says no with. Its words are for the log's `cause` alone: they may repeat values. */
export type Refusal = {
  /** SQLSTATE, or what stands for it. */
  state: string
  /** The driver's own name for it. */
  code: string
  cause: unknown
}

/** The connection was not made, or broke. */
export function unreachable(name: string, wasSent: boolean, cause: unknown): BssFailure {
  if (isUntrusted(cause)) return untrusted(name, cause)
  const fault = {
    expected: 'a connection to the database',
    got: codeOf(cause),
    fix: 'Check that the database runs and that BSS_SQL_URL is right',
  }
  return new BssFailure('BSS_UNAVAILABLE', name, fault, { wasSent, isRetryable: true, cause })
}

/**
 * The database said no. Access that is not granted will not be by asking again; a view that is not what its README says is a bad answer; all else,
 * such as too many connections, a deadlock or a database that is starting, may pass.
 */
export function refused(name: string, { state, code, cause }: Refusal, wasSent: boolean): BssFailure {
  const got = state === '' ? code : `${code} (SQLSTATE ${state})`
  if (/^(?:28|3D)/.test(state)) {
    const fault = { expected: 'access to the database', got, fix: 'Check BSS_SQL_URL and BSS_SQL_PASSWORD, and the rights of its user' }
    return new BssFailure('BSS_UNAVAILABLE', name, fault, { wasSent: false, isRetryable: false, cause })
  }
  if (/^(?:42|22|21|25|0A)/.test(state)) {
    const fault = {
      expected: 'the view as connectors/sql/README.md describes it',
      got,
      fix: 'Compare the view and the rights on it with that page',
    }
    return new BssFailure('BSS_BAD_ANSWER', name, fault, { wasSent: true, isRetryable: false, cause })
  }
  const fault = { expected: 'rows', got, fix: 'Look at the log of the database' }
  return new BssFailure('BSS_UNAVAILABLE', name, fault, { wasSent, isRetryable: true, cause })
}

export function tooManyRows(name: string): BssFailure {
  return badAnswer(name, `at most ${maxRows} rows`, 'more')
}

/** What the stream brought was no answer. */
export function unreadable(name: string, fault: 'tooLarge' | 'garbled', cause?: unknown): BssFailure {
  return fault === 'tooLarge' ? tooLarge(name, maxBytes) : badAnswer(name, "the database's protocol", 'something else', cause)
}
