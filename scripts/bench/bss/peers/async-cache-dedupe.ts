import { createCache } from 'async-cache-dedupe'
import type { Redis } from 'ioredis'
import { askedMethods, fetched, type AskedMethod, type Fetched, type Peer, type Question } from './contract.ts'
import { connectRedis, connectRedisByDefault } from './redis-client.ts'

export const asyncCacheDedupe: Peer = {
  name: 'async-cache-dedupe',
  open: (options) => openDedupe(options, ({ url, deadlineMs }) => connectRedis(url, deadlineMs)),
}

/** With the Redis client that its documentation shows. */
export const asyncCacheDedupeByDefault: Peer = {
  name: 'async-cache-dedupe, ioredis as it comes',
  open: (options) => openDedupe(options, ({ url }) => connectRedisByDefault(url)),
}

/** It has one storage: Redis where instances share it, else the memory of the process. */
async function openDedupe(
  { origin, policies, redis, pace = 1 }: Parameters<Peer['open']>[0],
  connect: (redis: { url: string; deadlineMs: number }) => Promise<Redis>,
): ReturnType<Peer['open']> {
  const client = redis && (await connect(redis))
  if (client && pace !== 1) quicken(client, pace)
  const cache = createCache({
    storage: client ? { type: 'redis', options: { client } } : { type: 'memory', options: { size: 200_000 } },
    // Redis's errors and the back-end's: the first are passed over, the second reject the call as well.
    onError: () => {},
  })
  const seconds = (ms: number) => Math.round((ms * pace) / 1_000)
  for (const method of askedMethods) {
    const { t1Ms, t2Ms } = policies[method]
    // Between the two a stale value is served and refreshed behind the answer.
    const times = { ttl: seconds(t1Ms), stale: seconds(t2Ms - t1Ms) }
    cache.define(method, times, ({ customer }: Pick<Question, 'customer'>) => fetched(origin, { method, customer }))
  }
  const defined = cache as unknown as Record<AskedMethod, (of: Pick<Question, 'customer'>) => Promise<Fetched>>
  return {
    get: ({ method, customer }) => defined[method]({ customer: method === 'offers' ? 0 : customer }),
    close() {
      client?.disconnect()
      return Promise.resolve()
    },
  }
}

/** Whole seconds are what the library knows: at a quicker pace its seconds are shorter in Redis. */
function quicken(client: Redis, pace: number): void {
  const set = client.set.bind(client) as (key: string, value: string, unit: 'PX', ms: number) => Promise<unknown>
  const pttl = client.pttl.bind(client)
  Object.assign(client, {
    set: (key: string, value: string, _unit: 'EX', seconds: number) =>
      set(key, value, 'PX', Math.max(1, Math.round((seconds * 1_000) / pace))),
    pttl: async (key: string) => (await pttl(key)) * pace,
  })
}
