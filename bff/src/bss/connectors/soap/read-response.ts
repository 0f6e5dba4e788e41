import { Reading } from '../../tolerant/reading.ts'
import type { SoapAnswer } from './connector.ts'

/**
 * The response that an operation has. Another one is no answer: its absent elements would be misread as said.
 * @throws {BssFailure} BSS_BAD_ANSWER
 */
export function readResponse({ element, body }: SoapAnswer, expected: string): Reading {
  if (element !== expected) throw new Reading(undefined, 'Body').bad(`a ${expected}`)
  const response = new Reading(body, expected)
  if (!response.isObject() && body !== '') throw response.bad('elements')
  return response
}
