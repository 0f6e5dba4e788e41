import type { RedisServer } from '../../../bff/src/testing/servers/redis.ts'
import type { Row } from '../results.ts'

/** One part of the suite: what it measures, how long it takes at most, and its figures. */
export type Part = {
  title: string
  /** What is done, for the one who waits. */
  why: string
  /** Without a Redis server it is skipped, visibly. */
  needsRedis?: true
  /** @param redis where there is one; each part finds it empty and in good health, and leaves it so. */
  run(redis: RedisServer | undefined): Promise<Row[]>
}
