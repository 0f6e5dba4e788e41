import { createHash } from 'node:crypto'
import { readForm } from '../http/body.ts'
import type { Reply, SimRequest } from '../http/types.ts'
import type { Provider } from './provider.ts'
import type { SignInPerson } from './realms.ts'
import type { Refreshed } from './sessions.ts'
import { accessTokenSeconds } from './tokens.ts'

/** POST token: a code or a refresh token for tokens. */
export async function token(provider: Provider, request: SimRequest): Promise<Reply> {
  const form = readForm(request)
  const twice = [...new Set(form.keys())].find((name) => form.getAll(name).length > 1)
  if (twice) return oauthError('invalid_request', `${twice}: expected it once`)
  const { clientId } = provider.realm
  if (form.get('client_id') !== clientId) return oauthError('invalid_client', `client_id: expected ${clientId}`, 401)
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return redeemCode(provider, form)
    case 'refresh_token':
      return refresh(provider, form)
    default:
      return oauthError('unsupported_grant_type', 'grant_type: expected authorization_code or refresh_token')
  }
}

/** POST revoke: always well, whatever the token was (RFC 7009). */
export function revoke(provider: Provider, request: SimRequest): Reply {
  const form = readForm(request)
  const { clientId } = provider.realm
  if (form.get('client_id') !== clientId) return oauthError('invalid_client', `client_id: expected ${clientId}`, 401)
  provider.sessions.revoke(form.get('token') ?? '')
  return { status: 200 }
}

async function redeemCode(provider: Provider, form: URLSearchParams): Promise<Reply> {
  const code = form.get('code') ?? ''
  const grant = provider.codes.get(code)
  if (!grant) return oauthError('invalid_grant', 'code: unknown or expired')
  if (grant.sessionId) {
    // A code that comes twice has been seen by somebody else: what it gave is taken back.
    provider.sessions.end(grant.sessionId)
    provider.codes.take(code)
    return oauthError('invalid_grant', 'code: used before')
  }
  if (form.get('redirect_uri') !== grant.redirectUri)
    return oauthError('invalid_grant', 'redirect_uri: expected the one the code was asked with')
  const verifier = form.get('code_verifier') ?? ''
  const isRight = /^[\w.~-]{43,128}$/.test(verifier) && createHash('sha256').update(verifier).digest('base64url') === grant.codeChallenge
  if (!isRight) return oauthError('invalid_grant', 'code_verifier: does not match the code challenge')
  const person = provider.realm.find(grant.personId)
  if (!person) return oauthError('invalid_grant', 'code: whom it was for is no longer there')

  const session = provider.sessions.start(person.id, grant.scope)
  provider.codes.set(code, { ...grant, sessionId: session.sessionId })
  return tokens(provider, person, session, grant.nonce)
}

async function refresh(provider: Provider, form: URLSearchParams): Promise<Reply> {
  const session = provider.sessions.rotate(form.get('refresh_token') ?? '')
  const person = session && provider.realm.find(session.personId)
  if (!session || !person) return oauthError('invalid_grant', 'refresh_token: unknown, expired or used before. Sign in again')
  return tokens(provider, person, session, undefined)
}

async function tokens(provider: Provider, person: SignInPerson, session: Refreshed, nonce: string | undefined): Promise<Reply> {
  const isOpenId = session.scope.split(' ').includes('openid')
  return {
    status: 200,
    json: {
      access_token: await provider.tokens.accessToken(person, {}, session.sessionId),
      token_type: 'Bearer',
      expires_in: accessTokenSeconds,
      refresh_token: session.refreshToken,
      scope: session.scope,
      ...(isOpenId ? { id_token: await provider.tokens.idToken(person, session.sessionId, nonce) } : {}),
    },
  }
}

function oauthError(error: string, description: string, status = 400): Reply {
  return { status, json: { error, error_description: description } }
}
