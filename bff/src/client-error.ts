import { MosaicError, type Fault } from '@mosaic/schemas/errors'

/** The codes a client of the BFF may see; stable, so apps may branch on them. */
export type ClientErrorCode =
  | 'UNAUTHENTICATED'
  | 'IDENTITY_UNAVAILABLE'
  | 'BRAND_NOT_PUBLISHED'
  | 'LINE_NOT_FOUND'
  | 'SURFACE_NOT_FOUND'
  | 'NO_HOME'
  | 'BAD_INPUT'
  | CareErrorCode
/** Those of the care desk: no door for channels ever says them. */
export type CareErrorCode = 'FORBIDDEN' | 'TOO_MANY' | 'BACKEND_UNAVAILABLE' | 'STORE_UNAVAILABLE'

/** The codes that also change the HTTP status: a proxy or a retry policy must see them without reading the body. */
const httpStatuses: Partial<Record<ClientErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  TOO_MANY: 429,
  BACKEND_UNAVAILABLE: 503,
  STORE_UNAVAILABLE: 503,
  IDENTITY_UNAVAILABLE: 503,
  BRAND_NOT_PUBLISHED: 503,
}

/** An error whose code and message are meant for the caller. Every other error is masked before it leaves the BFF. */
export class ClientError extends MosaicError {
  declare readonly code: ClientErrorCode
  readonly httpStatus: number | undefined
  /** When it is worth another try. */
  readonly retryAfterSeconds: number | undefined

  constructor(code: ClientErrorCode, message: string, fault: Fault, options?: { cause?: unknown; retryAfterSeconds?: number }) {
    super(code, message, fault, options)
    this.httpStatus = httpStatuses[code]
    this.retryAfterSeconds = options?.retryAfterSeconds
  }
}
