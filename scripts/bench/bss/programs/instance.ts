import { createRestConnector } from '../../../../bff/src/bss/connectors/rest/connector.ts'
import { apiNames, type RestSettings } from '../../../../bff/src/bss/connectors/rest/settings.ts'
import { asyncCacheDedupe } from '../peers/async-cache-dedupe.ts'
import { bentocache } from '../peers/bentocache.ts'
import type { PeerInstance, PeerOptions } from '../peers/contract.ts'
import { contractPolicies, instanceOf, openMosaic } from '../peers/mosaic.ts'
import { answering, startOf } from './answering.ts'

/* One of several instances of a cache, a process of its own, before a real back-end. */

export type InstanceStart = { peer: string; backEnd: string; redis: { url: string; deadlineMs: number } }
/** All callers ask for one customer at once, at a moment in epoch milliseconds. */
export type Job = { customer: number; callers: number; atMs: number }
/** When each caller was answered: epoch milliseconds with a fraction. */
export type Answered = { atMs: number[] }

const { peer, backEnd, redis } = startOf<InstanceStart>()
const method = 'account'
const instance = await open()

answering<Job, Answered>(async ({ customer, callers, atMs }) => {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, atMs - now())))
  const one = async () => {
    await instance.get({ method, customer })
    return now()
  }
  return { atMs: await Promise.all(Array.from({ length: callers }, one)) }
})

function now(): number {
  return performance.timeOrigin + performance.now()
}

async function open(): Promise<PeerInstance> {
  const policies: PeerOptions<unknown>['policies'] = contractPolicies
  if (peer === 'mosaic') {
    const apis = Object.fromEntries(apiNames.map((api) => [api, new URL(`${backEnd}/${api}`)])) as RestSettings
    const { bss } = await openMosaic({ connectors: { rest: createRestConnector(apis) }, redis })
    return instanceOf(bss, policies)
  }
  const origin = {
    async ask() {
      const response = await fetch(backEnd, { signal: AbortSignal.timeout(2_000) })
      return (await response.json()) as unknown
    },
  }
  return (peer === bentocache.name ? bentocache : asyncCacheDedupe).open({ origin, policies, redis })
}
