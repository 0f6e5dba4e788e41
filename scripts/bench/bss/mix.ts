import { setTimeout as sleep } from 'node:timers/promises'
import { readMethodNames, type Policy, type ReadMethodName } from '@mosaic/schemas/bss'
import { createRandom, createZipf, exponential } from './random.ts'
import type { Row } from '../results.ts'
import { createBackEnd, type BackEnd } from './back-end.ts'
import type { Part } from './contract.ts'
import { asyncCacheDedupe } from './peers/async-cache-dedupe.ts'
import { bentocache } from './peers/bentocache.ts'
import { askedMethods, keyOf, type Peer, type PeerInstance } from './peers/contract.ts'
import { contractPolicies, mosaic } from './peers/mosaic.ts'
import { plainTtl } from './peers/plain-ttl.ts'
import { uncached } from './peers/uncached.ts'

/*
 * Seventy-five minutes of customers, the same for each peer. A customer opens the app, looks at the home, and looks again some times: each look asks all
 * eight reading methods, under the policies of their contracts, at one of four instances. Who comes is drawn by Zipf's law over 100,000 customers. For ten
 * minutes in the middle the back-end is down.
 *
 * Real clocks everywhere, Redis's included, so the time is not simulated but passes quicker: every duration, of the policies and of the model, is
 * divided by `pace`. What is counted against the clock inside the data layer does not pass quicker: circuits, which would open at this pace and not
 * at that of so few customers, are off, and a failure stands for a tenth of a second at least.
 */
const pace = 200
const minute = 60_000
const lengthMs = 75 * minute
/** Caches fill; not counted. */
const warmUpMs = 15 * minute
const outage = { fromMs: 40 * minute, toMs: 50 * minute }
const customers = 100_000
const sessions = 4_000
/** Looks at the home after the first, on average, and the time between two of them. */
const refreshes = 2
const thinkMs = 45_000
const instanceCount = 4
/** How late the back-end answers, in milliseconds as they are. */
const latencyMs = 2

type Visit = { atMs: number; customer: number; instance: number }
type Phase = 'warmUp' | 'usual' | 'outage'
/** `lost`: failed, though some instance had got it before and T2 is not over. */
type Counts = { homes: number; calls: number; fresh: number; stale: number; failed: number; lost: number }
type Run = {
  name: string
  backEnd: BackEnd
  instances: PeerInstance[]
  counts: Record<Phase, Counts>
  /** When each value was fetched last. */
  known: Map<string, number>
}

export const mix: Part = {
  title: 'Mix of homes',
  why: `${lengthMs / minute} minutes of homes at ${pace} times the pace, with an outage of ten`,
  needsRedis: true,
  async run(redis) {
    const all: Run[] = []
    // One after the other: what counts must not depend on how busy the others keep this processor. The first two hardly do.
    for (const peers of [[uncached, plainTtl], [bentocache], [asyncCacheDedupe], [mosaic]]) {
      const runs = await Promise.all(peers.map((peer) => open(peer, redis?.url)))
      await live(runs)
      await Promise.all(runs.flatMap(({ instances }) => instances.map((instance) => instance.close())))
      all.push(...runs)
    }
    return all.flatMap((run) => rowsOf(run, all[0] as Run))
  },
}

async function open(peer: Peer, redisUrl: string | undefined): Promise<Run> {
  const backEnd = createBackEnd(latencyMs)
  // Four instances share this processor, so Redis is given more time than a machine of its own would need.
  const redis = redisUrl === undefined ? undefined : { url: redisUrl, deadlineMs: 2_000 }
  const options = { origin: backEnd, policies: quicker, redis, pace }
  const instances = await Promise.all(Array.from({ length: instanceCount }, () => peer.open(options)))
  return { name: peer.name, backEnd, instances, counts: { warmUp: none(), usual: none(), outage: none() }, known: new Map() }
}

const none = (): Counts => ({ homes: 0, calls: 0, fresh: 0, stale: 0, failed: 0, lost: 0 })

