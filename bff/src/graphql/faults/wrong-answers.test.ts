import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '../../../simulator/faults/types.ts'
import { expectRecovery, strikeCold, strikeWarm, undisturbed } from '../../testing/strike.ts'
import { policiesFor, shownMethods, startStruckHome, type StruckHome } from '../../testing/struck-home.ts'

/* Systems that answer at once, and wrongly: what every tile of the home shows, and how many calls reach the system. */

let home: StruckHome
beforeAll(async () => {
  // Nobody here is slow but the machine: a home waits for its other systems however busy that is.
  home = await startStruckHome(policiesFor({ ...undisturbed, softWaitMs: 5_000 }))
})
afterEach(() => home.system.simulator.reset())
afterAll(() => home.system.close())

const faults: { name: string; fault: Fault; code: string; calls: number; retryAfterSeconds?: number }[] = [
  { name: 'answers 500', fault: { kind: 'error' }, code: 'BSS_UNAVAILABLE', calls: 2 },
  {
    name: 'wants to be left alone for a while',
    fault: { kind: 'error', status: 503, retryAfterSeconds: 30 },
    code: 'BSS_UNAVAILABLE',
    calls: 1,
    retryAfterSeconds: 30,
  },
  { name: 'has had too many calls', fault: { kind: 'error', status: 429 }, code: 'BSS_UNAVAILABLE', calls: 2 },
  { name: 'does not know the customer', fault: { kind: 'error', status: 404 }, code: 'BSS_BAD_ANSWER', calls: 1 },
  { name: 'cuts the connection', fault: { kind: 'reset' }, code: 'BSS_UNAVAILABLE', calls: 2 },
  { name: 'cuts the connection in the middle of its answer', fault: { kind: 'reset', afterBytes: 20 }, code: 'BSS_UNAVAILABLE', calls: 2 },
  { name: 'answers a page of HTML', fault: { kind: 'garbage' }, code: 'BSS_BAD_ANSWER', calls: 1 },
  { name: 'answers half of its JSON', fault: { kind: 'garbage', body: 'truncated' }, code: 'BSS_BAD_ANSWER', calls: 1 },
  { name: 'answers bytes', fault: { kind: 'garbage', body: 'binary' }, code: 'BSS_BAD_ANSWER', calls: 1 },
  { name: 'answers nothing', fault: { kind: 'garbage', body: 'empty' }, code: 'BSS_BAD_ANSWER', calls: 1 },
  { name: 'answers other types', fault: { kind: 'wrongTypes' }, code: 'BSS_BAD_ANSWER', calls: 1 },
  { name: 'answers without an end', fault: { kind: 'hugeBody' }, code: 'BSS_BAD_ANSWER', calls: 1 },
  { name: 'leads elsewhere', fault: { kind: 'redirect' }, code: 'BSS_BAD_ANSWER', calls: 1 },
]

describe.each(faults)('a system that $name', ({ fault, code, calls, retryAfterSeconds }) => {
  test.each(shownMethods)('%s', async (method) => {
    const blow = { method, fault, codes: [code], calls, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
    await strikeCold(home, blow)
    await expectRecovery(home, method)
    await strikeWarm(home, blow)
    expect(home.system.simulator.calls.followedRedirects()).toBe(0)
  })
})

describe('faults that the customer never notices', () => {
  test.each<[string, Fault]>([
    ['is late, but in time', { kind: 'latency', ms: 20, jitterMs: 20 }],
    ['dribbles, but in time', { kind: 'slowBody', chunkBytes: 2_000, intervalMs: 1 }],
    ['writes as it likes', { kind: 'sloppy' }],
    ['fails once', { kind: 'error', times: 1 }],
  ])('a system that %s', async (_, fault) => {
    for (const method of shownMethods) home.system.simulator.faults.set(method, fault)
    home.age(2 * undisturbed.t2Ms)
    const states = (await home.ask()).widgets.map(({ state }) => state)
    expect(new Set(states)).toEqual(new Set(['READY']))
    const calls = 'times' in fault ? 2 : 1
    for (const method of shownMethods) expect([method, home.system.simulator.calls.of(method).total]).toEqual([method, calls])
  })
})
