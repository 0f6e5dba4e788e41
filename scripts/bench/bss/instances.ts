import { sendAccount, startBackEnd, type BackEnd } from '../../../bff/src/testing/back-end.ts'
import type { RedisServer } from '../../../bff/src/testing/servers/redis.ts'
import { median, percentile, type Row } from '../results.ts'
import { startChild, type Child } from './children.ts'
import type { Part } from './contract.ts'
import { asyncCacheDedupe } from './peers/async-cache-dedupe.ts'
import { bentocache } from './peers/bentocache.ts'
import { mosaic } from './peers/mosaic.ts'
import type { Answered, InstanceStart, Job } from './programs/instance.ts'

const processes = 8
const callers = 100
const rounds = 25
/** The first rounds warm the processes up. */
const warmUps = 3
const answersAfterMs = 100
/** All processes have the job by then, and begin together. */
const startInMs = 30

/** Eight processes, a hundred callers in each, one cold key. */
export const instances: Part = {
  title: 'Cold key, 8 instances',
  why: `${rounds} rounds of ${processes} × ${callers} callers, for each cache`,
  needsRedis: true,
  async run(redis) {
    const backEnd = await startBackEnd()
    backEnd.answer = (response) => void setTimeout(() => sendAccount(response, 1), answersAfterMs)
    try {
      const rows: Row[] = []
      for (const { name } of [mosaic, bentocache, asyncCacheDedupe]) rows.push(...(await measure(name, backEnd, redis as RedisServer)))
      return rows
    } finally {
      await backEnd.close()
    }
  },
}

async function measure(peer: string, backEnd: BackEnd, redis: RedisServer): Promise<Row[]> {
  // More processes than processors: Redis is waited for longer than where each has one.
  const start: InstanceStart = {
    peer,
    backEnd: backEnd.apis.account.href.replace(/\/account$/, ''),
    redis: { url: redis.url, deadlineMs: 1_000 },
  }
  const children = await Promise.all(Array.from({ length: processes }, () => startChild('instance', start)))
  try {
    const results = []
    for (let round = 0; round < warmUps + rounds; round++) results.push(await once(children, backEnd, round))
    const counted = results.slice(warmUps)
    const extra = counted.flatMap(({ extraMs }) => extraMs)
    const name = `${processes} instances, ${peer}`
    return [
      { case: name, metric: 'calls a round, median', value: median(counted.map(({ calls }) => calls)), unit: 'calls' },
      { case: name, metric: 'calls a round, most', value: Math.max(...counted.map(({ calls }) => calls)), unit: 'calls' },
      { case: name, metric: "followers after the leader, p50", value: percentile(extra, 0.5), unit: 'ms' }, // prettier-ignore
      { case: name, metric: "followers after the leader, p99", value: percentile(extra, 0.99), unit: 'ms' }, // prettier-ignore
    ]
  } finally {
    for (const child of children) child.stop()
  }
}

/** How many calls arrived, and how much later than the first answered caller those of the other processes were answered. */
async function once(children: readonly Child[], backEnd: BackEnd, customer: number): Promise<{ calls: number; extraMs: number[] }> {
  backEnd.calls = 0
  const job: Job = { customer, callers, atMs: performance.timeOrigin + performance.now() + startInMs }
  const answers = await Promise.all(children.map((child) => child.ask<Answered>(job)))
  const firsts = answers.map(({ atMs }) => Math.min(...atMs))
  const leader = firsts.indexOf(Math.min(...firsts))
  const extraMs = answers.filter((_, index) => index !== leader).flatMap(({ atMs }) => atMs.map((at) => at - (firsts[leader] as number)))
  return { calls: backEnd.calls, extraMs }
}
