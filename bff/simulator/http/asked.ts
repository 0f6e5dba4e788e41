import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { badRequest } from './problem.ts'
import type { SimRequest } from './types.ts'

/** The key under which the same request is made once only, where it has one. @throws {HttpProblem} 400 */
export function idempotencyKey(request: SimRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,128}$/.test(key)) {
    throw badRequest('Idempotency-Key: expected 1 to 128 visible ASCII characters, such as a UUID.')
  }
  return key
}

/** A body that is what it should be. @throws {HttpProblem} 400, which names the place of what is not */
export function checked<const Schema extends TSchema>(schema: Schema, body: unknown): Static<Schema> {
  if (Value.Check(schema, body)) return body
  const first = Value.Errors(schema, body)[0]
  throw badRequest(`${first?.instancePath.slice(1).replaceAll('/', '.') || 'The body'}: ${first?.message ?? 'is not valid'}.`)
}
