import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sendAccount, sendJson, startBackEnd, type BackEnd } from '../testing/back-end.ts'
import { openInstance, owed, quickPolicy, scopeWith, type Instance } from './testing/instances.ts'

const { t1Ms, t2Ms, failureMemoryMs } = quickPolicy

let backEnd: BackEnd
let instance: Instance
let now = 0

beforeEach(async () => {
  now = Date.parse('2026-11-22T10:00:00Z')
  backEnd = await startBackEnd()
  instance = openInstance({ backEnd, now: () => now })
})
afterEach(async () => {
  await instance.bss.close()
  await backEnd.close()
})

const due = (scope = scopeWith()) => owed(instance, scope)
const owes = (euros: number) => (backEnd.answer = (response) => sendAccount(response, euros))
const fails = () => (backEnd.answer = (response) => sendJson(response, {}, 500))

describe('T1 and T2', () => {
  // The age of the cached answer, what the back-end does, what is served, and how many calls it costs.
  const table = [
    { age: t1Ms - 1, backEndIs: 'up', served: { due: 100, isStale: false }, calls: 0 },
    { age: t1Ms - 1, backEndIs: 'down', served: { due: 100, isStale: false }, calls: 0 },
    { age: t1Ms, backEndIs: 'up', served: { due: 200, isStale: false }, calls: 1 },
    { age: t1Ms, backEndIs: 'down', served: { due: 100, isStale: true }, calls: 1 },
    { age: t2Ms - 1, backEndIs: 'up', served: { due: 200, isStale: false }, calls: 1 },
    { age: t2Ms - 1, backEndIs: 'down', served: { due: 100, isStale: true }, calls: 1 },
    { age: t2Ms, backEndIs: 'up', served: { due: 200, isStale: false }, calls: 1 },
    { age: t2Ms, backEndIs: 'down', served: 'BSS_UNAVAILABLE', calls: 1 },
  ]
  test.each(table)('at age $age with the back-end $backEndIs', async ({ age, backEndIs, served, calls }) => {
    owes(1)
    await due()
    backEnd.calls = 0
    now += age
    if (backEndIs === 'up') owes(2)
    else fails()

    expect(await due()).toEqual(served)
    expect(backEnd.calls).toBe(calls)
  })

  test('a fresh answer is served synchronously', async () => {
    await instance.bss.call(scopeWith(), 'account')
    expect(instance.bss.call(scopeWith(), 'account')).not.toBeInstanceOf(Promise)
  })

  test('an answer that turns too old while the back-end is being asked is not served', async () => {
    owes(1)
    await due()
    now += t2Ms - 1
    backEnd.answer = (response) => {
      now += 1
      sendJson(response, {}, 500)
    }
    expect(await due()).toBe('BSS_UNAVAILABLE')
  })

  test('a new policy holds at once for what is already cached', async () => {
    owes(1)
    await due()
    now += 100
    owes(2)
    expect(await due(scopeWith({ t1Ms: 100 }))).toEqual({ due: 200, isStale: false })
  })

  test('T2 = 0 keeps nothing', async () => {
    const never = scopeWith({ t1Ms: 0, t2Ms: 0 })
    await due(never)
    fails()
    expect(await due(never)).toBe('BSS_UNAVAILABLE')
    expect(instance.bss.cached(never, 'account')).toBeUndefined()
  })

  test('tells when an answer was fetched, turns stale and expires', async () => {
    const outcome = await instance.bss.call(scopeWith(), 'account')
    expect(outcome).toMatchObject({
      source: 'account',
      fetchedAt: new Date(now),
      staleAfter: new Date(now + t1Ms),
      expiresAt: new Date(now + t2Ms),
    })
  })
})

