import { BentoCache, bentostore } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'
import { redisBusDriver, redisDriver } from 'bentocache/drivers/redis'
import type { Redis } from 'ioredis'
import { fetched, keyOf, type Fetched, type Peer } from './contract.ts'
import { connectRedis, connectRedisByDefault } from './redis-client.ts'

/** Of each method: how long a failed call keeps the next ones from trying, and so on, is the policy's. */
export const bentocache: Peer = {
  name: 'bentocache',
  open: (options) => openBento(options, ({ url, deadlineMs }) => connectRedis(url, deadlineMs)),
}

/** With the Redis client that its documentation shows. */
export const bentocacheByDefault: Peer = {
  name: 'bentocache, ioredis as it comes',
  open: (options) => openBento(options, ({ url }) => connectRedisByDefault(url)),
}

async function openBento(
  { origin, policies, redis }: Parameters<Peer['open']>[0],
  connect: (redis: { url: string; deadlineMs: number }) => Promise<Redis>,
): ReturnType<Peer['open']> {
  const client = redis && (await connect(redis))
  const cache = createBento(client, redis?.url)
  return {
    get: (question) => {
      const { t1Ms, t2Ms, softWaitMs, readTimeoutMs, failureMemoryMs } = policies[question.method]
      return cache.getOrSet<Fetched>({
        key: keyOf(question),
        factory: () => fetched(origin, question),
        ttl: t1Ms,
        // Counted from the writing, not from the end of the ttl: T2 itself.
        grace: t2Ms,
        // A stale value is served at once for this long after a failure; a value that is not there has no such mercy.
        graceBackoff: failureMemoryMs,
        // A newer value is waited for this long where there is a stale one.
        timeout: softWaitMs,
        hardTimeout: readTimeoutMs,
      })
    },
    async close() {
      await cache.disconnect()
      client?.disconnect()
    },
  }
}

/** Two levels and the bus between the instances, or one of them alone. */
export function createBento(client: Redis | undefined, url: string | undefined, only?: 'second') {
  // Objects kept as they are cost no parsing at each hit; but where there is a bus, its first message ends the process then (1.6.1).
  const local = bentostore().useL1Layer(memoryDriver({ maxItems: 200_000, serialize: client !== undefined }))
  const address = new URL(url ?? 'redis://127.0.0.1')
  const shared = client && redisDriver({ connection: client })
  const bus = redisBusDriver({ connection: { host: address.hostname, port: Number(address.port) } })
  const both = shared ? local.useL2Layer(shared).useBus(bus) : local
  const tiers = shared && only === 'second' ? bentostore().useL2Layer(shared) : both
  return new BentoCache({
    default: 'bss',
    stores: { bss: tiers },
    // A Redis that fails is passed over, and left alone for as long as the data layer leaves it alone.
    suppressL2Errors: true,
    l2CircuitBreakerDuration: 250,
  })
}
