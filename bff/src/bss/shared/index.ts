import type { Logger } from '../../log.ts'
import type { Metrics } from '../../metrics.ts'
import { createAlone } from './alone.ts'
import type { Shared } from './contract.ts'
import { createRedisShared } from './redis/redis.ts'
import type { RedisSettings } from './redis/settings.ts'

/** What this instance shares with the others: through Redis when there is one, else nothing. */
export function createShared(redis: RedisSettings | undefined, { log, metrics }: { log: Logger; metrics: Metrics }): Shared {
  return redis ? createRedisShared({ ...redis, log, metrics }) : createAlone()
}
