import type { ServerResponse } from 'node:http'
import { methodNames, methods, type MethodName, type Policy } from '@mosaic/schemas/bss'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { sendAccount, sendJson, startBackEnd, type BackEnd } from '../testing/back-end.ts'
import { createBss, type Bss, type BssScope } from './bss.ts'
import { createAlone } from './shared/alone.ts'
import { createConnectors } from './connectors/index.ts'

const failureMemoryMs = 1_000
const t1Ms = 10_000
const t2Ms = 60_000
const policy: Policy = {
  ...methods.account.policy,
  readTimeoutMs: 300,
  poolSize: 4,
  connectionWaitMs: 200,
  retries: 0,
  retryWaitMs: 0,
  t1Ms,
  t2Ms,
  failureMemoryMs,
}

let backEnd: BackEnd
let bss: Bss
let now = 0

beforeEach(async () => {
  now = Date.parse('2026-11-22T10:00:00Z')
  backEnd = await startBackEnd()
  bss = createBss({
    connectors: createConnectors({ rest: backEnd.apis }),
    shared: createAlone(),
    cacheBytes: 1_000_000,
    log: createLog('silent'),
    metrics: createMetrics(),
    now: () => now,
  })
})
afterEach(async () => {
  await bss.close()
  await backEnd.close()
})

function scope(changes: Partial<Policy> = {}, params: BssScope['params'] = { customerId: 'C-1', lineId: 'L-1' }): BssScope {
  const policies = Object.fromEntries(methodNames.map((name) => [name, { ...policy, ...changes }])) as Record<MethodName, Policy>
  return { brand: 'aurora', currency: 'EUR', policies, params }
}

const due = async (of: BssScope = scope()) => {
  const outcome = await bss.call(of, 'account')
  return outcome.status === 'ok' ? { due: outcome.value.due.minor, isStale: outcome.isStale } : outcome.code
}
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
    await bss.call(scope(), 'account')
    expect(bss.call(scope(), 'account')).not.toBeInstanceOf(Promise)
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
    expect(await due(scope({ t1Ms: 100 }))).toEqual({ due: 200, isStale: false })
  })

  test('T2 = 0 keeps nothing', async () => {
    const never = scope({ t1Ms: 0, t2Ms: 0 })
    await due(never)
    fails()
    expect(await due(never)).toBe('BSS_UNAVAILABLE')
    expect(bss.cached(never, 'account')).toBeUndefined()
  })

  test('tells when an answer was fetched, turns stale and expires', async () => {
    const outcome = await bss.call(scope(), 'account')
    expect(outcome).toMatchObject({
      source: 'account',
      fetchedAt: new Date(now),
      staleAfter: new Date(now + t1Ms),
      expiresAt: new Date(now + t2Ms),
    })
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
    expect(await due(scope({}, { customerId: 'C-2' }))).toEqual({ due: 200, isStale: false })
  })

  test('brands never share an answer', async () => {
    owes(1)
    await due()
    owes(2)
    expect(await due({ ...scope(), brand: 'borealis' })).toEqual({ due: 200, isStale: false })
  })

  test('an id that looks like a part of a key is only an id', async () => {
    owes(1)
    await due(scope({}, { customerId: 'C-1","x' }))
    owes(2)
    expect(await due(scope({}, { customerId: 'C-1' }))).toEqual({ due: 200, isStale: false })
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
    expect(await bss.call(scope(), 'account')).toEqual({ status: 'failed', code: 'BSS_UNAVAILABLE', retryAfterSeconds: 7 })
  })
})

describe('retries', () => {
  test('a read is repeated as often as the policy says', async () => {
    fails()
    await due(scope({ retries: 2 }))
    expect(backEnd.calls).toBe(3)
  })

  test('a repetition that succeeds is the answer', async () => {
    backEnd.answer = (response) => (backEnd.calls === 1 ? sendJson(response, {}, 503) : sendAccount(response, 4))
    expect(await due(scope({ retries: 1 }))).toEqual({ due: 400, isStale: false })
  })

  test('a bad answer is not asked for again', async () => {
    backEnd.answer = (response) => response.end('garbage')
    await due(scope({ retries: 3 }))
    expect(backEnd.calls).toBe(1)
  })
})