describe('between T1 and T2', () => {
  const aging = async () => {
    owes(1)
    await due()
    now += t1Ms
    backEnd.calls = 0
  }

  test('the newer answer is waited for up to the soft limit, then the cached one is served and the newer one comes behind', async () => {
    await aging()
    let letGo = () => undefined as void
    backEnd.answer = (response) => void (letGo = () => sendAccount(response, 2))
    const patient = { softWaitMs: 60, readTimeoutMs: 10_000 }
    expect(await due(scopeWith(patient))).toEqual({ due: 100, isStale: true })
    // Who comes later has not to wait again: the limit counts from the question.
    expect(instance.bss.call(scopeWith(patient), 'account')).not.toBeInstanceOf(Promise)
    letGo()
    await expect.poll(() => due(scopeWith(patient))).toEqual({ due: 200, isStale: false })
    expect(backEnd.calls).toBe(1)
  })

  test('without a cached one the soft limit means nothing: the answer is waited for', async () => {
    backEnd.answer = (response) => void setTimeout(() => sendAccount(response, 2), 100)
    expect(await due(scopeWith({ softWaitMs: 10, readTimeoutMs: 10_000 }))).toEqual({ due: 200, isStale: false })
  })

  test('however many give up waiting, it is one call, and its answer is kept', async () => {
    await aging()
    backEnd.answer = (response) => void setTimeout(() => sendAccount(response, 2), 150)
    const hasty = { softWaitMs: 20, readTimeoutMs: 10_000 }
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => due(scopeWith(hasty))))
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify({ due: 100, isStale: true })]))
    await expect.poll(() => due(scopeWith(hasty))).toEqual({ due: 200, isStale: false })
    expect(backEnd.calls).toBe(1)
  })

  test('with refresh behind, the cached one is served at once, and the newer one to the next', async () => {
    await aging()
    owes(2)
    const behind = { refresh: 'behind' } as const
    expect(instance.bss.call(scopeWith(behind), 'account')).toMatchObject({ isStale: true, value: { due: { minor: 100 } } })
    await expect.poll(() => due(scopeWith(behind))).toEqual({ due: 200, isStale: false })
    expect(backEnd.calls).toBe(1)
  })

  test('a refresh behind that fails is nobody’s trouble, and is not tried again at once', async () => {
    await aging()
    fails()
    const behind = { refresh: 'behind' } as const
    for (let index = 0; index < 5; index++) {
      expect(await due(scopeWith(behind))).toEqual({ due: 100, isStale: true })
      await expect.poll(() => backEnd.calls).toBe(1)
    }
  })

  test.each([
    { staleOn: 'anyFailure', failing: 'is down', served: { due: 100, isStale: true } },
    { staleOn: 'anyFailure', failing: 'answers garbage', served: { due: 100, isStale: true } },
    { staleOn: 'outage', failing: 'is down', served: { due: 100, isStale: true } },
    { staleOn: 'outage', failing: 'answers garbage', served: 'BSS_BAD_ANSWER' },
    { staleOn: 'never', failing: 'is down', served: 'BSS_UNAVAILABLE' },
  ] as const)('with staleOn $staleOn, a back-end that $failing', async ({ staleOn, failing, served }) => {
    await aging()
    if (failing === 'is down') fails()
    else backEnd.answer = (response) => response.end('garbage')
    expect(await due(scopeWith({ staleOn }))).toEqual(served)
    expect(await due(scopeWith({ staleOn }))).toEqual(served)
  })

  test('with staleOn never, the cached one is not served for being quick either', async () => {
    await aging()
    backEnd.answer = (response) => void setTimeout(() => sendAccount(response, 2), 100)
    expect(await due(scopeWith({ staleOn: 'never', softWaitMs: 10 }))).toEqual({ due: 200, isStale: false })
    now += t1Ms
    expect(instance.bss.cached(scopeWith({ staleOn: 'never' }), 'account')).toBeUndefined()
  })

  test('an answer that turns too old while it could have stood in is waited for after all', async () => {
    await aging()
    now = now - t1Ms + t2Ms - 1
    backEnd.answer = (response) => {
      now += 1
      setTimeout(() => sendAccount(response, 2), 100)
    }
    expect(await due(scopeWith({ softWaitMs: 20 }))).toEqual({ due: 200, isStale: false })
  })
})

