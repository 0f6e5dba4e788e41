import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey, type RemoteJWKSet } from 'jose'
import { ClientError } from '../client-error.ts'
import type { Logger } from '../log.ts'

/** Looks at access tokens of one issuer for one audience. */
export type Verifier = {
  /**
   * The claims of a good token. Rejects with a ClientError: UNAUTHENTICATED when the token is not good, IDENTITY_UNAVAILABLE when it cannot be judged.
   *
   * @param authorization the whole header
   */
  verify(authorization: string | undefined): Promise<JWTPayload>
}

export type VerifierOptions = { issuer: string; audience: string; log: Logger }

/** Asymmetric only: with a shared-secret algorithm whoever can verify a token could make one. */
const algorithms = ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA']
/** Clocks of different machines differ; by this much, in seconds, nobody is signed out for it. */
export const clockToleranceSeconds = 30
const maxTokenCharacters = 12_288
const timeoutMs = 2_000
/** A key nobody knows makes the keys be fetched again, but not more often than this: forged tokens must not become requests. */
const cooldownMs = 10_000
/** Keys are renewed this often, in the background, and still trusted this long while the provider cannot be reached. */
const keysRenewMs = 10 * 60_000
const keysMaxAgeMs = 24 * 3_600_000
/** After discovery failed, how long it is not tried again. */
const discoveryMemoryMs = 1_000

/**
 * Verifies access tokens against an identity provider's published keys. They are found by OpenID discovery on first use, not at start: the BFF starts
 * while the provider is down.
 */
export function createVerifier({ issuer, audience, log }: VerifierOptions): Verifier {
  const keys = discoverKeys(issuer, log)
  return {
    async verify(authorization) {
      const token = bearer(authorization)
      const verifyKey = await keys()
      try {
        const { payload } = await jwtVerify(token, verifyKey, {
          issuer,
          audience,
          algorithms,
          typ: 'at+jwt',
          clockTolerance: clockToleranceSeconds,
          requiredClaims: ['exp', 'iat', 'sub'],
        })
        return payload
      } catch (error) {
        throw judge(error, log)
      }
    },
  }
}

/** @param expected what a good request brings @param got what came, in words that say nothing about a token's contents */
export function unauthenticated(expected: string, got: string): ClientError {
  return new ClientError('UNAUTHENTICATED', 'Not signed in', { expected, got, fix: 'Sign in and send the new access token' })
}

function bearer(authorization: string | undefined): string {
  if (authorization === undefined) throw unauthenticated('a request with an Authorization header', 'one without')
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1]
  if (token === undefined || token.length > maxTokenCharacters) {
    throw unauthenticated('an Authorization header of the form "Bearer <token>"', 'another form')
  }
  return token
}

/** The reason a token is refused, in words that say nothing about its contents. */
function judge(error: unknown, log: Logger): ClientError {
  if (error instanceof errors.JWTExpired) return unauthenticated('a token that is still valid', 'an expired one')
  if (error instanceof errors.JWTClaimValidationFailed) {
    return unauthenticated(`a token for this service`, `one whose "${error.claim}" does not fit`)
  }
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey) {
    return unauthenticated("a token signed by the operator's identity provider", 'one with another signature')
  }
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) {
    return unauthenticated('a well-formed token', 'another')
  }
  if (error instanceof errors.JOSEAlgNotAllowed || error instanceof errors.JOSENotSupported) {
    return unauthenticated('a token signed the way this service accepts', 'another')
  }
  // What is left is about fetching or reading the provider's keys.
  log.error({ err: error }, "the identity provider's keys cannot be had")
  return unavailable(error)
}

/** Finds the provider's keys once; a failure is remembered for a moment and shared by all who ask meanwhile. */
function discoverKeys(issuer: string, log: Logger): () => Promise<JWTVerifyGetKey> {
  let found: Promise<JWTVerifyGetKey> | undefined
  return () =>
    (found ??= discover(issuer, log).catch((error: unknown) => {
      log.error({ err: error, issuer }, 'the identity provider cannot be discovered')
      setTimeout(() => (found = undefined), discoveryMemoryMs).unref()
      throw unavailable(error)
    }))
}

async function discover(issuer: string, log: Logger): Promise<JWTVerifyGetKey> {
  const response = await fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' })
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`Discovery answered ${response.status}`)
  }
  const document: unknown = await response.json()
  if (typeof document !== 'object' || document === null) throw new Error('Discovery answered no object')
  const told = 'issuer' in document ? document.issuer : undefined
  const jwksUri = 'jwks_uri' in document ? document.jwks_uri : undefined
  // A provider that calls itself otherwise is another provider (OpenID Connect Discovery 4.3).
  if (told !== issuer) throw new Error(`Discovery names the issuer ${String(told)}, ${issuer} was asked`)
  if (typeof jwksUri !== 'string' || !URL.canParse(jwksUri)) throw new Error('Discovery names no jwks_uri')
  return renewing(
    createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: timeoutMs, cooldownDuration: cooldownMs, cacheMaxAge: keysMaxAgeMs }),
    log,
  )
}

/** An outage of the provider must not sign out those who are in: keys are renewed beside the requests, never in their way. */
function renewing(keys: RemoteJWKSet, log: Logger): JWTVerifyGetKey {
  let renewAt = Date.now() + keysRenewMs
  return (header, token) => {
    if (Date.now() >= renewAt) {
      renewAt = Date.now() + keysRenewMs
      keys.reload().catch((err: unknown) => log.warn({ err }, "the identity provider's keys could not be renewed"))
    }
    return keys(header, token)
  }
}

function unavailable(cause: unknown): ClientError {
  const fault = { expected: 'an identity provider that answers', got: 'none', fix: 'Try again in a moment' }
  return new ClientError('IDENTITY_UNAVAILABLE', 'The sign-in cannot be checked', fault, { cause })
}
