import { show } from '@mosaic/schemas/errors'
import { ClientError } from '../client-error.ts'

/* What comes from outside is checked here, before anybody is asked. The errors name the field, what was expected and what came. */

/** No single amount is larger, in minor units: beyond it is a mistake or worse, whatever the operator's systems would take. */
const maxAmountMinor = 50_000
const keyPattern = /^[\w-]{8,64}$/
/** Ids of the operator's systems: whatever they look like, they are short and in one word. */
const idPattern = /^[^\s\p{C}]{1,100}$/u
const numberPattern = /^\+[1-9]\d{6,14}$/

export function checkKey(idempotencyKey: string): void {
  // What came is not repeated: a key may have been made of something that is nobody's business.
  if (!keyPattern.test(idempotencyKey)) throw badInput('idempotencyKey', '8 to 64 letters, digits, - or _, such as a UUID', 'another text')
}

/** @param most in minor units */
export function checkAmount(name: string, minor: number, most = maxAmountMinor): void {
  if (!Number.isInteger(minor) || minor < 1 || minor > most) throw badInput(name, `whole minor units from 1 to ${most}`, show(minor))
}

export function checkId(name: string, id: string): void {
  if (!idPattern.test(id)) throw badInput(name, 'an id of 1 to 100 characters without blanks', 'another text')
}

export function checkNumber(name: string, number: string): void {
  // What came is not repeated: it is somebody's telephone number.
  if (!numberPattern.test(number)) throw badInput(name, 'a telephone number in E.164: a plus and 7 to 15 digits', 'another text')
}

export function badInput(name: string, expected: string, got: string): ClientError {
  return new ClientError('BAD_INPUT', `The ${name} cannot be used`, { expected, got, fix: 'Correct it and send it again' })
}
