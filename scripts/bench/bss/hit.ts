import { LRUCache } from 'lru-cache'
import type { ReadMethodName } from '@mosaic/schemas/bss'
import type { BssScope } from '../../../bff/src/bss/bss.ts'
import type { Row } from '../results.ts'
import { connectorTo, createBackEnd } from './back-end.ts'
import type { Part } from './contract.ts'
import { asyncCacheDedupe } from './peers/async-cache-dedupe.ts'
import { bentocache } from './peers/bentocache.ts'
import type { PeerInstance } from './peers/contract.ts'
import { contractPolicies, openMosaic, scopeOf } from './peers/mosaic.ts'
import { interleaved, rowsBeside, type Contender } from './rounds.ts'

/** Short and many: the middle one then ran without another program on its processor. */
const rounds = 51
/** So many customers are asked for in turn: more than a processor's nearest caches hold in one piece. */
const customers = 1_000
/** Of a round: enough that the clock says something, also for those who are slow. */
const [manyHits, someHits] = [50_000, 3_000]
const method = 'account' satisfies ReadMethodName
const long = 86_400_000
const policies = { ...contractPolicies, [method]: { ...contractPolicies[method], t1Ms: long, t2Ms: long } }

/** A cached call, beside the least that any cache can cost. Nothing is shared: this is the process's own level. */
export const hit: Part = {
  title: 'First level',
  why: `${rounds} interleaved rounds of cached calls`,
  async run() {
    const origin = createBackEnd(0)
    const { bss } = await openMosaic({ connectors: { rest: connectorTo(origin) } })
    const instances = await Promise.all([bentocache, asyncCacheDedupe].map((peer) => peer.open({ origin, policies, redis: undefined })))
    const scopes = Array.from({ length: customers }, (_, customer) => scopeOf({ customer }, policies))
    const keys = scopes.map((_, customer) => `aurora/${method}/C-${customer}`)
    const [bento, dedupe] = instances as [PeerInstance, PeerInstance]
    const map = new Map<string, object>()
    const lru = new LRUCache<string, object>({ max: 2 * customers, ttl: long })
    for (const [customer, key] of keys.entries()) {
      const answer = await bss.call(scopes[customer] as BssScope, method)
      map.set(key, answer)
      lru.set(key, answer)
      for (const instance of instances) await instance.get({ method, customer })
    }

    const calls = origin.calls
    try {
      const contenders: Contender[] = [
        synchronous('Date.now, which every age needs', () => Date.now()),
        synchronous('Map', (customer) => map.get(keys[customer] as string)),
        synchronous('lru-cache, with a ttl', (customer) => lru.get(keys[customer] as string)),
        synchronous('mosaic, scope used again', (customer) => bss.call(scopes[customer] as BssScope, method)),
        synchronous('mosaic, scope of its own', (customer) => bss.call(copyOf(scopes[customer] as BssScope), method)),
        asynchronous('bentocache', (customer) => bento.get({ method, customer })),
        asynchronous('async-cache-dedupe', (customer) => dedupe.get({ method, customer })),
      ]
      const results = await interleaved(contenders, rounds)
      if (origin.calls > calls) throw new Error('These were no hits: the back-end was asked')
      return hitRows(results)
    } finally {
      await bss.close()
      await Promise.all(instances.map((instance) => instance.close()))
    }
  },
}

/** What a request has of its own: another scope, whose questions are put together anew. */
function copyOf({ brand, currency, policies: known, params }: BssScope): BssScope {
  return { brand, currency, policies: known, params }
}

function synchronous(name: string, call: (customer: number) => unknown): Contender {
  return {
    name,
    round() {
      let found = 0
      const begun = performance.now()
      for (let count = 0; count < manyHits; count++) if (!(call(count % customers) instanceof Promise)) found++
      const ns = ((performance.now() - begun) * 1e6) / manyHits
      if (found !== manyHits) throw new Error(`${name} was to answer synchronously`)
      return Promise.resolve(ns)
    },
  }
}

function asynchronous(name: string, call: (customer: number) => unknown): Contender {
  return {
    name,
    async round() {
      const begun = performance.now()
      for (let count = 0; count < someHits; count++) await call(count % customers)
      return ((performance.now() - begun) * 1e6) / someHits
    },
  }
}

function hitRows(results: ReadonlyMap<string, number>): Row[] {
  const named = new Map([...results].map(([name, ns]) => [`hit, ${name}`, ns]))
  return rowsBeside('hit, Map', named, { metric: 'first level', unit: 'ns' })
}
