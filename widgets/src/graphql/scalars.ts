import { GraphQLError } from 'graphql'
import { isAddress } from '../actions.ts'
import type { WidgetBuilder } from './builder.ts'

/** `DateTime` and `URL`. Both refuse to send what they do not recognise: a broken value costs its field, not the home. */
export function addScalars(builder: WidgetBuilder): void {
  builder.scalarType('DateTime', {
    description: 'An instant: ISO 8601 in UTC, such as `2026-11-22T10:00:00Z`.',
    serialize: (value) => checked(value, isInstant, 'an ISO 8601 instant in UTC'),
    parseValue: (value) => checked(value, isInstant, 'an ISO 8601 instant in UTC'),
  })
  builder.scalarType('URL', {
    description: 'An absolute address, whose scheme may be the app’s own (`aurora://bills`), or a path of the web home (`/bills`).',
    serialize: (value) => checked(value, isAddress, 'an absolute address, or a path that starts with a slash'),
    parseValue: (value) => checked(value, isAddress, 'an absolute address, or a path that starts with a slash'),
  })
}

function checked(value: unknown, is: (text: string) => boolean, expected: string): string {
  if (typeof value !== 'string' || !is(value)) throw new GraphQLError(`Expected ${expected}.`)
  return value
}

function isInstant(text: string): boolean {
  if (isPlainInstant(text)) return true
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text))
}

const written = '0000-00-00T00:00:00.000Z'
const zero = 0x30
const nine = 0x39

/** As `Date` writes them, on a day that every month has: nearly all there are, and dozens on a home. */
function isPlainInstant(text: string): boolean {
  if (text.length !== written.length) return false
  for (let at = 0; at < written.length; at++) {
    const code = text.charCodeAt(at)
    const wanted = written.charCodeAt(at)
    if (wanted === zero ? code < zero || code > nine : code !== wanted) return false
  }
  const month = pairAt(text, 5)
  const day = pairAt(text, 8)
  return month >= 1 && month <= 12 && day >= 1 && day <= 28 && pairAt(text, 11) < 24 && pairAt(text, 14) < 60 && pairAt(text, 17) < 60
}

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero
}
