import type { Handler, Reply, Route } from '../http/types.ts'
import { stylesheet } from './frame.ts'
import type { Provider } from './provider.ts'
import { localOrigin } from './redirects.ts'
import { authorize, endSession, showSignIn, signIn } from './sign-in.ts'
import { revoke, token } from './token-endpoint.ts'

/** An identity provider: OpenID Connect with one public client, and a page to choose somebody on instead of a password. */
export function idpRoutes(provider: Provider): Route[] {
  const { path } = provider.realm
  const jwks = { keys: [provider.key.publicJwk] }
  return [
    ...shared('GET', `${path}/.well-known/openid-configuration`, () => ({ status: 200, json: discovery(provider.issuer) })),
    ...shared('GET', `${path}/jwks`, () => ({ status: 200, json: jwks })),
    ...shared('POST', `${path}/token`, (request) => token(provider, request)),
    ...shared('POST', `${path}/revoke`, (request) => revoke(provider, request)),
    { method: 'GET', path: `${path}/authorize`, handle: (request) => authorize(provider, request) },
    { method: 'GET', path: `${path}/sign-in`, handle: (request) => showSignIn(provider, request) },
    { method: 'POST', path: `${path}/sign-in`, handle: (request) => signIn(provider, request) },
    { method: 'GET', path: `${path}/end_session`, handle: (request) => endSession(provider, request) },
    { method: 'POST', path: `${path}/end_session`, handle: (request) => endSession(provider, request) },
    {
      method: 'GET',
      path: `${path}/pages.css`,
      handle: () => ({ status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, text: stylesheet }),
    },
  ]
}

/** A route that pages of this machine may call from a browser, with the preflight that browsers ask first. */
function shared(method: 'GET' | 'POST', path: string, handle: Handler): Route[] {
  const allow = (origin: string | undefined): Record<string, string> => {
    const local = localOrigin(origin)
    return { vary: 'Origin', ...(local ? { 'access-control-allow-origin': local } : {}) }
  }
  return [
    {
      method,
      path,
      handle: async (request): Promise<Reply> => {
        const reply = await handle(request)
        return { ...reply, headers: { ...reply.headers, ...allow(request.headers.origin) } }
      },
    },
    {
      method: 'OPTIONS',
      path,
      handle: ({ headers }) => ({
        status: 204,
        headers: {
          ...allow(headers.origin),
          'access-control-allow-methods': method,
          'access-control-allow-headers': 'content-type',
          'access-control-max-age': '600',
        },
      }),
    },
  ]
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    revocation_endpoint: `${issuer}/revoke`,
    end_session_endpoint: `${issuer}/end_session`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    revocation_endpoint_auth_methods_supported: ['none'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    scopes_supported: ['openid', 'profile', 'offline_access'],
    claims_supported: ['sub', 'name', 'locale', 'sid'],
    ui_locales_supported: ['it', 'en'],
    authorization_response_iss_parameter_supported: true,
  }
}
