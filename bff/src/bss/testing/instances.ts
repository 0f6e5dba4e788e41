import { methods, policiesOf, methodNames, type Policy, type PolicyChanges } from '@mosaic/schemas/bss'
import { createLog } from '../../log.ts'
import { createMetrics, type Metrics } from '../../metrics.ts'
import type { BackEnd } from '../../testing/back-end.ts'
import { createBss, type Answer, type Bss, type BssScope } from '../bss.ts'
import { createRestConnector } from '../connectors/rest/connector.ts'
import { createAlone } from '../shared/alone.ts'
import { createRedisShared } from '../shared/redis/redis.ts'

/** One instance of the data layer, with a back-end and perhaps a Redis. */
export type Instance = { bss: Bss; metrics: Metrics }

type Options = {
  backEnd: Pick<BackEnd, 'apis'>
  redis?: { url: string; deadlineMs?: number } | undefined
  /** Epoch milliseconds. @default the clock */
  now?: () => number
}

export function openInstance({ backEnd, redis, now }: Options): Instance {
  const log = createLog('silent')
  const metrics = createMetrics()
  const shared = redis ? createRedisShared({ deadlineMs: 50, ...redis, log, metrics }) : createAlone()
  // Only REST is asked here.
  const connectors = { rest: createRestConnector(backEnd.apis) }
  return { bss: createBss({ connectors, shared, cacheBytes: 64_000_000, log, metrics, ...(now && { now }) }), metrics }
}

/** Waits until an instance uses its Redis, or does not. */
export async function untilUsed({ metrics }: Instance, isUsed = true): Promise<void> {
  const end = performance.now() + 15_000
  while (((await metrics.sharedUp.get()).values[0]?.value ?? 0) !== (isUsed ? 1 : 0)) {
    if (performance.now() > end) throw new Error(`Redis is ${isUsed ? 'not used' : 'still used'} after 15 s`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** A policy that is quick about everything; tests change what they are about. */
export const quickPolicy: Policy = {
  ...methods.account.policy,
  readTimeoutMs: 300,
  poolSize: 4,
  connectionWaitMs: 200,
  retries: 0,
  retryWaitMs: 0,
  t1Ms: 10_000,
  t2Ms: 60_000,
  failureMemoryMs: 1_000,
}

export function scopeWith(changes: PolicyChanges = {}, params: BssScope['params'] = { customerId: 'C-1', lineId: 'L-1' }): BssScope {
  const policies = policiesOf(Object.fromEntries(methodNames.map((name) => [name, { ...quickPolicy, ...changes }])))
  return { brand: 'aurora', currency: 'EUR', policies, params }
}

/** What the customer of the scope owes in cents and how sure that is, or why nobody knows. */
export async function owed({ bss }: Pick<Instance, 'bss'>, scope: BssScope): Promise<{ due: number; isStale: boolean } | string> {
  const answer: Answer<'account'> = await bss.call(scope, 'account')
  return answer.status === 'ok' ? { due: answer.value.due.minor, isStale: answer.isStale } : answer.code
}
