import { expect } from 'vitest'
import type { Fault } from '../../simulator/faults/types.ts'
import { shownMethods, tileIds, tilesOf, type ShownMethod, type StruckHome } from './struck-home.ts'
import type { Data, Tile } from './system.ts'

/** One system that is struck, and what is to be seen of it. */
export type Blow = {
  method: ShownMethod
  fault: Fault
  /** The codes that may stand on the tile: a system that is too slow may be given up by the call or by the tile. */
  codes: readonly string[]
  /** How many calls reach the system for one home: repetitions included. */
  calls: number
  retryAfterSeconds?: number
}

export const t1Ms = 60_000
export const t2Ms = 3_600_000
export const failureMemoryMs = 10_000

/** What every blow is struck with: no circuit, so that each is seen alone, and a budget that pays for every repetition. */
export const undisturbed = {
  readTimeoutMs: 10_000,
  connectionWaitMs: 5_000,
  retries: 1,
  retryWaitMs: 0,
  retryBudgetPercent: 100,
  t1Ms,
  t2Ms,
  softWaitMs: 150,
  failureMemoryMs,
  circuitFailurePercent: 0,
}

/** Nothing is known of the system's data: its tiles fail, alone, and the next home asks nobody again. */
export async function strikeCold(home: StruckHome, { method, fault, codes, calls, retryAfterSeconds }: Blow): Promise<void> {
  const { faults, calls: counted } = begin(home, 2 * t2Ms)
  faults.set(method, fault)
  for (const mosaic of [await home.ask(), await home.ask()]) {
    expectReady(mosaic, method)
    for (const tile of struckTiles(mosaic, method)) {
      expect(tile).toMatchObject({ state: 'FAILED', freshness: { source: 'none' }, fallback: { title: titles[tile.id] } })
      expect(codes).toContain(tile.issue?.code)
      expect(tile.issue).toMatchObject({ message: messages[tile.issue?.code ?? ''], retryable: true })
      expect(tile.issue?.retryAfterSeconds ?? undefined).toBe(retryAfterSeconds)
      expect(tile.fallback.body).toMatch(/\S/)
    }
    await expect.poll(() => counted.of(method), { timeout: 10_000 }).toMatchObject({ total: calls, inFlight: 0 })
  }
  expectOneCallEach(home, method)
}

/** Its data is known and older than T1: the tiles show it as before, with the age it has; the next home asks nobody again. */
export async function strikeWarm(home: StruckHome, { method, fault, calls }: Blow): Promise<void> {
  begin(home, 2 * t2Ms)
  const begun = home.now()
  const known = await home.ask()
  const ended = home.now()
  expect(new Set(known.widgets.map(({ state }) => state))).toEqual(new Set(['READY']))

  const { faults, calls: counted } = begin(home, t1Ms + 1)
  faults.set(method, fault)
  for (const mosaic of [await home.ask(), await home.ask()]) {
    expectReady(mosaic, method)
    for (const tile of struckTiles(mosaic, method)) {
      const before = known.widgets.find(({ id }) => id === tile.id)
      expect(tile).toMatchObject({ state: 'STALE', issue: null, fallback: before?.fallback, freshness: { source: method } })
      // A tile is as old as the oldest of its answers.
      expect(Date.parse(tile.freshness.fetchedAt)).toBeGreaterThanOrEqual(begun)
      expect(Date.parse(tile.freshness.fetchedAt)).toBeLessThanOrEqual(ended)
    }
    await expect.poll(() => counted.of(method), { timeout: 10_000 }).toMatchObject({ total: calls, inFlight: 0 })
  }
  expectOneCallEach(home, method)
}

/** The system is well again: once the failure is forgotten, one call brings the tiles back. */
export async function expectRecovery(home: StruckHome, method: ShownMethod): Promise<void> {
  const { calls } = begin(home, failureMemoryMs + 1)
  const begun = home.now()
  const mosaic = await home.ask()
  for (const tile of struckTiles(mosaic, method)) {
    expect(tile).toMatchObject({ state: 'READY', issue: null })
    if (method !== 'bills' && method !== 'account') expect(Date.parse(tile.freshness.fetchedAt)).toBeGreaterThanOrEqual(begun)
  }
  expect(calls.of(method).total).toBe(1)
}

export const titles: Readonly<Record<string, string>> = {
  credit: 'Credito residuo',
  counters: 'I tuoi consumi',
  'latest-bill': 'Ultima fattura',
  'my-lines': 'Le tue linee',
  recharge: 'Ricarica',
  'big-data': 'Un’offerta per te',
}

const slow = 'Ci sta mettendo più del solito. Riprova fra poco.'
const absent = 'Dato non disponibile in questo momento. Riprova fra poco.'
/** What the customer reads: never which system it was. */
export const messages: Readonly<Record<string, string>> = {
  BSS_TIMEOUT: slow,
  DEADLINE: slow,
  BSS_UNAVAILABLE: absent,
  BSS_BAD_ANSWER: absent,
}

/** All is well and so much time has gone by; nothing is counted yet. */
function begin(home: StruckHome, agedMs: number): StruckHome['system']['simulator'] {
  home.age(agedMs)
  home.system.simulator.faults.clear()
  home.system.simulator.calls.reset()
  return home.system.simulator
}

function struckTiles(mosaic: Data['mosaic'], method: ShownMethod): Tile[] {
  const ids: readonly string[] = tilesOf[method]
  return mosaic.widgets.filter(({ id }) => ids.includes(id))
}

/** All the other tiles are there, and new. */
function expectReady(mosaic: Data['mosaic'], struck: ShownMethod): void {
  const ids: readonly string[] = tilesOf[struck]
  const others = tileIds.filter((id) => !ids.includes(id))
  const states = Object.fromEntries(mosaic.widgets.map(({ id, state }) => [id, state]))
  expect(states).toMatchObject(Object.fromEntries(others.map((id) => [id, 'READY'])))
  expect(Object.keys(states).sort()).toEqual([...tileIds].sort())
}

function expectOneCallEach({ system }: StruckHome, struck: ShownMethod): void {
  const others = shownMethods.filter((name) => name !== struck)
  expect(others.map((name) => [name, system.simulator.calls.of(name).total])).toEqual(others.map((name) => [name, 1]))
}
