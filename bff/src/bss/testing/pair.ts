import { sendAccount, startBackEnd, type BackEnd } from '../../testing/back-end.ts'
import { startRedis, type RedisServer } from '../../testing/servers/redis.ts'
import { startWire, type Wire } from '../../testing/wire.ts'
import type { BssScope } from '../bss.ts'
import { openInstance, scopeWith, untilUsed, type Instance } from './instances.ts'

/** Two instances that share a Redis: the one reaches it over a wire that can be disturbed, the other directly. The back-end says that one euro is owed. */
export type Pair = {
  redis: RedisServer
  wire: Wire
  backEnd: BackEnd
  one: Instance
  other: Instance
  /** Both anew, with another deadline for Redis, in milliseconds. */
  reopen(deadlineMs: number): Promise<void>
  close(): Promise<void>
}

/** What happens on a machine that may be busy, and not how long it takes: a deadline that it keeps, in milliseconds. */
export const generousMs = 2_000

export async function openPair(): Promise<Pair> {
  const redis = await startRedis()
  const wire = await startWire({ port: redis.port })
  const backEnd = await startBackEnd()
  backEnd.answer = (response) => sendAccount(response, 1)
  const open = async (deadlineMs: number) => {
    const one = openInstance({ backEnd, redis: { url: `redis://127.0.0.1:${wire.port}`, deadlineMs } })
    const other = openInstance({ backEnd, redis: { url: redis.url, deadlineMs } })
    await Promise.all([one, other].map((instance) => untilUsed(instance)))
    return { one, other }
  }
  const closeBoth = () => Promise.all([pair.one, pair.other].map(({ bss }) => bss.close()))

  const pair: Pair = {
    redis,
    wire,
    backEnd,
    ...(await open(generousMs)),
    async reopen(deadlineMs) {
      await closeBoth()
      Object.assign(pair, await open(deadlineMs))
    },
    async close() {
      redis.thaw()
      await closeBoth()
      await wire.close()
      await backEnd.close()
      await redis.stop()
    },
  }
  return pair
}

/** A customer of his own for each index. */
export function scopeOf(index = 0, changes: Parameters<typeof scopeWith>[0] = {}): BssScope {
  return scopeWith(changes, { customerId: `C-${index}`, lineId: `L-${index}` })
}
