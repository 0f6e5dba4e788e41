import { createLocalJWKSet, decodeJwt, type JWTPayload } from 'jose'
import type { Handler, Reply, Route, SimRequest } from '../http/types.ts'
import { stylesheet } from './pages.ts'
import type { Provider } from './provider.ts'
import { localOrigin } from './redirects.ts'
import { authorize, endSession, showSignIn, signIn } from './sign-in.ts'
import { revoke, token } from './token-endpoint.ts'

/** The identity provider: OpenID Connect with one public client, and a page to choose a demo customer instead of a password. */
export function idpRoutes(provider: Provider): Route[] {
  return []
}
