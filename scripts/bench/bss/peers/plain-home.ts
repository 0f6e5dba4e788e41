import { methods, type ReadMethodName } from '@mosaic/schemas/bss'
import { LRUCache } from 'lru-cache'
import type { Simulator } from '../../../../bff/simulator/start.ts'
import type { RestAnswer, RestRequest } from '../../../../bff/src/bss/connectors/rest/connector.ts'
import { defaultApiPaths } from '../../../../bff/src/bss/connectors/rest/settings.ts'
import type { AskedParams, Source } from '../../../../bff/src/bss/contract.ts'
import { methodSources } from '../../../../bff/src/bss/methods/index.ts'

export type HomeState = 'complete' | 'stale' | 'degraded'

const timeoutMs = 2_000

/**
 * The same home as most teams write it: all methods at once, plain `fetch` with a timeout, what came is kept for a while, what did not is missing. It asks
 * and reads exactly as the data layer does, and is called without a network between: neither is what is compared.
 */
export function openPlainHome({ simulator, needs, ttlMs }: { simulator: Simulator; needs: readonly ReadMethodName[]; ttlMs: number }) {
  const cache = new LRUCache<string, object>({ max: 10_000, ttl: ttlMs })
  const paramsOf = new Map(
    simulator.customers.map(({ id: customerId, partyId, partyType, lines }) => [
      customerId,
      { customerId, partyId, partyType, lineId: lines[0]?.id },
    ]),
  )

  async function get(method: ReadMethodName, customer: string): Promise<void> {
    const key = methods[method].scope === 'brand' ? method : `${method}/${customer}`
    if (cache.get(key)) return
    const source = methodSources[method].rest as Source<ReadMethodName, 'rest'>
    const context = { send, sendOnce: send, currency: 'EUR', now: new Date() }
    cache.set(key, await source.ask(context, paramsOf.get(customer) as AskedParams<ReadMethodName>, undefined))
  }

  async function send({ api, path, query, body, headers }: RestRequest): Promise<RestAnswer> {
    const url = new URL(`${defaultApiPaths[api]}/${path}`, simulator.url)
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value))
    const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(url, {
      ...post,
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) throw new Error(`Status ${response.status}`)
    return { status: response.status, body: await response.json(), header: (name) => response.headers.get(name) ?? undefined }
  }

  return {
    async compose(customer: string): Promise<HomeState> {
      const answers = await Promise.allSettled(needs.map((method) => get(method, customer)))
      return answers.every(({ status }) => status === 'fulfilled') ? 'complete' : 'degraded'
    },
  }
}
