import { methods, type Policy } from '@mosaic/schemas/bss'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { undisturbed } from '../../testing/strike.ts'
import { policiesFor, shownMethods, startStruckHome, type ShownMethod, type StruckHome } from '../../testing/struck-home.ts'
import type { Data, Tile } from '../../testing/system.ts'

/* No system answers any more, and then all do again. T1 and T2 are those of the methods' contracts. */

const minute = 60_000
const poolSize = 8
const circuitOpenMs = 500
/** Time enough for a machine that runs all of the world in one process: what is counted must not depend on how busy it is. */
const patient = { readTimeoutMs: 10_000, connectionWaitMs: 10_000, poolSize, circuitOpenMs }
const failureMemoryMs = methods.lines.policy.failureMemoryMs

let home: StruckHome
beforeAll(async () => {
  home = await startStruckHome({})
})
beforeEach(() => home.age(2 * 24 * 60 * minute))
afterEach(() => home.system.simulator.reset())
afterAll(() => home.system.close())

test('an hour of it: every home comes, with the age of what it shows; the systems are hardly asked, and not run over when they are back', async () => {
  const { faults, calls } = home.system.simulator
  await home.setPolicies(policiesFor(patient))
  const customers = home.system.simulator.customers.slice(0, 200).map(({ id }) => id)
  const begunAt = home.now()
  // Twice: on a busy machine a tile may come too late for the first.
  await homesOf(customers)
  const before = await homesOf(customers)
  const keys = callsByMethod()
  expect(keys).toMatchObject({ lines: 200, offers: 1 })

  calls.reset()
  faults.set('all', { kind: 'reset' })
  const downAt = performance.now()
  let rounds = 0
  for (const minutes of [3, 7, 12, 30, 58]) {
    rounds++
    home.age(begunAt + minutes * minute - home.now())
    for (const [index, { widgets, composedAt }] of (await homesOf(customers)).entries()) {
      const known = new Map(before[index]?.widgets.map((tile) => [tile.id, tile]))
      expect(widgets.map(({ id }) => id)).toEqual([...known.keys()])
      for (const tile of widgets) expectAsKnown(tile, known.get(tile.id), composedAt)
    }
  }
  // From T2 on a system must answer; what has a longer one still stands.
  home.age(begunAt + 65 * minute - home.now())
  for (const { widgets } of await homesOf(customers))
    for (const { id, state } of widgets)
      expect([id, state]).toEqual([id, id === 'credit' ? 'FAILED' : id === 'welcome' ? 'READY' : 'STALE'])

  const probes = Math.ceil((performance.now() - downAt) / circuitOpenMs)
  expect(shownMethods.filter((method) => calls.of(method).total > throttled(method, keys[method], rounds + 1, probes))).toEqual([])

  calls.reset()
  faults.set('all', { kind: 'latency', ms: 20 })
  await expect
    .poll(
      async () => {
        home.age(failureMemoryMs + 1)
        const homes = await Promise.all(customers.map((id) => home.ask(id)))
        return new Set(homes.flatMap(({ widgets }) => widgets.map(({ state }) => state)))
      },
      { timeout: 30_000, interval: circuitOpenMs },
    )
    .toEqual(new Set(['READY']))
  expect(shownMethods.filter((method) => calls.of(method).total > keys[method])).toEqual([])
  expect(shownMethods.filter((method) => calls.of(method).maxInFlight > poolSize)).toEqual([])
})

test('however often a customer looks, a system that is down is asked for him once in the time a failure stands', async () => {
  const { faults, calls } = home.system.simulator
  await home.setPolicies(policiesFor({ ...undisturbed, retries: 0, failureMemoryMs: 1_000 }))
  await home.ask()
  home.age(undisturbed.t1Ms + 1)
  calls.reset()
  faults.set('all', { kind: 'error', status: 500 })
  const begun = home.now()
  for (let look = 0; look < 100; look++) {
    expect(new Set((await home.ask()).widgets.map(({ state }) => state))).toEqual(new Set(['STALE', 'READY']))
    home.age(100)
  }
  const windows = Math.ceil((home.now() - begun) / 1_000)
  const isOften = (method: ShownMethod) => calls.of(method).total > windows
  const isSeldom = (method: ShownMethod) => calls.of(method).total < windows / 2
  expect([shownMethods.filter(isOften), shownMethods.filter(isSeldom)]).toEqual([[], []])
})

test('systems that only hang hold no more connections than they may, and no home longer than the soft limit', async () => {
  const { faults, calls } = home.system.simulator
  const policy = { ...undisturbed, readTimeoutMs: 500, connectionWaitMs: 100, poolSize: 4, retries: 0 }
  const customers = home.system.simulator.customers.slice(0, 40).map(({ id }) => id)
  await home.setPolicies(policiesFor(undisturbed))
  for (let count = 0; count < 2; count++) await homesOf(customers)
  await home.setPolicies(policiesFor(policy))
  home.age(undisturbed.t1Ms + 1)
  calls.reset()
  faults.set('all', { kind: 'hang' })
  for (const { widgets } of await homesOf(customers))
    for (const { id, state } of widgets) expect([id, state]).toEqual([id, id === 'welcome' ? 'READY' : 'STALE'])
  expect(shownMethods.filter((method) => calls.of(method).maxInFlight > policy.poolSize)).toEqual([])
  await expect.poll(() => shownMethods.filter((method) => calls.of(method).inFlight > 0), { timeout: 10_000 }).toEqual([])
})

/** The homes of customers, twenty at a time. */
async function homesOf(customers: readonly string[]): Promise<Data['mosaic'][]> {
  const homes: Data['mosaic'][] = []
  const left = [...customers.entries()]
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) homes[next[0]] = await home.ask(next[1])
  }
  await Promise.all(Array.from({ length: 20 }, worker))
  return homes
}

function callsByMethod(): Record<ShownMethod, number> {
  const totals = shownMethods.map((method) => [method, home.system.simulator.calls.of(method).total])
  return Object.fromEntries(totals) as Record<ShownMethod, number>
}

/** Shown as it was known before, and called old once it is. */
function expectAsKnown(tile: Tile, known: Tile | undefined, composedAt: string): void {
  const isFresh = tile.id === 'welcome' || tile.freshness.staleAfter > composedAt
  expect(tile).toMatchObject({ state: isFresh ? 'READY' : 'STALE', issue: null, freshness: { fetchedAt: known?.freshness.fetchedAt } })
}

/**
 * The most calls that a system which is down may see in so many rounds of homes: until its circuit opens, each key is asked for once in a
 * round; and a share of that again in repetitions, with those that were saved up before. Then, one probe at a time.
 */
function throttled(method: ShownMethod, keys: number, rounds: number, probes: number): number {
  const { retryBudgetPercent, circuitMinimumCalls }: Policy = methods[method].policy
  const savedRepetitions = 10
  // The circuit sees calls from before the outage too: as many as failed may have been answered.
  const untilOpen = Math.min(keys * rounds, keys + circuitMinimumCalls + poolSize)
  return Math.ceil(untilOpen * (1 + retryBudgetPercent / 100)) + savedRepetitions + probes
}
