import type { RedisServer } from '../../../bff/src/testing/servers/redis.ts'
import { median, type Row } from '../results.ts'
import { createBackEnd } from './back-end.ts'
import type { Part } from './contract.ts'
import { asyncCacheDedupe, asyncCacheDedupeByDefault } from './peers/async-cache-dedupe.ts'
import { bentocache, bentocacheByDefault } from './peers/bentocache.ts'
import type { Peer, PeerInstance } from './peers/contract.ts'
import { contractPolicies, mosaic } from './peers/mosaic.ts'

/** What Redis may take, as the BFF is set up by default; the back-end itself answers at once. */
const deadlineMs = 40
/** Nobody is waited for any longer. */
const capMs = 12_000
const laterCalls = 20
const method = 'account'

/** Redis stands still with every connection open: what that costs the first who asks, those after him, and a value that is at hand. */
export const frozen: Part = {
  title: 'Frozen Redis',
  why: `SIGSTOP, then calls; given up after ${capMs / 1_000} s`,
  needsRedis: true,
  async run(redis) {
    const server = redis as RedisServer
    const peers = [mosaic, bentocache, bentocacheByDefault, asyncCacheDedupe, asyncCacheDedupeByDefault]
    const options = { origin: createBackEnd(0), policies: contractPolicies, redis: { url: server.url, deadlineMs } }
    const instances = await Promise.all(peers.map((peer) => peer.open(options)))
    for (const instance of instances) {
      await instance.get({ method, customer: 0 })
      await instance.untilShared?.()
    }
    server.freeze()
    try {
      // One after the other, but for those who hang: else each would wait for the work of the others.
      const rows: Row[] = []
      const hanging: Promise<Row[]>[] = []
      for (const [index, peer] of peers.entries()) {
        const measured = measure(peer, instances[index] as PeerInstance)
        const inTime = await Promise.race([measured, after(1_000)])
        if (inTime) rows.push(...inTime)
        else hanging.push(measured)
      }
      return [...rows, ...(await Promise.all(hanging)).flat()]
    } finally {
      server.thaw()
      await Promise.all(instances.map((instance) => instance.close()))
    }
  },
}

async function measure({ name }: Peer, instance: PeerInstance): Promise<Row[]> {
  const rows: Row[] = []
  const timed = async (customer: number) => {
    const begun = performance.now()
    const answered = Promise.resolve(instance.get({ method, customer })).then(
      () => true,
      () => true,
    )
    const isOver = (await Promise.race([answered, after(capMs)])) === true
    return { ms: performance.now() - begun, isOver }
  }
  const tell = (metric: string, ms: number, isOver: boolean) =>
    rows.push({ case: `frozen, ${name}`, metric: isOver ? metric : `${metric}: given up`, value: ms, unit: 'ms' })

  const atHand = await timed(0)
  tell('a value at hand', atHand.ms, atHand.isOver)
  if (!atHand.isOver) return rows
  const first = await timed(1)
  tell('first cold call', first.ms, first.isOver)
  if (!first.isOver) return rows
  const later: number[] = []
  for (let customer = 2; customer < 2 + laterCalls; customer++) later.push((await timed(customer)).ms)
  tell(`later cold calls, median of ${laterCalls}`, median(later), true)
  return rows
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, ms, undefined).unref())
}
