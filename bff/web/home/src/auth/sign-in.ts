import { MosaicError } from '@mosaic/schemas/errors'
import * as oauth from 'oauth4webapi'
import { safeReturnTo, sessionFrom, sessionState, type Session, type SessionVault } from './session.ts'

/** Where this app is at the identity provider: issuer, public client, and the address it may be sent back to. */
export type IdentitySettings = { issuer: string; clientId: string; redirectUri: string }

const timeoutMs = 10_000

/**
 * Authorization code with PKCE (RFC 7636) for a public client. No secret exists; the verifier never leaves the tab.
 * Every method that asks the identity provider throws a MosaicError SIGN_IN_FAILED when it cannot be reached or refuses.
 */
export function createSignIn(settings: IdentitySettings, vault: SessionVault) {
  const client: oauth.Client = { client_id: settings.clientId }
  const issuer = new URL(settings.issuer)
  const options = () => ({
    signal: AbortSignal.timeout(timeoutMs),
    // A demo's identity provider speaks plain HTTP on this machine; any other one must use TLS.
    ...(isLoopback(issuer) && { [oauth.allowInsecureRequests]: true }),
  })
  let discovered: Promise<oauth.AuthorizationServer> | undefined
  const server = () =>
    (discovered ??= oauth
      .discoveryRequest(issuer, options())
      .then((response) => oauth.processDiscoveryResponse(issuer, response))
      .catch((error: unknown) => {
        discovered = undefined
        throw error
      }))
  let renewal: Promise<Session | undefined> | undefined

  return {
    /** The address to send the browser to; `returnTo` is the place of the app to come back to. */
    start: (returnTo: string, locale: string) =>
      orFail(async () => {
        const { authorization_endpoint: endpoint } = await server()
        if (!endpoint) throw new Error('no authorization_endpoint in the discovery document')
        const codeVerifier = oauth.generateRandomCodeVerifier()
        const state = oauth.generateRandomState()
        vault.startSignIn({ state, codeVerifier, returnTo: safeReturnTo(returnTo), startedAt: Date.now() })
        const url = new URL(endpoint)
        url.search = new URLSearchParams({
          client_id: settings.clientId,
          redirect_uri: settings.redirectUri,
          response_type: 'code',
          scope: 'openid offline_access',
          code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          state,
          ui_locales: locale,
        }).toString()
        return url.href
      }),

    /** Ends a sign-in with the address the browser came back to; undefined when this tab had not started one. */
    finish: (address: URL) =>
      orFail(async () => {
        const pending = vault.takeSignIn(Date.now())
        if (!pending) return undefined
        const as = await server()
        const parameters = oauth.validateAuthResponse(as, client, address, pending.state)
        const response = await oauth.authorizationCodeGrantRequest(
          as,
          client,
          oauth.None(),
          parameters,
          settings.redirectUri,
          pending.codeVerifier,
          options(),
        )
        const session = sessionFrom(await oauth.processAuthorizationCodeResponse(as, client, response), Date.now())
        vault.save(session)
        return { session, returnTo: safeReturnTo(pending.returnTo) }
      }),

    /** Tells the identity provider that the session is over. Best effort: on this device it is over already. */
    end: async (session: Session): Promise<void> => {
      if (!session.refreshToken) return
      try {
        const as = await server()
        if (as.revocation_endpoint)
          await oauth.processRevocationResponse(await oauth.revocationRequest(as, client, oauth.None(), session.refreshToken, options()))
      } catch (error) {
        console.warn('The identity provider was not told about the sign-out', error)
      }
    },

    /**
     * A session that can be used now, renewed when it is about to expire (`renew: true` forces it); undefined when the customer must sign in again.
     * Requests that find it expired together share one renewal. Throws only when the provider cannot be reached.
     */
    usable: async (session: Session, { renew = false } = {}): Promise<Session | undefined> => {
      const state = sessionState(session, Date.now())
      if (state === 'usable' && !renew) return session
      const { refreshToken } = session
      if (!refreshToken) return undefined
      renewal ??= orFail(async () => {
        const as = await server()
        const response = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), refreshToken, options())
        const renewed = sessionFrom(await oauth.processRefreshTokenResponse(as, client, response), Date.now(), session)
        vault.save(renewed)
        return renewed
      })
        .catch((error: unknown) => {
          if (error instanceof MosaicError && error.cause instanceof oauth.ResponseBodyError) return undefined
          throw error
        })
        .finally(() => (renewal = undefined))
      return renewal
    },
  }
}
export type SignIn = ReturnType<typeof createSignIn>

/** True for the addresses that never leave this machine. */
export function isLoopback(url: URL): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
}

async function orFail<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (cause) {
    const got = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
    throw new MosaicError(
      'SIGN_IN_FAILED',
      'The identity provider did not sign the customer in',
      { expected: 'tokens', got, fix: 'Try again to sign in.' },
      { cause },
    )
  }
}
