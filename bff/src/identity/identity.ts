import { locales } from '@mosaic/schemas/text'
import type { JWTPayload } from 'jose'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Session } from './session.ts'
import { createVerified } from './verified.ts'
import { clockToleranceSeconds, createVerifier, unauthenticated, type VerifierOptions } from './verify.ts'

/** Who is behind an Authorization header. */
export type Identity = {
  /**
   * At once when the token has been verified a short while ago; then it is the same object. Rejects with a ClientError: UNAUTHENTICATED when the
   * token is not good, IDENTITY_UNAVAILABLE when it cannot be judged.
   */
  sessionOf(authorization: string | undefined): Session | Promise<Session>
  /** What the sessions of verified tokens take, with what is kept for their homes: an estimate in bytes. */
  keptBytes(): number
}

/** Tells customers by their access tokens: sessionless, so any instance serves any customer. */
export function createIdentity(options: VerifierOptions): Identity {
  const verifier = createVerifier(options)
  const verified = createVerified(Date.now)

  return {
    sessionOf: (authorization) => (authorization === undefined ? undefined : verified.get(authorization)) ?? verify(authorization),
    keptBytes: () => verified.bytes,
  }

  async function verify(authorization: string | undefined): Promise<Session> {
    const payload = await verifier.verify(authorization)
    const session = readClaims(payload)
    if (authorization !== undefined) verified.set(authorization, session, ((payload.exp ?? 0) + clockToleranceSeconds) * 1_000)
    return session
  }
}

const Claims = Type.Object({
  sub: Type.String({ minLength: 1 }),
  brand: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }),
  party_id: Type.String({ minLength: 1 }),
  party_type: Type.Union([Type.Literal('individual'), Type.Literal('organization')]),
  name: Type.Optional(Type.String()),
  locale: Type.Optional(Type.String()),
  lines: Type.Array(Type.String({ minLength: 1 }), { maxItems: 1_000 }),
})
const claims = Compile(Claims)

let lastSerial = 0

function readClaims(payload: JWTPayload): Session {
  if (!claims.Check(payload)) {
    const [first] = claims.Errors(payload)
    throw unauthenticated(
      'a token with the claims sub, brand, party_id, party_type and lines',
      `one whose ${first?.instancePath || 'claims'} cannot be read`,
    )
  }
  return {
    serial: ++lastSerial,
    brand: payload.brand,
    customerId: payload.sub,
    partyId: payload.party_id,
    // The text of a token would be one for each token.
    partyType: payload.party_type === 'organization' ? 'organization' : 'individual',
    name: payload.name ?? '',
    locale: locales.find((locale) => payload.locale?.toLowerCase().startsWith(locale)),
    lines: payload.lines,
  }
}
