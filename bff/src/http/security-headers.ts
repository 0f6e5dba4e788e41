import type { ServerResponse } from 'node:http'

/** Headers of every answer: what a browser may do with it. The page talks to this server and to the identity provider, and to nobody else. */
export function securityHeaders(issuer: string): (response: ServerResponse) => void {
  const provider = new URL(issuer).origin
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${provider}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    `form-action 'self' ${provider}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return (response) => {
    response.setHeader('content-security-policy', policy)
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()')
  }
}
