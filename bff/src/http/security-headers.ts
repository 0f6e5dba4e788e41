import type { ServerResponse } from 'node:http'

/** Headers of every answer: what a browser may do with it. */
export type SecurityHeaders = {
  /** Names and values by turns, for a `writeHead` that sends all headers in one go. */
  flat: readonly string[]
  apply(response: ServerResponse): void
}

type Options = {
  /** Where there is TLS, a browser stays with it. */
  isSecure?: boolean
  /** Addresses of others that a form of ours may lead to: the network that knows a telephone. */
  leadsTo?: readonly string[]
}

/** The pages talk to this server and to the identity provider, and to nobody else who is not named. */
export function securityHeaders(issuer: string, { isSecure = false, leadsTo = [] }: Options = {}): SecurityHeaders {
  const origins = (addresses: readonly string[]) => [...new Set(addresses.map((address) => new URL(address).origin))].join(' ')
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${origins([issuer])}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    `form-action 'self' ${origins([issuer, ...leadsTo])}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers: readonly (readonly [name: string, value: string])[] = [
    ['content-security-policy', policy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()'],
    ...(isSecure ? ([['strict-transport-security', 'max-age=31536000']] as const) : []),
  ]
  return {
    flat: headers.flat(),
    apply(response) {
      for (const [name, value] of headers) response.setHeader(name, value)
    },
  }
}
