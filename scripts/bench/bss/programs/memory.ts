import { methods } from '@mosaic/schemas/bss'
import { connectorTo, createBackEnd } from '../back-end.ts'
import { bentocache } from '../peers/bentocache.ts'
import { askedMethods, type PeerInstance } from '../peers/contract.ts'
import { contractPolicies, instanceOf, openMosaic } from '../peers/mosaic.ts'
import { answering, startOf } from './answering.ts'

/* Fills the first level of one instance, and says what that took of the heap. */

export type MemoryStart = { peer: string; redis?: { url: string; deadlineMs: number } }
export type Fill = { customers: number }
/** `estimatedBytes`: what the cache itself says it holds; 0 for one that says nothing. */
export type Filled = { heapBytes: number; estimatedBytes: number }

const { peer, redis } = startOf<MemoryStart>()
const origin = createBackEnd(0)
const { instance, estimate } = await open()
/** What belongs to the brand is there once, whoever asks. */
const asked = askedMethods.filter((name) => methods[name].scope !== 'brand')

answering<Fill, Filled>(async ({ customers }) => {
  // The first one brings code and shapes of objects, which are there once.
  await fill(0, 50)
  const before = { heap: heap(), estimated: await estimate() }
  await fill(50, 50 + customers)
  return { heapBytes: heap() - before.heap, estimatedBytes: (await estimate()) - before.estimated }
})

async function fill(from: number, to: number): Promise<void> {
  for (let customer = from; customer < to; customer++) {
    await Promise.all(asked.map(async (method) => instance.get({ method, customer })))
  }
}

function heap(): number {
  // Twice: what a first collection only marks as dead, a second one frees.
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

async function open(): Promise<{ instance: PeerInstance; estimate: () => Promise<number> }> {
  if (peer === bentocache.name) {
    const bento = await bentocache.open({ origin, policies: contractPolicies, redis })
    return { instance: bento, estimate: () => Promise.resolve(0) }
  }
  const { bss, metrics } = await openMosaic({ connectors: { rest: connectorTo(origin) }, redis })
  const estimate = async () => Number(/^bff_cache_bytes (\d+)/m.exec(await metrics.registry.metrics())?.[1])
  return { instance: instanceOf(bss, contractPolicies), estimate }
}
