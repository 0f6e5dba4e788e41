import type { MethodParams, MethodResult, Policy, ReadMethodName } from '@mosaic/schemas/bss'
import { Pool } from 'undici'
import { defaultApiPaths } from '../../../../bff/src/bss/connectors/rest/settings.ts'
import type { RestAnswer, RestRequest } from '../../../../bff/src/bss/connectors/rest/connector.ts'
import type { AskedParams, Source } from '../../../../bff/src/bss/contract.ts'
import { methodSources } from '../../../../bff/src/bss/methods/index.ts'
import type { AskedMethod, Peer } from '../../bss/peers/contract.ts'
import type { Get, Held, PeerHouse } from './compose.ts'

export type Send = (request: RestRequest) => Promise<RestAnswer>

/** Asks a method over somebody's HTTP client, and maps the answer as the data layer does. */
export function askOver<Name extends ReadMethodName>(send: Send, currency: string, method: Name, params: MethodParams) {
  const source = methodSources[method].rest as unknown as Source<Name, 'rest'>
  const context = { send, sendOnce: send, currency, now: new Date() }
  return source.ask(context, params as AskedParams<Name>, undefined as never) as Promise<MethodResult<Name>>
}

/** The address of a request below the simulator's. */
export function pathOf({ api, path, query, fields }: RestRequest): string {
  const asked = { ...query, ...(fields && { fields: fields.join(',') }) }
  const search = new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]))
  return `${defaultApiPaths[api]}/${path}${search.size > 0 ? `?${search}` : ''}`
}

/** The values of one of the bench's caching libraries, which knows customers by their numbers, before the simulator: asked by undici over kept connections. */
export async function heldBy(peer: Peer, bssUrl: string, { policies, currency }: PeerHouse): Promise<Get> {
  const pool = new Pool(bssUrl)
  const paramsOf = new Map<number, MethodParams>()
  const instance = await peer.open({
    origin: {
      ask: ({ method, customer }) =>
        askOver(sendBy(pool, policies[method]), currency, method, paramsOf.get(method === 'offers' ? 0 : customer) ?? {}),
    },
    policies,
    redis: undefined,
  })
  return (method, params) => {
    const customer = Number(/\d+/.exec(params.customerId ?? '')?.[0] ?? 0)
    paramsOf.set(customer, params)
    // The home of the bench hangs on no other.
    return instance.get({ method: method as AskedMethod, customer }) as Held | Promise<Held>
  }
}

function sendBy(pool: Pool, { readTimeoutMs }: Policy): Send {
  return async (request) => {
    const isTask = request.body !== undefined
    const { statusCode, headers, body } = await pool.request({
      path: `/${pathOf(request)}`,
      method: isTask ? 'POST' : 'GET',
      headers: { accept: 'application/json', ...(isTask && { 'content-type': 'application/json' }), ...request.headers },
      body: isTask ? JSON.stringify(request.body) : null,
      signal: AbortSignal.timeout(readTimeoutMs),
    })
    if (statusCode >= 400) {
      await body.dump()
      throw new Error(`Status ${statusCode}`)
    }
    return { status: statusCode, body: await body.json(), header: (name) => headers[name]?.toString() }
  }
}
