import { Type } from 'typebox'
import { Instant } from '../bss/index.ts'

/* What the shapes of all files of a release are made of. A description is what a reader is told was expected: in issues, and in the printed JSON Schemas. */

export const strict = { additionalProperties: false } as const
export const Id = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
  description: 'an id of 1 to 64 lower-case letters, digits and hyphens',
})
export const Moment = Type.String({ ...Instant, description: 'an instant in UTC, such as 2026-03-05T10:30:00Z' })
