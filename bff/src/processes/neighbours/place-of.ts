import { hash } from 'node:crypto'

/**
 * The place of the process that keeps what is known of a customer: the same for all his tokens. Nothing is verified here, for nothing is given away: whoever has his place by a false
 * name is refused there. `undefined`: there is nobody's name in it.
 */
export function placeOf(authorization: string | undefined, places: number): number | undefined {
  const customer = authorization === undefined ? undefined : subjectOf(authorization)
  // A good hash, for what customers' numbers are made of (check digits, steps of ten) must not fill one place only.
  return customer === undefined ? undefined : hash('sha256', customer, 'buffer').readUInt32LE(0) % places
}

function subjectOf(authorization: string): string | undefined {
  const from = authorization.indexOf('.') + 1
  const to = authorization.indexOf('.', from)
  if (from === 0 || to < 0) return undefined
  try {
    const claims: unknown = JSON.parse(Buffer.from(authorization.slice(from, to), 'base64url').toString('utf8'))
    const subject = typeof claims === 'object' && claims !== null && 'sub' in claims ? claims.sub : undefined
    return typeof subject === 'string' ? subject : undefined
  } catch {
    return undefined
  }
}
