import { setTimeout as sleep } from 'node:timers/promises'
import pRetry from 'p-retry'
import type { Policy } from '@mosaic/schemas/bss'
import { median, type Row } from '../results.ts'
import { connectorTo, createBackEnd } from './back-end.ts'
import type { Part } from './contract.ts'
import { contractPolicies, openMosaic, scopeOf } from './peers/mosaic.ts'

const method = 'account'
const calls = 1_000
/** So many at a time, as many as there are connections. */
const atOnce = 32
const instanceCount = 4
/** How long a failure stands for all, for the second half; and how many such windows are looked at. */
const windowMs = 200
const windows = 20

/** What a back-end that is down still hears: of calls that nobody has an answer for, and of one whose cached answer stands in. */
export const outage: Part = {
  title: 'Full outage',
  why: `${calls.toLocaleString('en')} calls with retries, then ${windows} windows of one failure over ${instanceCount} instances`,
  needsRedis: true,
  async run(redis) {
    const rows: Row[] = []
    // What p-retry does unless told otherwise: ten more, and its waits set to nothing, for they change no number.
    rows.push(amplification('p-retry, as it comes', await withPRetry(10)))
    for (const retries of [1, 2, 3]) {
      rows.push(amplification(`p-retry, ${retries} retries`, await withPRetry(retries)))
      rows.push(amplification(`mosaic, ${retries} retries, circuit off`, await withMosaic({ retries, circuitFailurePercent: 0 })))
      rows.push(amplification(`mosaic, ${retries} retries`, await withMosaic({ retries })))
    }
    return [...rows, ...(await probes(redis?.url ?? ''))]
  },
}

function amplification(name: string, arrived: number): Row {
  return { case: `outage, ${name}`, metric: 'calls that arrive', value: arrived / calls, unit: '× asked' }
}

async function withPRetry(retries: number): Promise<number> {
  const backEnd = createBackEnd(1)
  backEnd.isDown = true
  await inTurn((customer) =>
    pRetry(() => backEnd.ask({ method, customer }), { retries, minTimeout: 0, maxTimeout: 0 }).catch(() => undefined),
  )
  return backEnd.calls
}

async function withMosaic(changes: Partial<Policy>): Promise<number> {
  const backEnd = createBackEnd(1)
  backEnd.isDown = true
  const { bss } = await openMosaic({ connectors: { rest: connectorTo(backEnd) } })
  const policies = { ...contractPolicies, [method]: { ...contractPolicies[method], retryWaitMs: 1, ...changes } }
  await inTurn((customer) => Promise.resolve(bss.call(scopeOf({ customer }, policies), method)))
  await bss.close()
  return backEnd.calls
}

/** Each customer once, `atOnce` under way. */
async function inTurn(call: (customer: number) => Promise<unknown>): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < calls) await call(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** One value between T1 and T2, asked for all the time in every instance. */
async function probes(url: string): Promise<Row[]> {
  const backEnd = createBackEnd(1)
  const connectors = { rest: connectorTo(backEnd) }
  const instances = await Promise.all(
    Array.from({ length: instanceCount }, () => openMosaic({ connectors, redis: { url, deadlineMs: 1_000 } })),
  )
  // T1 is over at once, T2 never comes; the circuit would only hide what is looked at.
  const own: Partial<Policy> = { t1Ms: 1, t2Ms: 86_400_000, failureMemoryMs: windowMs, retries: 0, circuitFailurePercent: 0 }
  const policies = { ...contractPolicies, [method]: { ...contractPolicies[method], ...own } }
  const ask = ({ bss }: (typeof instances)[number]) => Promise.resolve(bss.call(scopeOf({ customer: 1 }, policies), method))
  await Promise.all(instances.map(ask))
  await sleep(5)
  backEnd.isDown = true

  const served = { stale: 0, failed: 0 }
  const perWindow: number[] = []
  for (let window = 0; window < windows; window++) {
    const before = backEnd.calls
    const end = performance.now() + windowMs
    while (performance.now() < end) {
      const answers = await Promise.all(instances.map(ask))
      for (const { status } of answers) served[status === 'ok' ? 'stale' : 'failed']++
      await sleep(2)
    }
    perWindow.push(backEnd.calls - before)
  }
  await Promise.all(instances.map(({ bss }) => bss.close()))
  const name = `outage, ${instanceCount} instances between T1 and T2`
  return [
    { case: name, metric: `calls a window of ${windowMs} ms, median`, value: median(perWindow), unit: 'calls' },
    { case: name, metric: 'most', value: Math.max(...perWindow), unit: 'calls' },
    { case: name, metric: 'calls a window, all together', value: perWindow.reduce((sum, count) => sum + count) / windows, unit: 'calls' },
    { case: name, metric: 'served', value: (100 * served.stale) / (served.stale + served.failed), unit: '%' },
  ]
}
