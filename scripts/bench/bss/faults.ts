import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { methodNames, methods, type ReadMethodName } from '@mosaic/schemas/bss'
import { startSimulator, type Simulator } from '../../../bff/simulator/start.ts'
import { createFamily } from '../../lib/family.ts'
import { homeQuestion, startBff, type HomeAnswer } from '../bff.ts'
import { homeOf } from '../home.ts'
import { percentile, type Row } from '../results.ts'
import type { Part } from './contract.ts'
import { openPlainHome, type HomeState } from './peers/plain-home.ts'

/** Customers who were here before, and come back. */
const customers = 24
const atOnce = 4
const runMs = 15_000
/** So a customer who comes back finds what he saw no longer fresh, and never too old. */
const [t1Ms, t2Ms] = [1_500, 600_000]

type Home = { state: HomeState; ms: number }
/** One customer's home, composed. */
type Composer = { name: string; compose: (customer: string) => Promise<HomeState> }

/** Homes while three in ten calls of every method fail and one in twenty hangs: through a whole BFF, and as plain code would do it. */
export const faults: Part = {
  title: 'Faulty back-end',
  why: `homes for ${runMs / 1_000} s each, with 30 % errors and 5 % hangs`,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'mosaic-bench-'))
    const family = createFamily()
    const simulator = await startSimulator({ port: 0 })
    try {
      const policies = Object.fromEntries(methodNames.filter((name) => !methods[name].isWrite).map((name) => [name, { t1Ms, t2Ms }]))
      const { url } = await startBff('faults', folder, family, simulator, { ...homeOf(1), policies })
      const people = await guests(simulator, url)
      // What the BFF has asked by now is what this home needs, for the other as well.
      const needs = methodNames.filter((name) => simulator.calls.of(name).total > 0) as ReadMethodName[]
      const bff: Composer = { name: 'faults, mosaic', compose: (customer) => composed(url, people.get(customer)?.token ?? '') }
      const plain = openPlainHome({ simulator, needs, ttlMs: t1Ms })
      const peer: Composer = { name: 'faults, plain fetch + TTL', compose: plain.compose }
      for (const customer of people.keys()) await plain.compose(customer)
      simulator.faults.set('all', [{ kind: 'error', rate: 0.3 }, { kind: 'hang', rate: 0.05 }]) // prettier-ignore
      const rows: Row[] = []
      for (const composer of [bff, peer]) {
        simulator.calls.reset()
        const homes = await live(composer, [...people.keys()])
        const calls = Object.values(simulator.calls.all()).reduce((sum, { total }) => sum + total, 0)
        rows.push(...rowsOf(composer.name, homes, calls))
      }
      return rows
    } finally {
      await family.stop()
      await simulator.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Customers whose home is whole while all is well; each has been here once. */
async function guests(simulator: Simulator, url: string): Promise<Map<string, { token: string }>> {
  const found = new Map<string, { token: string }>()
  for (const { id } of simulator.customers) {
    if (found.size === customers) return found
    const token = await simulator.issueToken(id)
    if ((await composed(url, token)) === 'complete') found.set(id, { token })
  }
  throw new Error(`Only ${found.size} customers have a whole home; ${customers} were needed`)
}

async function composed(url: string, token: string): Promise<HomeState> {
  const { headers, body } = homeQuestion(url, token)
  const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) })
  const { data } = (await response.json()) as HomeAnswer
  const states = (data?.mosaic?.widgets ?? []).map((widget) => widget?.state)
  if (states.length === 0 || states.some((state) => state !== 'READY' && state !== 'STALE')) return 'degraded'
  return states.includes('STALE') ? 'stale' : 'complete'
}

/** Each customer's next visit follows the last, as many as there is time for. */
async function live({ compose }: Composer, people: readonly string[]): Promise<Home[]> {
  const homes: Home[] = []
  const end = performance.now() + runMs
  let next = 0
  const worker = async () => {
    while (performance.now() < end) {
      const begun = performance.now()
      const state = await compose(people[next++ % people.length] as string)
      homes.push({ state, ms: performance.now() - begun })
      // A guest every so often, not as fast as the machine can: both then meet the same back-end.
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return homes
}

function rowsOf(name: string, homes: readonly Home[], calls: number): Row[] {
  const share = (wanted: HomeState) => (100 * homes.filter(({ state }) => state === wanted).length) / homes.length
  const times = homes.map(({ ms }) => ms)
  return [
    ...(['complete', 'stale', 'degraded'] as const).map((state): Row => ({
      case: name,
      metric: `homes ${state}`,
      value: share(state),
      unit: '%',
    })),
    { case: name, metric: `p50 of ${homes.length}`, value: percentile(times, 0.5), unit: 'ms' },
    { case: name, metric: `p99 of ${homes.length}`, value: percentile(times, 0.99), unit: 'ms' },
    { case: name, metric: 'calls a home', value: calls / homes.length, unit: 'calls' },
  ]
}
