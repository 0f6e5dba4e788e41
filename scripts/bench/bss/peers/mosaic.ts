import { policiesOf } from '@mosaic/schemas/bss'
import { createBss, type Bss, type BssScope } from '../../../../bff/src/bss/bss.ts'
import type { Connectors } from '../../../../bff/src/bss/connectors/index.ts'
import { createShared } from '../../../../bff/src/bss/shared/index.ts'
import { createLog } from '../../../../bff/src/log.ts'
import { createMetrics, type Metrics } from '../../../../bff/src/metrics.ts'
import { connectorTo } from '../back-end.ts'
import type { Peer, PeerInstance, PeerOptions, Question } from './contract.ts'

/** The data layer itself. */
export const mosaic: Peer = {
  name: 'mosaic',
  async open({ origin, policies, redis }) {
    const { bss, metrics } = await openMosaic({ connectors: { rest: connectorTo(origin) }, redis })
    return { ...instanceOf(bss, policies), untilShared: () => untilUsed(metrics) }
  },
}

/** The data layer as its peers are seen. As a request does, each question brings a scope of its own. */
export function instanceOf(bss: Bss, policies: PeerOptions<unknown>['policies']): PeerInstance {
  return {
    async get(question) {
      const answer = await bss.call(scopeOf(question, policies), question.method)
      if (answer.status === 'ok') return { value: answer.value, fetchedAt: answer.fetchedAt.getTime() }
      throw failureOf(answer.code)
    },
    close: () => bss.close(),
  }
}

const failures = new Map<string, Error>()

/** The same error every time: the making of ten thousand is no matter of a cache. */
function failureOf(code: string): Error {
  const error = failures.get(code) ?? new Error(code)
  failures.set(code, error)
  return error
}

type Options = { connectors: Connectors; redis?: PeerOptions<unknown>['redis']; cacheBytes?: number }

/** One instance of the data layer, using its Redis if it has one. */
export async function openMosaic({ connectors, redis, cacheBytes = 512_000_000 }: Options): Promise<{ bss: Bss; metrics: Metrics }> {
  const [log, metrics] = [createLog('silent'), createMetrics()]
  const bss = createBss({ connectors, shared: await createShared(redis, { log, metrics }), cacheBytes, log, metrics })
  if (redis) await untilUsed(metrics)
  return { bss, metrics }
}

/** The scope of a request of a customer, whose party and line carry his number. */
export function scopeOf({ customer }: Pick<Question, 'customer'>, policies: PeerOptions<unknown>['policies']): BssScope {
  const params = { customerId: `C-${customer}`, partyId: `P-${customer}`, partyType: 'individual', lineId: `L-${customer}` } as const
  // Reads only: the policy of a write is of no account.
  return { brand: 'aurora', currency: 'EUR', policies: policies as BssScope['policies'], params }
}

export const contractPolicies = policiesOf({})

/** Waits until a Redis that is there is used. */
export async function untilUsed({ sharedUp }: Metrics): Promise<void> {
  const end = performance.now() + 10_000
  while ((await sharedUp.get()).values[0]?.value !== 1) {
    if (performance.now() > end) throw new Error('The data layer did not find its Redis within 10 s')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
