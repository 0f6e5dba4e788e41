import type { ServerResponse } from 'node:http'
import { methods } from '@mosaic/schemas/bss'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sendJson, startBackEnd, type BackEnd } from '../testing/back-end.ts'
import { openInstance, scopeWith, type Instance } from './testing/instances.ts'

let backEnd: BackEnd
let instance: Instance
/** What the clock is ahead of the real one, in milliseconds. */
let ahead = 0

beforeEach(async () => {
  backEnd = await startBackEnd()
  ahead = 0
  instance = openInstance({ backEnd, now: () => Date.now() + ahead })
})
afterEach(async () => {
  await instance.bss.close()
  await backEnd.close()
})

const fails = () => (backEnd.answer = (response) => sendJson(response, {}, 500))

describe('writes', () => {
  const input = { amountMinor: 1_000, idempotencyKey: 'key-0001' }
  const bucket = (euros: number) => [{ id: 'B-1', usageType: 'monetary', remainingValue: { amount: euros, units: 'EUR' } }]
  /** A line with 5 euros; the top-up is answered as the test says. */
  const tops = (answer: (response: ServerResponse) => void) =>
    (backEnd.answer = (response, path) => (path.includes('topupBalance') ? answer(response) : sendJson(response, bucket(5))))

  test('a top-up makes the cached balance obsolete, of its own line only', async () => {
    tops((response) => sendJson(response, { id: 'T-1', status: 'completed' }, 201))
    const other = scopeWith({}, { customerId: 'C-1', lineId: 'L-2' })
    await instance.bss.call(scopeWith(), 'balance')
    await instance.bss.call(other, 'balance')

    expect(await instance.bss.write(scopeWith(), 'topUp', input)).toEqual({ status: 'ok', value: { id: 'T-1', status: 'completed' } })
    expect(instance.bss.cached(scopeWith(), 'balance')).toBeUndefined()
    expect(instance.bss.cached(other, 'balance')).toBeDefined()
  })

  test('whom it changes beside the line is forgotten as well', async () => {
    tops((response) => sendJson(response, { id: 'T-1', status: 'completed' }, 201))
    const [other, third] = ['L-2', 'L-3'].map((lineId) => scopeWith({}, { customerId: 'C-1', lineId }))
    if (!other || !third) throw new Error('no lines')
    for (const scope of [scopeWith(), other, third]) await instance.bss.call(scope, 'balance')
    await instance.bss.write(scopeWith(), 'topUp', input, [other])
    expect([scopeWith(), other, third].map((scope) => instance.bss.cached(scope, 'balance') !== undefined)).toEqual([false, false, true])
  })

  test('a balance that was already on its way when the top-up ended is not kept', async () => {
    let letGo = () => undefined as void
    backEnd.answer = (response, path) => {
      if (path.includes('topupBalance')) sendJson(response, { id: 'T-1', status: 'completed' }, 201)
      else if (backEnd.calls === 1) letGo = () => sendJson(response, bucket(5))
      else sendJson(response, bucket(15))
    }
    const before = instance.bss.call(scopeWith({ readTimeoutMs: 5_000 }), 'balance')
    await expect.poll(() => backEnd.calls).toBe(1)
    await instance.bss.write(scopeWith(), 'topUp', input)
    letGo()
    await before
    const after = await instance.bss.call(scopeWith(), 'balance')
    expect(after.status === 'ok' && after.value.amount?.minor).toBe(1_500)
  })

  test.each([
    { name: 'fails inside', answer: (response: ServerResponse) => sendJson(response, {}, 500), mayHaveHappened: true },
    { name: 'hangs', answer: () => undefined, mayHaveHappened: true },
    { name: 'answers garbage', answer: (response: ServerResponse) => response.end('?'), mayHaveHappened: true },
    { name: 'says no', answer: (response: ServerResponse) => sendJson(response, {}, 422), mayHaveHappened: false },
    { name: 'says that something is in the way', answer: (response: ServerResponse) => sendJson(response, {}, 409), mayHaveHappened: true },
  ])('a write that $name is sent once; it may have happened: $mayHaveHappened', async ({ answer, mayHaveHappened }) => {
    let writes = 0
    tops((response) => {
      writes++
      answer(response)
    })
    const outcome = await instance.bss.write(scopeWith({ retries: 3 }), 'topUp', input)
    expect(outcome).toMatchObject({ status: 'failed', mayHaveHappened })
    expect(writes).toBe(1)
  })

  test('a write whose preparation fails has not happened', async () => {
    fails()
    expect(await instance.bss.write(scopeWith(), 'topUp', input)).toMatchObject({ status: 'failed', mayHaveHappened: false })
  })

  describe.each([
    ['pending', (response: ServerResponse) => sendJson(response, { id: 'T-1', status: 'created' }, 201)],
    ['not answered', () => undefined],
  ])('a top-up that is %s', (_name, answer) => {
    let credit = 5
    const creditOf = async () => {
      const found = await instance.bss.call(scopeWith(), 'balance')
      return found.status === 'ok' ? [found.value.amount?.minor, found.isStale] : found.code
    }
    beforeEach(() => {
      credit = 5
      backEnd.answer = (response, path) => (path.includes('topupBalance') ? answer(response) : sendJson(response, bucket(credit)))
    })

    test('shows its effect at the first look after it has come, however young what was seen before it is', async () => {
      await instance.bss.write(scopeWith(), 'topUp', input)
      expect(await creditOf()).toEqual([500, false])
      credit = 15
      expect(await creditOf()).toEqual([1_500, false])
    })

    test('is asked about no longer than it may take', async () => {
      await instance.bss.write(scopeWith(), 'topUp', input)
      ahead = methods.topUp.settlesWithinMs ?? 0
      await creditOf()
      backEnd.calls = 0
      expect(await creditOf()).toEqual([500, false])
      expect(backEnd.calls).toBe(0)
    })

    test('leaves what was seen to stand in for a system that then fails', async () => {
      await instance.bss.write(scopeWith(), 'topUp', input)
      await creditOf()
      fails()
      expect(await creditOf()).toEqual([500, true])
    })
  })
})
