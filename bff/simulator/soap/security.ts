import { createHash, timingSafeEqual } from 'node:crypto'
import type { XmlElement as Element } from 'libxml2-wasm'
import { createExpiringMap } from '../idp/expiring-map.ts'
import { SoapProblem } from './problem.ts'

export type SoapCredentials = { username: string; password: string }
/** Opens invented data on this machine, and nothing else. */
export const demoCredentials: SoapCredentials = { username: 'mosaic', password: 'demo-billing' }

export const securityNamespace = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
const utilityNamespace = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd'
const profile = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0'
const namespaces = { wsse: securityNamespace, wsu: utilityNamespace }

/** A message is good for so long, by the clock of who sent it; clocks may be this far ahead. */
const maxAgeMs = 5 * 60_000
const maxAheadMs = 60_000
const rememberedNonces = 100_000

/**
 * Checks the WS-Security UsernameToken of a message, as text or as digest. Nobody learns whether it was the name or the password.
 * @throws {SoapProblem} BAD_CREDENTIALS, MESSAGE_EXPIRED, MESSAGE_REPLAYED
 */
export function createSecurity(credentials: SoapCredentials, now: () => Date): (security: Element | undefined) => void {
  // As long as a message can be good, its nonce is remembered.
  const seen = createExpiringMap<true>(maxAgeMs + maxAheadMs, rememberedNonces, now)

  return (security) => {
    const read = (name: string) => security?.eval(`string(wsse:UsernameToken/${name})`, namespaces) as string | undefined
    const username = read('wsse:Username') ?? ''
    const password = read('wsse:Password') ?? ''
    const type = read('wsse:Password/@Type') ?? ''
    const nonce = Buffer.from(read('wsse:Nonce') ?? '', 'base64')
    const created = read('wsu:Created') ?? ''

    const isDigest = type === `${profile}#PasswordDigest`
    if (!isDigest && type !== '' && type !== `${profile}#PasswordText`) throw refused()
    if (isDigest && (nonce.length < 8 || created === '')) throw refused()
    const expected = isDigest
      ? createHash('sha1').update(nonce).update(created).update(credentials.password).digest('base64')
      : credentials.password
    const isKnown = isSame(username, credentials.username)
    if (!isSame(password, expected) || !isKnown) throw refused()

    if (created !== '') checkClock(Date.parse(created) - now().getTime())
    if (nonce.length > 0) {
      const key = nonce.toString('base64')
      if (seen.get(key)) throw new SoapProblem('Client', 'MESSAGE_REPLAYED', 'Expected a nonce that was not used before.')
      seen.set(key, true)
    }
  }
}

function checkClock(aheadMs: number): void {
  if (aheadMs >= -maxAgeMs && aheadMs <= maxAheadMs) return
  throw new SoapProblem('Client', 'MESSAGE_EXPIRED', 'Expected wsu:Created within the last 5 minutes, in UTC.')
}

function refused(): SoapProblem {
  return new SoapProblem('Client', 'BAD_CREDENTIALS', 'Expected a wsse:UsernameToken with a user and password that are known.')
}

/** Takes the same time whatever differs. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
