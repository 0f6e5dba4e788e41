import type { Reply, SimRequest } from '../http/types.ts'
import { parseRedirect } from '../idp/redirects.ts'
import { phoneCookie } from '../sms/phone-page.ts'
import { newSecret, type Network } from './network.ts'

/**
 * GET /camara/authorize: OpenID Connect's code flow without any page. The network sees whose telephone it is, here by the cookie that the telephone's page has
 * set; somebody it cannot see is sent back with `login_required`, as nobody may be asked anything (prompt=none).
 */
export function authorize(network: Network, request: SimRequest): Reply {
  const query = request.url.searchParams
  // Until these two are right nobody may be sent anywhere.
  const redirect = parseRedirect(query.get('redirect_uri'))
  if (query.get('client_id') !== network.credentials.clientId || !redirect)
    return { status: 400, json: { status: 400, code: 'INVALID_ARGUMENT', message: 'Expected a known client_id and its redirect_uri.' } }
  const state = query.get('state') ?? ''
  const back = (answer: Record<string, string>): Reply => {
    for (const [name, value] of Object.entries({ ...answer, ...(state && { state }) })) redirect.searchParams.set(name, value)
    return { status: 303, headers: { location: redirect.href, 'referrer-policy': 'no-referrer' } }
  }
  if (!/^[\x21-\x7e]{1,512}$/.test(state))
    return back({ error: 'invalid_request', error_description: 'state: expected 1 to 512 visible characters' })
  if (query.get('response_type') !== 'code') return back({ error: 'unsupported_response_type' })
  if (query.get('prompt') !== 'none') return back({ error: 'invalid_request', error_description: 'prompt: expected none' })
  const scope = query.get('scope') ?? ''
  if (!/^openid( [a-z:-]+)*$/.test(scope)) return back({ error: 'invalid_scope' })
  const msisdn = phoneOf(request)
  if (!msisdn || !network.world.population().customerByNumber.get(msisdn)) return back({ error: 'login_required' })
  const code = newSecret()
  network.codes.set(code, { redirectUri: query.get('redirect_uri') ?? '', scope, msisdn, byNetwork: !network.behaviour().isWifi })
  return back({ code })
}

function phoneOf({ headers }: SimRequest): string | undefined {
  const pair = (headers.cookie ?? '').split(';').find((part) => part.trim().startsWith(`${phoneCookie}=`))
  return /=(\+\d{6,15})$/.exec(pair?.trim() ?? '')?.[1]
}
