import type { Row } from '../results.ts'
import { connectorTo, createBackEnd, type BackEnd } from './back-end.ts'
import type { Part } from './contract.ts'
import { asyncCacheDedupe } from './peers/async-cache-dedupe.ts'
import { bentocache } from './peers/bentocache.ts'
import { fetched, type Peer } from './peers/contract.ts'
import { contractPolicies, openMosaic, scopeOf } from './peers/mosaic.ts'
import { interleaved, rowsBeside, type Contender } from './rounds.ts'

const rounds = 7
const failsAfterMs = 100
const callers = 10_000
/** bentocache asks once for each caller, one after the other: ten thousand would take a quarter of an hour. */
const fewCallers = 100
const method = 'account'
/** The one call is all there is: what repeats it is another part. */
const policies = { ...contractPolicies, [method]: { ...contractPolicies[method], retries: 0, failureMemoryMs: 0 } }

/** A cold key that everybody asks for at once, and the call fails. */
export const storm: Part = {
  title: 'Storm on a cold key',
  why: `${callers.toLocaleString('en')} callers at once, the call fails after ${failsAfterMs} ms`,
  async run() {
    const crowds = [barePromise(), await mosaicCrowd(), await peerCrowd(asyncCacheDedupe, callers)]
    const times = await interleaved(crowds, rounds)
    const bento = await peerCrowd(bentocache, fewCallers)
    // One round: it is the same wait a hundred times.
    const bentoTime = await bento.round()
    await Promise.all([...crowds, bento].map(({ close }) => close()))
    const floor = crowds[0] as Crowd
    return [
      ...rowsBeside(floor.name, times, { metric: 'until the last caller is answered', unit: 'ms' }),
      beside(bento.name, 'until the last caller is answered', bentoTime, 'ms', [floor.name, times.get(floor.name) as number]),
      ...[...crowds, bento].map((crowd) => ({ case: crowd.name, metric: 'calls made', value: crowd.callsOfRound(), unit: 'calls' })),
    ]
  },
}

type Crowd = Contender & { callsOfRound: () => number; close: () => Promise<void> }

/** The least there can be: all wait for one promise. Its time is what the event loop itself needs. */
function barePromise(): Crowd {
  const origin = failing()
  let shared: Promise<unknown> | undefined
  const get = (customer: number) => (shared ??= fetched(origin, { method, customer }).finally(() => (shared = undefined)))
  return crowd('one bare promise', { origin, count: callers, get })
}

/** Callers as requests are: each has a scope of its own, and is answered with a failure as a value. */
async function mosaicCrowd(): Promise<Crowd> {
  const origin = failing()
  const { bss } = await openMosaic({ connectors: { rest: connectorTo(origin) } })
  const get = (customer: number) => Promise.resolve(bss.call(scopeOf({ customer }, policies), method))
  return crowd('mosaic', { origin, count: callers, get, close: () => bss.close() })
}

async function peerCrowd(peer: Peer, count: number): Promise<Crowd> {
  const origin = failing()
  const instance = await peer.open({ origin, policies, redis: undefined })
  return crowd(peer.name, {
    origin,
    count,
    get: (customer) => Promise.resolve(instance.get({ method, customer })),
    close: () => instance.close(),
  })
}

function failing(): BackEnd {
  const backEnd = createBackEnd(failsAfterMs)
  backEnd.isDown = true
  return backEnd
}

type Asked = { origin: BackEnd; count: number; get: (customer: number) => Promise<unknown>; close?: () => Promise<void> }

function crowd(name: string, { origin, count, get, close = () => Promise.resolve() }: Asked): Crowd {
  let [customer, begun] = [0, 0]
  return {
    name: `storm of ${count.toLocaleString('en')}, ${name}`,
    callsOfRound: () => origin.calls - begun,
    close,
    async round() {
      customer++
      begun = origin.calls
      const start = performance.now()
      await Promise.allSettled(Array.from({ length: count }, () => get(customer)))
      return performance.now() - start
    },
  }
}

function beside(name: string, metric: string, value: number, unit: string, [ratioTo, base]: [string, number]): Row {
  return { case: name, metric, value, unit, ratio: value / base, ratioTo }
}
