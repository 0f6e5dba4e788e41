import type { ConfigReader } from '../../../config-reader.ts'

/** Where the shared Redis or Valkey is. */
export type RedisSettings = {
  /** `redis://` or, with TLS, `rediss://`. `REDIS_URL` */
  url: string
  /** `REDIS_USER` */
  username?: string | undefined
  /** `REDIS_PASSWORD`, or the file that `REDIS_PASSWORD_FILE` names */
  password?: string | undefined
  /** The longest any operation on it may take, in milliseconds. `REDIS_DEADLINE_MS` */
  deadlineMs: number
}

export function redisSettings(read: ConfigReader): RedisSettings | undefined {
  const url = read.address('REDIS_URL', ['redis:', 'rediss:'], 'redis://127.0.0.1:6379')
  const settings = {
    username: read.optional('REDIS_USER', /^[^\s]+$/, 'a name without blanks'),
    password: read.secret('REDIS_PASSWORD'),
    deadlineMs: read.integer('REDIS_DEADLINE_MS', 40, 1, 1_000),
  }
  return url && { url: url.href, ...settings }
}
