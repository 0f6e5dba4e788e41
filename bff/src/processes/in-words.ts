import { inspect } from 'node:util'
import { isMosaicError } from '@mosaic/schemas/errors'

/** Why a program cannot start. A mistake of the set-up is told in words; a stack would only hide them. */
export function inWords(error: unknown): string {
  return isMosaicError(error) ? `${error.code}: ${error.message}` : inspect(error)
}
