/** What went wrong, in the three parts a reader needs: what was expected, what came, and how to mend it. */
export type Fault = { expected: string; got: string; fix: string }

/**
 * The base of every error Mosaic raises itself. `code` is stable and safe to show; `cause` is for the log only.
 */
export class MosaicError extends Error {
  readonly code: string
  readonly fault: Fault

  constructor(code: string, message: string, fault: Fault, options?: { cause?: unknown }) {
    super(`${message}: expected ${fault.expected}, got ${fault.got}. ${fault.fix}`, options)
    this.name = 'MosaicError'
    this.code = code
    this.fault = fault
  }
}

/** True for any MosaicError, also one that came from another copy of this module. */
export function isMosaicError(error: unknown): error is MosaicError {
  return error instanceof Error && error.name === 'MosaicError' && 'code' in error && 'fault' in error
}

/** A short, safe rendering of a value for an error message: never more than 80 characters. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = printed(value)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

/** JSON where it can be: what is too deep, goes round in a circle or is a bigint cannot. */
function printed(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return `a value that cannot be written (${typeof value})`
  }
}
