import { createClient } from '@redis/client'
import type { RedisServer } from '../../../bff/src/testing/servers/redis.ts'
import type { Row } from '../results.ts'
import { startChild } from './children.ts'
import type { Part } from './contract.ts'
import type { Fill, Filled, MemoryStart } from './programs/memory.ts'

const customers = 1_500

/** What one customer costs who has everything of his home cached: all reading methods but the brand's own. */
export const memory: Part = {
  title: 'Memory',
  why: `${customers.toLocaleString('en')} customers into an instance, and into Redis`,
  async run(redis) {
    const own = await filled('mosaic', undefined)
    const bento = await filled('bentocache', undefined)
    const mosaic = 'a customer, mosaic'
    const rows: Row[] = [
      { case: mosaic, metric: 'first level, real heap', value: own.heapBytes / customers, unit: 'bytes' },
      {
        case: mosaic,
        metric: 'first level, its own estimate',
        value: own.estimatedBytes / customers,
        unit: 'bytes',
        ratio: own.estimatedBytes / own.heapBytes,
        ratioTo: 'the real heap',
      },
      {
        case: 'a customer, bentocache',
        metric: 'first level, real heap',
        value: bento.heapBytes / customers,
        unit: 'bytes',
        ratio: bento.heapBytes / own.heapBytes,
        ratioTo: mosaic,
      },
    ]
    if (!redis) return rows
    const inRedis = await usedBy(redis, () => filled('mosaic', redis))
    const bentoInRedis = await usedBy(redis, () => filled('bentocache', redis))
    return [
      ...rows,
      { case: mosaic, metric: 'Redis', value: inRedis / customers, unit: 'bytes' },
      {
        case: 'a customer, bentocache',
        metric: 'Redis',
        value: bentoInRedis / customers,
        unit: 'bytes',
        ratio: bentoInRedis / inRedis,
        ratioTo: mosaic,
      },
    ]
  },
}

/** In a process of its own, whose heap holds nothing else. */
async function filled(peer: string, redis: RedisServer | undefined): Promise<Filled> {
  const start: MemoryStart = { peer, ...(redis && { redis: { url: redis.url, deadlineMs: 1_000 } }) }
  const child = await startChild('memory', start, ['--expose-gc'])
  try {
    return await child.ask<Filled>({ customers } satisfies Fill)
  } finally {
    child.stop()
  }
}

async function usedBy({ url }: RedisServer, work: () => Promise<unknown>): Promise<number> {
  const client = createClient({ url })
  await client.connect()
  const used = async () => Number(/^used_memory_dataset:(\d+)/m.exec(await client.info('memory'))?.[1])
  await client.flushAll()
  const before = await used()
  await work()
  const bytes = (await used()) - before
  await client.flushAll()
  client.destroy()
  return bytes
}
