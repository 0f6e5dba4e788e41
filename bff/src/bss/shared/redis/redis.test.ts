import { afterAll, beforeAll, expect } from 'vitest'
import { createLog } from '../../../log.ts'
import { createMetrics } from '../../../metrics.ts'
import { isRedisMissing, redisHint, startRedis, type RedisServer } from '../../../testing/servers/redis.ts'
import type { Shared } from '../contract.ts'
import { describeShared } from '../testing/suite.ts'
import { createRedisShared } from './redis.ts'

let redis: RedisServer
beforeAll(async () => {
  if (!isRedisMissing) redis = await startRedis()
})
afterAll(() => redis?.stop())

describeShared({
  name: 'instances that share a Redis',
  isShared: true,
  skip: isRedisMissing ? redisHint : undefined,
  async open(): Promise<Shared> {
    const metrics = createMetrics()
    // Generous: these tests are about what happens, not about how fast.
    const shared = createRedisShared({ url: redis.url, deadlineMs: 1_000, log: createLog('silent'), metrics })
    await expect.poll(async () => (await metrics.sharedUp.get()).values[0]?.value).toBe(1)
    return shared
  },
})