describe('one flight per key', () => {
  test('1,000 callers at once cost one call, and all get its answer', async () => {
    owes(3)
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => due()))
    expect(backEnd.calls).toBe(1)
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"due":300,"isStale":false}']))
  })

  test('1,000 callers at once share one failure', async () => {
    fails()
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => due()))
    expect(backEnd.calls).toBe(1)
    expect(new Set(answers)).toEqual(new Set(['BSS_UNAVAILABLE']))
  })

  test('customers never share an answer', async () => {
    owes(1)
    await due()
    owes(2)
    expect(await due(scopeWith({}, { customerId: 'C-2' }))).toEqual({ due: 200, isStale: false })
  })

  test('brands never share an answer', async () => {
    owes(1)
    await due()
    owes(2)
    expect(await due({ ...scopeWith(), brand: 'borealis' })).toEqual({ due: 200, isStale: false })
  })

  test('an id that looks like a part of a key is only an id', async () => {
    owes(1)
    await due(scopeWith({}, { customerId: 'C-1","x' }))
    owes(2)
    expect(await due(scopeWith({}, { customerId: 'C-1' }))).toEqual({ due: 200, isStale: false })
  })
})

describe('failures', () => {
  test('a failure stands for a moment, then the back-end is asked again', async () => {
    fails()
    await due()
    owes(1)
    now += failureMemoryMs - 1
    expect(await due()).toBe('BSS_UNAVAILABLE')
    expect(backEnd.calls).toBe(1)
    now += 1
    expect(await due()).toEqual({ due: 100, isStale: false })
    expect(backEnd.calls).toBe(2)
  })

  test('while a failure stands, a stale answer is served without asking', async () => {
    owes(1)
    await due()
    now += t1Ms
    fails()
    await due()
    backEnd.calls = 0
    expect(await due()).toEqual({ due: 100, isStale: true })
    expect(backEnd.calls).toBe(0)
  })

  test.each([
    { name: 'hangs', answer: () => undefined, code: 'BSS_TIMEOUT' },
    { name: 'hangs after the headers', answer: (response: ServerResponse) => response.writeHead(200).flushHeaders(), code: 'BSS_TIMEOUT' },
    { name: 'cuts the connection', answer: (response: ServerResponse) => response.destroy(), code: 'BSS_UNAVAILABLE' },
    { name: 'sends HTML', answer: (response: ServerResponse) => response.end('<html>'), code: 'BSS_BAD_ANSWER' },
    { name: 'sends the wrong shape', answer: (response: ServerResponse) => sendJson(response, [{ id: 'A-1' }]), code: 'BSS_BAD_ANSWER' },
    { name: 'sends a list of nothing sensible', answer: (response: ServerResponse) => sendJson(response, [1, 2]), code: 'BSS_BAD_ANSWER' },
    { name: 'redirects', answer: (response: ServerResponse) => sendJson(response, {}, 302, { location: '/' }), code: 'BSS_BAD_ANSWER' },
    { name: 'knows nothing', answer: (response: ServerResponse) => sendJson(response, {}, 404), code: 'BSS_BAD_ANSWER' },
  ])('a back-end that $name gives $code', async ({ answer, code }) => {
    backEnd.answer = answer
    expect(await due()).toBe(code)
  })

  test('a back-end that is not there gives BSS_UNAVAILABLE', async () => {
    await backEnd.close()
    expect(await due()).toBe('BSS_UNAVAILABLE')
  })

  test('Retry-After reaches the outcome', async () => {
    backEnd.answer = (response) => sendJson(response, {}, 503, { 'retry-after': '7' })
    expect(await instance.bss.call(scopeWith(), 'account')).toEqual({ status: 'failed', code: 'BSS_UNAVAILABLE', retryAfterSeconds: 7 })
  })
})
