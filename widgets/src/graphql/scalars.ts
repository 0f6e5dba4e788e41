import { GraphQLError } from 'graphql'
import { isHomePath } from '../actions.ts'
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
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text))
}

function isAddress(text: string): boolean {
  return isHomePath(text) || URL.canParse(text)
}
