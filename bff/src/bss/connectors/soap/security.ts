import { createHash, randomBytes } from 'node:crypto'
import { escapeXml } from './envelope.ts'
import type { SoapSettings } from './settings.ts'

const secext = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
const utility = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd'
const profile = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0'
const base64 = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary'

/** The header that says who calls: WS-Security 1.0, UsernameToken profile. A digest is good once and for minutes; a text wants TLS. */
export function usernameToken({ username, password, type }: NonNullable<SoapSettings['credentials']>, now: Date): string {
  const nonce = randomBytes(16)
  const created = now.toISOString()
  const secret =
    type === 'digest' ? createHash('sha1').update(nonce).update(created).update(password).digest('base64') : escapeXml(password)
  const kind = type === 'digest' ? 'PasswordDigest' : 'PasswordText'
  return (
    `<wsse:Security xmlns:wsse="${secext}" xmlns:wsu="${utility}"><wsse:UsernameToken><wsse:Username>${escapeXml(username)}</wsse:Username>` +
    `<wsse:Password Type="${profile}#${kind}">${secret}</wsse:Password>` +
    `<wsse:Nonce EncodingType="${base64}">${nonce.toString('base64')}</wsse:Nonce><wsu:Created>${created}</wsu:Created>` +
    '</wsse:UsernameToken></wsse:Security>'
  )
}