describe('connections', () => {
  test('no more are open than the policy allows; who gets none in time is told', async () => {
    let open = 0
    let most = 0
    backEnd.answer = (response) => {
      most = Math.max(most, ++open)
      response.on('close', () => open--)
    }
    const customers = Array.from({ length: 12 }, (_, index) => scope({ poolSize: 3, connectionWaitMs: 50 }, { customerId: `C-${index}` }))
    const answers = await Promise.all(customers.map((customer) => due(customer)))
    expect(most).toBe(3)
    expect(answers.filter((code) => code === 'BSS_UNAVAILABLE')).toHaveLength(9)
    expect(answers.filter((code) => code === 'BSS_TIMEOUT')).toHaveLength(3)
  })
})

describe('writes', () => {
  const input = { amountMinor: 1_000, idempotencyKey: 'key-0001' }
  const bucket = (euros: number) => [{ id: 'B-1', usageType: 'monetary', remainingValue: { amount: euros, units: 'EUR' } }]
  /** A line with 5 euros; the top-up is answered as the test says. */
  const tops = (answer: (response: ServerResponse) => void) =>
    (backEnd.answer = (response, path) => (path.includes('topupBalance') ? answer(response) : sendJson(response, bucket(5))))

  test('a top-up makes the cached balance obsolete, of its own line only', async () => {
    tops((response) => sendJson(response, { id: 'T-1', status: 'completed' }, 201))
    const other = scope({}, { customerId: 'C-1', lineId: 'L-2' })
    await bss.call(scope(), 'balance')
    await bss.call(other, 'balance')

    expect(await bss.write(scope(), 'topUp', input)).toEqual({ status: 'ok', value: { id: 'T-1', status: 'completed' } })
    expect(bss.cached(scope(), 'balance')).toBeUndefined()
    expect(bss.cached(other, 'balance')).toBeDefined()
  })

  test('a balance that was already on its way when the top-up ended is not kept', async () => {
    let letGo = () => undefined as void
    backEnd.answer = (response, path) => {
      if (path.includes('topupBalance')) sendJson(response, { id: 'T-1', status: 'completed' }, 201)
      else if (backEnd.calls === 1) letGo = () => sendJson(response, bucket(5))
      else sendJson(response, bucket(15))
    }
    const before = bss.call(scope({ readTimeoutMs: 5_000 }), 'balance')
    await expect.poll(() => backEnd.calls).toBe(1)
    await bss.write(scope(), 'topUp', input)
    letGo()
    await before
    const after = await bss.call(scope(), 'balance')
    expect(after.status === 'ok' && after.value.amount?.minor).toBe(1_500)
  })

  test.each([
    { name: 'fails inside', answer: (response: ServerResponse) => sendJson(response, {}, 500), mayHaveHappened: true },
    { name: 'hangs', answer: () => undefined, mayHaveHappened: true },
    { name: 'answers garbage', answer: (response: ServerResponse) => response.end('?'), mayHaveHappened: true },
    { name: 'says no', answer: (response: ServerResponse) => sendJson(response, {}, 409), mayHaveHappened: false },
  ])('a write that $name is sent once; it may have happened: $mayHaveHappened', async ({ answer, mayHaveHappened }) => {
    let writes = 0
    tops((response) => {
      writes++
      answer(response)
    })
    const outcome = await bss.write(scope({ retries: 3 }), 'topUp', input)
    expect(outcome).toMatchObject({ status: 'failed', mayHaveHappened })
    expect(writes).toBe(1)
  })

  test('a write whose preparation fails has not happened', async () => {
    fails()
    expect(await bss.write(scope(), 'topUp', input)).toMatchObject({ status: 'failed', mayHaveHappened: false })
  })
})

test('every read of the contract asks for what its scope says, or refuses to be asked without', () => {
  for (const name of methodNames.filter((method) => method !== 'topUp')) {
    const ask = () => bss.cached(scope({}, {}), name)
    if (methods[name].scope === 'brand') expect(ask()).toBeUndefined()
    else expect(ask).toThrow(TypeError)
  }
})
