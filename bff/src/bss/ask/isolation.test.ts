import { afterEach, beforeEach, expect, test } from 'vitest'
import { sendAccount, sendJson, startBackEnd, type BackEnd } from '../../testing/back-end.ts'
import { openInstance, scopeWith, type Instance } from '../testing/instances.ts'

/* A method that hangs, beside one that works: under more load than it can bear, the other does not notice. */

let backEnd: BackEnd
let instance: Instance
let hanging = 0
let most = 0

beforeEach(async () => {
  ;[hanging, most] = [0, 0]
  backEnd = await startBackEnd()
  backEnd.answer = (response, path) => {
    if (!path.includes('prepayBalance')) return sendAccount(response, 1)
    most = Math.max(most, ++hanging)
    response.on('close', () => hanging--)
  }
  instance = openInstance({ backEnd })
})
afterEach(async () => {
  await instance.bss.close()
  await backEnd.close()
})

const pool = { poolSize: 4, connectionWaitMs: 150, readTimeoutMs: 200, circuitFailurePercent: 0, failureMemoryMs: 0 }
/** What works has all the time it wants: that a machine is busy is not what is tested. */
const patient = { ...pool, connectionWaitMs: 20_000, readTimeoutMs: 20_000 }
const ask = (method: 'balance' | 'account', index: number, policy = method === 'balance' ? pool : patient) =>
  Promise.resolve(instance.bss.call(scopeWith(policy, { customerId: `C-${index}`, lineId: `L-${index}` }), method))
const count = <T>(times: number, make: (index: number) => T) => Array.from({ length: times }, (_, index) => make(index))
const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length

test('it takes no connection, no wait, no timer and no memory from the other', async () => {
  const before = timers()
  const stuck = count(500, (index) => ask('balance', index))
  const others = await Promise.all(count(50, (index) => ask('account', index)))
  expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['ok']))
  // As many as have their places: on a busy machine their time may be up by now.
  expect(most).toBe(4)

  const answers = await Promise.all(stuck)
  expect(most).toBe(4)
  // Four got a connection and no answer in time; the line holds sixteen for each connection; the rest was told at once.
  const codes = answers.map((answer) => (answer.status === 'failed' ? answer.code : answer.status))
  expect(codes.filter((code) => code === 'BSS_TIMEOUT').length).toBeGreaterThanOrEqual(4)
  expect(codes.filter((code) => code === 'BSS_UNAVAILABLE').length).toBeGreaterThanOrEqual(500 - 4 - 4 * 16)
  await expect.poll(() => hanging, { timeout: 10_000 }).toBe(0)
  // Fewer than there were connections: whoever runs the test has a timer of his own now and then.
  await expect.poll(timers, { timeout: 10_000 }).toBeLessThan(before + 4)
})

test('once it answers again it is asked again, and nothing is left of before', async () => {
  await Promise.all(count(100, (index) => ask('balance', index)))
  backEnd.answer = (response) => sendJson(response, [{ id: 'B-1', usageType: 'monetary', remainingValue: { amount: 5, units: 'EUR' } }])
  const answers = await Promise.all(count(20, (index) => ask('balance', 1_000 + index, patient)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['ok']))
})
