import { randomUUID } from 'node:crypto'
import { SignJWT, UnsecuredJWT, compactVerify, importJWK, type JWTPayload } from 'jose'
import { createSigningKey, type SigningKey } from './keys.ts'
import type { Client, SignInPerson } from './realms.ts'

export const accessTokenSeconds = 3_600

/** How a token departs from a right one, to see that it is refused. */
export type TokenOverrides = {
  /** Seconds from now until it expires; negative: it has expired. @default 3600 */
  expiresIn?: number
  audience?: string
  issuer?: string
  /** The header's `typ`. @default 'at+jwt' */
  type?: string
  /** Adds or replaces claims; `undefined` removes one. */
  claims?: Record<string, unknown>
  /** `other`: a key that is not in the JWKS, under the right key id; `none`: no signature at all. @default 'own' */
  signWith?: 'own' | 'other' | 'none'
}

export type Tokens = {
  accessToken(person: SignInPerson, overrides?: TokenOverrides, session?: string): Promise<string>
  /** OpenID Connect: who signed in, for the client alone. */
  idToken(person: SignInPerson, session: string, nonce: string | undefined): Promise<string>
  /** The session an ID token of this provider was made for, even when the token has expired meanwhile. */
  sessionOf(idToken: string): Promise<string | undefined>
}

export function createTokens({ issuer, clientId, audience }: Client & { issuer: string }, key: SigningKey, now: () => Date): Tokens {
  let otherKey: Promise<SigningKey> | undefined
  const seconds = () => Math.floor(now().getTime() / 1_000)
  return {
    async accessToken(person, overrides = {}, session) {
      const issuedAt = seconds()
      const expiresAt = issuedAt + (overrides.expiresIn ?? accessTokenSeconds)
      const payload: JWTPayload = {
        iss: overrides.issuer ?? issuer,
        aud: overrides.audience ?? audience,
        sub: person.id,
        client_id: clientId,
        name: person.name,
        locale: person.locale,
        ...person.claims,
        iat: Math.min(issuedAt, expiresAt - 1),
        exp: expiresAt,
        jti: randomUUID(),
        ...(session ? { sid: session } : {}),
        ...overrides.claims,
      }
      if (overrides.signWith === 'none') return new UnsecuredJWT(payload).encode()
      if (overrides.signWith === 'other') otherKey ??= createSigningKey()
      const { privateKey } = overrides.signWith === 'other' && otherKey ? await otherKey : key
      return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', typ: overrides.type ?? 'at+jwt', kid: key.kid }).sign(privateKey)
    },
    idToken(person, session, nonce) {
      const payload = {
        iss: issuer,
        aud: clientId,
        sub: person.id,
        name: person.name,
        locale: person.locale,
        sid: session,
        auth_time: seconds(),
        iat: seconds(),
        exp: seconds() + accessTokenSeconds,
        ...(nonce ? { nonce } : {}),
      }
      return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: key.kid }).sign(key.privateKey)
    },
    async sessionOf(idToken) {
      try {
        const { payload } = await compactVerify(idToken, await importJWK(key.publicJwk), { algorithms: ['ES256'] })
        const claims = JSON.parse(new TextDecoder().decode(payload)) as { iss?: unknown; aud?: unknown; sid?: unknown }
        return claims.iss === issuer && claims.aud === clientId && typeof claims.sid === 'string' ? claims.sid : undefined
      } catch {
        return undefined
      }
    },
  }
}
