import { createClient } from '@redis/client'
import type { Logger } from '../../../log.ts'
import { changeScript, renewScript, tellScript, turnScript } from './scripts.ts'
import type { RedisSettings } from './settings.ts'

export type RedisClient = ReturnType<typeof createRedisClient>

/** More than any instance has under way: beyond it commands are refused instead of kept. */
const mostCommands = 10_000
/** A connection that says nothing for this long, though it is pinged more often, is dead, in milliseconds. */
const silenceMs = 5_000
const pingEveryMs = 1_000
const connectTimeoutMs = 1_000
const longestReconnectMs = 2_000

/**
 * A client that keeps trying to connect, and refuses commands at once while it is not connected: nothing waits in a queue for a Redis that may come
 * back. Its errors are told, never thrown: the guard before it draws the consequences.
 */
export function createRedisClient({ url, username, password }: Omit<RedisSettings, 'deadlineMs'>, log: Logger) {
  const client = createClient({
    url,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    disableOfflineQueue: true,
    commandsQueueMaxLength: mostCommands,
    pingInterval: pingEveryMs,
    socket: {
      connectTimeout: connectTimeoutMs,
      socketTimeout: silenceMs,
      reconnectStrategy: (attempts) => Math.min(50 * 2 ** Math.min(attempts, 6), longestReconnectMs) * (0.5 + Math.random() / 2),
    },
    scripts: { turn: turnScript, renew: renewScript, tell: tellScript, change: changeScript },
  })
  let wasTold = false
  client.on('error', (err: unknown) => {
    if (!wasTold) log.warn({ err }, 'the shared cache cannot be reached: each instance works for itself until it can')
    wasTold = true
  })
  client.on('ready', () => {
    if (wasTold) log.info('the shared cache can be reached again')
    wasTold = false
  })
  return client
}
