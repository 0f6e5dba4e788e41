import type { GraphQLError } from 'graphql'
import type { CareErrorCode, ClientErrorCode } from '../client-error.ts'
import { maskedMessage } from '../graphql/mask-error.ts'

export type RefusalCode =
  | Exclude<ClientErrorCode, CareErrorCode>
  | 'BODY_TOO_LARGE'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_FOUND'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'INTERNAL_SERVER_ERROR'

/** Why a door gives no answer: a stable code, words that say how to mend it, and what HTTP calls it. */
export type Refusal = { code: RefusalCode; message: string; httpStatus: number }
export type Refused = { refused: Refusal }

const httpStatuses: Record<RefusalCode, number> = {
  BAD_INPUT: 400,
  UNAUTHENTICATED: 401,
  LINE_NOT_FOUND: 404,
  SURFACE_NOT_FOUND: 404,
  NO_HOME: 404,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INTERNAL_SERVER_ERROR: 500,
  BRAND_NOT_PUBLISHED: 503,
  IDENTITY_UNAVAILABLE: 503,
}

export function refusal(code: RefusalCode, message: string): Refusal {
  return { code, message, httpStatus: httpStatuses[code] }
}

/** An input that is not what it should be, by its name. */
export function badInput(name: string, expected: string, got: string): Refused {
  return { refused: refusal('BAD_INPUT', `The ${name} cannot be used: expected ${expected}, got ${got}. Correct it and send it again`) }
}

/** The refusals a client may meet at any operation, for the contracts. */
export const refusalCodes = Object.keys(httpStatuses) as RefusalCode[]

/** What GraphQL says of a question that has no answer. Its errors have been masked before: what is not the caller's business is not in them. */
export function refusalOf([first]: readonly GraphQLError[]): Refusal {
  const code = refusalCodes.find((known) => known === first?.extensions['code'])
  return code && first ? refusal(code, first.message) : refusal('INTERNAL_SERVER_ERROR', maskedMessage)
}
