import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '../../../simulator/faults/types.ts'
import { expectRecovery, strikeCold, strikeWarm, undisturbed } from '../../testing/strike.ts'
import { policiesFor, startStruckHome, type StruckHome } from '../../testing/struck-home.ts'

/* Systems that take too long: what every tile of the home shows, and how many calls reach the system. Its neighbours have all the time there is. */

const readTimeoutMs = 250
let home: StruckHome
beforeAll(async () => {
  home = await startStruckHome({})
})
afterEach(() => home.system.simulator.reset())
afterAll(() => home.system.close())

const faults: { name: string; fault: Fault }[] = [
  { name: 'hangs', fault: { kind: 'hang' } },
  { name: 'hangs after the headers', fault: { kind: 'hangAfterHeaders' } },
  { name: 'dribbles', fault: { kind: 'slowBody', chunkBytes: 8, intervalMs: 50 } },
  { name: 'is late', fault: { kind: 'latency', ms: 20 * readTimeoutMs } },
]

describe.each(['balance', 'usage', 'account'] as const)('%s', (method) => {
  beforeAll(() => home.setPolicies(policiesFor(undisturbed, { method, changes: { readTimeoutMs } })))

  test.each(faults)('that $name', async ({ fault }) => {
    const blow = { method, fault, codes: ['BSS_TIMEOUT', 'DEADLINE'], calls: 2 }
    await strikeCold(home, blow)
    await expectRecovery(home, method)
    await strikeWarm(home, blow)
  })
})

test('what is known keeps nobody longer than the soft limit', async () => {
  await home.setPolicies(policiesFor(undisturbed, { method: 'balance', changes: { readTimeoutMs } }))
  const waits: number[] = []
  for (let count = 0; count < 3; count++) {
    home.system.simulator.reset()
    home.age(2 * undisturbed.t2Ms)
    await home.ask()
    home.age(undisturbed.t1Ms + 1)
    home.system.simulator.faults.set('balance', { kind: 'hang' })
    const begun = performance.now()
    await home.ask()
    waits.push(performance.now() - begun)
    await expect.poll(() => home.system.simulator.calls.of('balance'), { timeout: 10_000 }).toMatchObject({ inFlight: 0, total: 3 })
  }
  // The best of three: a machine that is busy with other things is late, and never early.
  expect(Math.min(...waits)).toBeGreaterThan(undisturbed.softWaitMs - 10)
  expect(Math.min(...waits)).toBeLessThan(readTimeoutMs)
})

test('a usage query that the system works on for a while is waited for', async () => {
  await home.setPolicies(policiesFor(undisturbed))
  home.age(2 * undisturbed.t2Ms)
  home.system.simulator.faults.set('usage', { kind: 'asynchronous', afterMs: 120 })
  const states = (await home.ask()).widgets.map(({ state }) => state)
  expect(new Set(states)).toEqual(new Set(['READY']))
  // The query, and once or twice its task.
  expect(home.system.simulator.calls.of('usage').total).toBeGreaterThan(1)
  expect(home.system.simulator.calls.of('usage').total).toBeLessThan(5)
})
