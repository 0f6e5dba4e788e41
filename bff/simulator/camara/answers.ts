import { timingSafeEqual, createHash } from 'node:crypto'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { readJson } from '../http/body.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Handler, Reply, Route, SimRequest } from '../http/types.ts'
import type { Network, Token } from './network.ts'

/** An error as every CAMARA API words it. Thrown by handlers. */
export class CamaraProblem extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'CamaraProblem'
    this.status = status
    this.code = code
  }

  toReply(): Reply {
    return { status: this.status, json: { status: this.status, code: this.code, message: this.message } }
  }
}

export const invalidArgument = () =>
  new CamaraProblem(400, 'INVALID_ARGUMENT', 'Client specified an invalid argument, request body or query param.')
export const denied = () =>
  new CamaraProblem(403, 'PERMISSION_DENIED', 'Client does not have sufficient permissions to perform this action.')

const scopesOf = (network: Network, { headers }: SimRequest): Token => {
  const bearer = /^Bearer ([\w-]+)$/.exec(headers.authorization ?? '')?.[1]
  const token = bearer === undefined ? undefined : network.tokens.get(bearer)
  if (token) return token
  throw new CamaraProblem(401, 'UNAUTHENTICATED', 'Request not authenticated due to missing, invalid, or expired credentials.')
}

/** A POST of an API: who asks must have a token for it, with one of the scopes; what goes wrong is said in CAMARA's words; the correlator comes back. */
export function api(
  network: Network,
  path: string,
  scopes: readonly string[],
  handle: (request: SimRequest, token: Token) => Reply,
): Route {
  const answer: Handler = (request) => {
    const correlator = request.headers['x-correlator']
    const headers: Record<string, string> =
      typeof correlator === 'string' && /^[\w\-:;./<>{}]{0,256}$/.test(correlator) ? { 'x-correlator': correlator } : {}
    const reply = inWords(() => {
      if (network.behaviour().isDown) throw new CamaraProblem(503, 'UNAVAILABLE', 'Service Unavailable.')
      const token = scopesOf(network, request)
      if (!token.scope.some((scope) => scopes.includes(scope))) throw denied()
      return handle(request, token)
    })
    return { ...reply, headers: { ...reply.headers, ...headers } }
  }
  return { method: 'POST', path, handle: answer }
}

function inWords(answer: () => Reply): Reply {
  try {
    return answer()
  } catch (error) {
    if (error instanceof CamaraProblem) return error.toReply()
    if (error instanceof HttpProblem) return invalidArgument().toReply()
    throw error
  }
}

/** The body, when it is what the contract asks for. @throws {CamaraProblem} INVALID_ARGUMENT */
export function bodyOf<const Schema extends TSchema>(schema: Schema, request: SimRequest): Static<Schema> {
  const body = readJson(request)
  if (Value.Check(schema, body)) return body
  throw invalidArgument()
}

/** In a time that does not tell how much of it was right. */
export function isSame(got: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(got), digest(expected))
}
