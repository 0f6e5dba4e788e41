import { Redis } from 'ioredis'

/**
 * The client of the peers, set up so that a Redis in trouble costs as little as ioredis allows: a command fails after the deadline, it is not repeated,
 * and none waits for a connection that is not there.
 */
export async function connectRedis(url: string, deadlineMs: number): Promise<Redis> {
  const client = new Redis(url, { lazyConnect: true, commandTimeout: deadlineMs, maxRetriesPerRequest: 0, enableOfflineQueue: false })
  // Told by the failing commands as well; unheard, it would end the process.
  client.on('error', () => {})
  await client.connect()
  return client
}

/** The client as its documentation opens it. */
export async function connectRedisByDefault(url: string): Promise<Redis> {
  const client = new Redis(url, { lazyConnect: true })
  client.on('error', () => {})
  await client.connect()
  return client
}
