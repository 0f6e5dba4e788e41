import { readForm } from '../http/body.ts'
import type { Reply, SimRequest } from '../http/types.ts'
import { isSame } from './answers.ts'
import { newSecret, tokenSeconds, type Network, type Token } from './network.ts'

/** What a program may ask for by itself, without any telephone. */
const twoLegged = new Set(['sim-swap', 'sim-swap:check', 'one-time-password-sms:send-validate'])

/** POST /camara/token: a code for a token of a telephone, or a token of the program itself. The program shows its secret (client_secret_basic). */
export function token(network: Network, request: SimRequest): Reply {
  const { clientId, clientSecret } = network.credentials
  const basic = `Basic ${Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64')}`
  if (!isSame(request.headers.authorization ?? '', basic)) return refusal('invalid_client', 401)
  if (network.behaviour().isDown) return { status: 503, json: { error: 'temporarily_unavailable' } }
  const form = readForm(request)
  if (form.get('grant_type') === 'authorization_code') return redeem(network, form)
  if (form.get('grant_type') !== 'client_credentials') return refusal('unsupported_grant_type')
  const scope = (form.get('scope') ?? '').split(' ').filter(Boolean)
  if (scope.length === 0 || !scope.every((one) => twoLegged.has(one))) return refusal('invalid_scope')
  return issue(network, { scope })
}

function redeem(network: Network, form: URLSearchParams): Reply {
  const given = network.codes.take(form.get('code') ?? '')
  if (!given || given.redirectUri !== form.get('redirect_uri')) return refusal('invalid_grant')
  const { msisdn, byNetwork, scope } = given
  return issue(network, { scope: scope.split(' '), subject: { msisdn, byNetwork } })
}

function issue(network: Network, given: Token): Reply {
  const accessToken = newSecret()
  network.tokens.set(accessToken, given)
  return { status: 200, json: { access_token: accessToken, token_type: 'Bearer', expires_in: tokenSeconds, scope: given.scope.join(' ') } }
}

function refusal(error: string, status = 400): Reply {
  return { status, json: { error } }
}