/** Ages and the memory of failures pass quicker; how long an answer is waited for does not. */
const quicker = Object.fromEntries(
  readMethodNames.map((name) => {
    const policy = contractPolicies[name]
    const ages = { t1Ms: policy.t1Ms / pace, t2Ms: policy.t2Ms / pace }
    const waits = { failureMemoryMs: policy.failureMemoryMs / pace, retryWaitMs: policy.retryWaitMs / pace }
    const patience = { readTimeoutMs: 10_000, softWaitMs: 5_000, circuitFailurePercent: 0 }
    return [name, { ...policy, ...ages, ...waits, ...patience } satisfies Policy]
  }),
) as Record<ReadMethodName, Policy>

function visits(): Visit[] {
  const random = createRandom(7)
  const customer = createZipf(customers, random)
  const all: Visit[] = []
  for (let session = 0; session < sessions; session++) {
    const who = customer()
    let atMs = random() * lengthMs
    do {
      all.push({ atMs, customer: who, instance: Math.floor(random() * instanceCount) })
      atMs += exponential(thinkMs, random)
    } while (random() < refreshes / (refreshes + 1))
  }
  return all.filter(({ atMs }) => atMs < lengthMs).toSorted((one, other) => one.atMs - other.atMs)
}

async function live(runs: readonly Run[]): Promise<void> {
  const begun = performance.now()
  const underWay = new Set<Promise<void>>()
  let phase: Phase = 'warmUp'
  let before = runs.map(({ backEnd }) => backEnd.calls)
  const change = (next: Phase) => {
    for (const [index, { backEnd, counts }] of runs.entries()) {
      counts[phase].calls += backEnd.calls - (before[index] ?? 0)
      backEnd.isDown = next === 'outage'
    }
    before = runs.map(({ backEnd }) => backEnd.calls)
    phase = next
  }
  for (const visit of visits()) {
    const waitMs = visit.atMs / pace - (performance.now() - begun)
    if (waitMs > 1) await sleep(waitMs)
    const next = phaseAt(visit.atMs)
    if (next !== phase) {
      await Promise.all(underWay)
      change(next)
    }
    for (const run of runs) {
      const home = look(run, visit, run.counts[phase]).finally(() => underWay.delete(home))
      underWay.add(home)
    }
  }
  await Promise.all(underWay)
  change(phase)
}

function phaseAt(atMs: number): Phase {
  if (atMs < warmUpMs) return 'warmUp'
  return atMs >= outage.fromMs && atMs < outage.toMs ? 'outage' : 'usual'
}

async function look({ instances, known }: Run, { customer, instance }: Visit, counts: Counts): Promise<void> {
  counts.homes++
  // What was fresh when it was asked for is fresh, however late this busy processor hands it over.
  const askedAt = Date.now()
  await Promise.all(
    askedMethods.map(async (method) => {
      try {
        const { fetchedAt } = await (instances[instance] as PeerInstance).get({ method, customer })
        known.set(keyOf({ method, customer }), fetchedAt)
        counts[askedAt - fetchedAt < quicker[method].t1Ms ? 'fresh' : 'stale']++
      } catch {
        counts.failed++
        if (askedAt - (known.get(keyOf({ method, customer })) ?? 0) < quicker[method].t2Ms) counts.lost++
      }
    }),
  )
}

const metrics = {
  fresh: 'values served fresh',
  stale: 'values served stale',
  failed: 'values not served',
  lost: 'of them known, younger than T2',
}

function rowsOf({ name, counts }: Run, base: Run): Row[] {
  return (['usual', 'outage'] as const).flatMap((phase) => {
    const own = counts[phase]
    const perThousand = ({ calls, homes }: Counts) => (1_000 * calls) / homes
    const of = `mix, ${phase === 'outage' ? 'outage, ' : ''}${name}`
    const value = perThousand(own)
    const beside = name === base.name ? {} : { ratio: value / perThousand(base.counts[phase]), ratioTo: base.name }
    const values = own.fresh + own.stale + own.failed
    const kinds = phase === 'outage' ? (['fresh', 'stale', 'failed', 'lost'] as const) : (['stale'] as const)
    return [
      { case: of, metric: 'calls per 1,000 homes', value, unit: 'calls', ...beside },
      ...kinds.map((kind): Row => ({ case: of, metric: metrics[kind], value: (100 * own[kind]) / values, unit: '%' })),
    ]
  })
}
