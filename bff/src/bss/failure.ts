import { MosaicError, type Fault } from '@mosaic/schemas/errors'

export type BssFailureCode = 'BSS_TIMEOUT' | 'BSS_UNAVAILABLE' | 'BSS_BAD_ANSWER'

type Circumstances = {
  /** False when the request certainly never reached the back-end: a write is then known not to have happened. */
  wasSent: boolean
  /** Asking again may help; never true of a bad answer. */
  isRetryable: boolean
  /** What the back-end asked for with Retry-After. */
  retryAfterSeconds?: number | undefined
  /** We did not begin it, or ended it ourselves: it says nothing about the system. */
  isOurs?: boolean
  cause?: unknown
}

/** One call to a back-end that gave nothing usable. For the log and the state of one widget; never shown as it is. */
export class BssFailure extends MosaicError {
  declare readonly code: BssFailureCode
  readonly wasSent: boolean
  readonly isRetryable: boolean
  readonly retryAfterSeconds: number | undefined
  readonly isOurs: boolean

  constructor(
    code: BssFailureCode,
    message: string,
    fault: Fault,
    { wasSent, isRetryable, retryAfterSeconds, isOurs = false, cause }: Circumstances,
  ) {
    super(code, message, fault, { cause })
    this.wasSent = wasSent
    this.isRetryable = isRetryable
    this.retryAfterSeconds = retryAfterSeconds
    this.isOurs = isOurs
  }
}

/** An answer that arrived but cannot be read as what was asked for. `what` names the place in it, such as `customerBill[2].amountDue`. */
export function badAnswer(what: string, expected: string, got: string, cause?: unknown): BssFailure {
  const fault = { expected, got, fix: 'Compare the back-end with the contract of this method' }
  return new BssFailure('BSS_BAD_ANSWER', `${what} cannot be read`, fault, { wasSent: true, isRetryable: false, cause })
}
