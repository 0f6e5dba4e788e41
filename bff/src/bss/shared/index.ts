import type { Logger } from '../../log.ts'
import type { Metrics } from '../../metrics.ts'
import { createAlone } from './alone.ts'
import type { Shared } from './contract.ts'
import type { RedisSettings } from './redis/settings.ts'

/** What this instance shares with the others: through Redis when there is one, else nothing, and then its client is not loaded either. */
export async function createShared(redis: RedisSettings | undefined, { log, metrics }: { log: Logger; metrics: Metrics }): Promise<Shared> {
  return redis ? (await import('./redis/redis.ts')).createRedisShared({ ...redis, log, metrics }) : createAlone()
}
