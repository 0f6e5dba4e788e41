import { connect } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { createContract, hasContracts } from '../testing/contract.ts'
import { paths } from '../tmf/paths.ts'
import { parseFaults } from './parse.ts'
import { createFaults } from './registry.ts'
import { makeSloppy } from './sloppy.ts'
import { deviations, faultSchemas, type Deviation, type Fault } from './types.ts'

const bucket = `${paths.bucket}?product.id=L-0009-1`

describe('faults on demand', () => {
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
  })
  beforeEach(() => simulator.reset())
  afterAll(() => simulator.close())

  const read = (path = bucket, init: RequestInit = {}) => fetch(`${simulator.url}${path}`, init)
  const admin = (method: string, path: string, body?: unknown) =>
    fetch(`${simulator.url}/_simulator${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })

  /** What comes over the wire until the peer ends or `until` is in it. */
  const raw = async (until?: string) => {
    const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1')
    let text = ''
    let error: unknown
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1')
      if (until && text.includes(until)) socket.destroy()
    })
    socket.on('error', (cause) => (error = cause))
    socket.write(`GET ${bucket} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)
    await new Promise((resolve) => socket.once('close', resolve))
    return { text, error }
  }

  test('are put, listed and taken away by HTTP, a method at a time or for all', async () => {
    const put = await admin('PUT', '/faults/balance', { kind: 'error', status: 503, retryAfterSeconds: 7 })
    expect(put.status).toBe(200)
    const struck = await read()
    expect([struck.status, struck.headers.get('retry-after')]).toEqual([503, '7'])
    expect((await read(`${paths.customer}/C-0001`)).status).toBe(200)
    expect(await (await admin('GET', '/faults')).json()).toEqual({ balance: [{ kind: 'error', status: 503, retryAfterSeconds: 7 }] })
    expect((await admin('DELETE', '/faults/balance')).status).toBe(204)
    expect((await read()).status).toBe(200)

    await admin('PUT', '/faults/all', [{ kind: 'latency', ms: 1 }, { kind: 'error' }])
    expect((await read()).status).toBe(500)
    expect((await read(`${paths.customer}/C-0001`)).status).toBe(500)
    expect((await admin('DELETE', '/faults')).status).toBe(204)
    expect((await read(`${paths.customer}/C-0001`)).status).toBe(200)
  })

  test.each<[string, unknown, number, string]>([
    ['balances', { kind: 'hang' }, 404, 'Use one of customer, party'],
    ['balance', {}, 400, 'kind: expected one of latency'],
    ['balance', { kind: 'toString' }, 400, 'kind: expected one of latency'],
    ['balance', { kind: 'latency' }, 400, 'latency'],
    ['balance', { kind: 'latency', ms: -1 }, 400, 'latency.ms: must be >= 0, got -1'],
    ['balance', { kind: 'latency', ms: 5, rate: 2 }, 400, 'latency.rate: must be <= 1, got 2'],
    ['balance', { kind: 'error', status: 200 }, 400, 'error.status: must be >= 400, got 200'],
    ['balance', { kind: 'error', colour: 'red' }, 400, 'there is no setting "colour". Settings: rate, times'],
    ['balance', { kind: 'sloppy', deviations: ['late'] }, 400, 'sloppy.deviations/0'],
    ['balance', { kind: 'redirect', location: 'javascript:alert(1)' }, 400, 'redirect.location'],
    ['balance', [], 400, 'Expected 1 to 8 faults, got 0'],
    ['balance', [{ kind: 'hang' }, { kind: 'hung' }], 400, '[1]kind: expected one of'],
  ])('a fault for %s of %j is refused with words', async (method, body, status, words) => {
    const response = await admin('PUT', `/faults/${method}`, body)
    expect(response.status).toBe(status)
    expect(((await response.json()) as { message: string }).message).toContain(words)
    expect(simulator.faults.list()).toEqual({})
  })

  test('cannot be put by a web page from elsewhere, nor by a foreign name for this machine', async () => {
    const put = (headers: Record<string, string>) =>
      read('/_simulator/faults/balance', {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"kind":"hang"}',
      })
    expect((await put({ origin: 'https://example.com' })).status).toBe(403)
    expect((await put({ origin: 'null' })).status).toBe(403)
    expect((await put({ origin: 'http://localhost:4000' })).status).toBe(200)
    const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1')
    socket.write('POST /_simulator/reset HTTP/1.1\r\nHost: rebound.example.com\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
    const [chunk] = (await once(socket, 'data')) as [Buffer]
    expect(chunk.toString()).toContain('403')
    socket.destroy()
  })

  test('strike the share of the calls they are for: the same calls every time', () => {
    const strikes = (seed: number) => {
      const faults = createFaults(seed)
      faults.set('balance', { kind: 'error', rate: 0.3 })
      return Array.from({ length: 1_000 }, () => faults.strike('balance').length)
    }
    const first = strikes(1)
    const share = first.filter((count) => count > 0).length / 1_000
    expect(share).toBeGreaterThan(0.25)
    expect(share).toBeLessThan(0.35)
    expect(strikes(1)).toEqual(first)
    expect(strikes(2)).not.toEqual(first)
  })

  test('end after so many strikes', async () => {
    simulator.faults.set('balance', { kind: 'error', times: 2 })
    const statuses = []
    for (let count = 0; count < 3; count++) statuses.push((await read()).status)
    expect(statuses).toEqual([500, 500, 200])
    expect(simulator.faults.get('balance')).toEqual([])
  })

  test('are counted, with what was answered', async () => {
    simulator.faults.set('balance', { kind: 'error', times: 1 })
    await read()
    await read()
    await read(`${paths.bucket}/nobody`)
    expect(simulator.calls.of('balance')).toEqual({
      total: 3,
      faulted: 1,
      inFlight: 0,
      maxInFlight: 1,
      statuses: { 500: 1, 200: 1, 404: 1 },
    })
    expect(await (await admin('GET', '/calls')).json()).toMatchObject({
      balance: { total: 3 },
      customer: { total: 0 },
      followedRedirects: 0,
    })
    expect((await admin('POST', '/reset')).status).toBe(204)
    expect(simulator.calls.of('balance').total).toBe(0)
  })

  test('hang: nothing comes, until the caller hangs up', async () => {
    simulator.faults.set('balance', { kind: 'hang' })
    const abort = new AbortController()
    const answer = read(bucket, { signal: abort.signal }).then(
      () => 'answered',
      () => 'given up',
    )
    await expect.poll(() => simulator.calls.of('balance').inFlight).toBe(1)
    abort.abort()
    expect(await answer).toBe('given up')
    await expect.poll(() => simulator.calls.of('balance')).toMatchObject({ inFlight: 0, statuses: {} })
  })

  test('hangAfterHeaders: the status comes, the body does not', async () => {
    simulator.faults.set('balance', { kind: 'hangAfterHeaders' })
    const abort = new AbortController()
    const response = await read(bucket, { signal: abort.signal })
    expect(response.status).toBe(200)
    const body = response.text().then(
      () => 'read',
      () => 'given up',
    )
    abort.abort()
    expect(await body).toBe('given up')
  })

  test('slowBody: the same answer, in many pieces', async () => {
    const whole = await (await read()).text()
    simulator.faults.set('balance', { kind: 'slowBody', chunkBytes: 64, intervalMs: 1 })
    const response = await read()
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(whole)))
    expect(await response.text()).toBe(whole)
  })

  test('reset: the connection is cut, before the answer or in the middle of it', async () => {
    simulator.faults.set('balance', { kind: 'reset' })
    const before = await raw()
    expect(before.text).toBe('')
    expect(before.error).toMatchObject({ code: 'ECONNRESET' })
    simulator.faults.set('balance', { kind: 'reset', afterBytes: 20 })
    await expect(read().then((response) => response.text())).rejects.toThrow(TypeError)
  })

  test('garbage: 200 and JSON it says, and none it is', async () => {
    for (const body of ['html', 'truncated', 'binary', 'empty'] as const) {
      simulator.faults.set('balance', { kind: 'garbage', body })
      const response = await read()
      expect(response.headers.get('content-type')).toContain('application/json')
      await expect(response.json()).rejects.toThrow(SyntaxError)
    }
  })

  test('hugeBody: a list without an end in sight', async () => {
    simulator.faults.set('balance', { kind: 'hugeBody', bytes: 3_000_000 })
    const text = await (await read()).text()
    expect(text.length).toBeGreaterThan(3_000_000)
    expect(text.startsWith('[{"id":"filler"')).toBe(true)
    // A reader who has had enough ends it.
    simulator.faults.set('balance', { kind: 'hugeBody', bytes: 1_073_741_824 })
    await raw('filler')
    await expect.poll(() => simulator.calls.of('balance').inFlight).toBe(0)
  })

  test('redirect: led to a place that counts who follows', async () => {
    simulator.faults.set('balance', { kind: 'redirect' })
    expect((await read(bucket, { redirect: 'manual' })).status).toBe(302)
    expect(simulator.calls.followedRedirects()).toBe(0)
    await read()
    expect(simulator.calls.followedRedirects()).toBe(1)
  })

  test('wrongTypes: valid JSON, and no value of the type it should have', async () => {
    simulator.faults.set('balance', { kind: 'wrongTypes' })
    expect(await (await read()).json()).toMatchObject([{ id: [42], isShared: 'perhaps', remainingValue: { amount: { amount: 'many' } } }])
  })

  test.runIf(hasContracts)('sloppy: means the same, and the contract says no', async () => {
    simulator.faults.set('balance', { kind: 'sloppy' })
    const response = await read()
    const sloppy: unknown = await response.json()
    expect(response.status).toBe(206)
    expect(response.headers.get('x-total-count')).toBe('1')
    expect(sloppy).toMatchObject({
      id: 'B-L-0009-1',
      status: 'Active ',
      usageType: 'Monetary ',
      remainingValue: { amount: '1.20' },
      logicalResource: { name: 'msisdn' },
    })
    expect(createContract('TMF654').problems('Bucket', sloppy)).not.toEqual([])
  })
})

describe('each deviation', () => {
  const bucketLike = {
    id: 'B-1',
    href: 'http://127.0.0.1/x',
    status: 'active',
    usageType: 'data',
    remainingValueName: 'Unlimited',
    remainingValue: { amount: 12.5, units: 'EUR' },
    logicalResource: [{ id: '39' }],
    validFor: { endDateTime: '2026-05-01T10:30:00.000Z' },
    orderDate: '2026-05-01T10:30:00.000Z',
    bucketCounter: [{ valueName: 'Unlimited' }, { valueName: '3 MB', value: { amount: 3, units: 'MB' } }],
    '@type': 'Bucket',
  }
  const after = (deviation: Deviation) => makeSloppy({ status: 200, json: [bucketLike] }, [deviation])
  const expected: Record<Deviation, object> = {
    blankDates: { json: [{ ...bucketLike, validFor: { endDateTime: '2026-05-01 T10:30' }, orderDate: '2026-05-01 T10:30' }] },
    amountsAsStrings: {
      json: [
        {
          ...bucketLike,
          remainingValue: { amount: '12.50', units: 'EUR' },
          bucketCounter: [bucketLike.bucketCounter[0], { valueName: '3 MB', value: { amount: '3.00', units: 'MB' } }],
        },
      ],
    },
    singleObjects: { json: { ...bucketLike, logicalResource: { id: '39' } } },
    partialStatus: { status: 206, headers: { 'x-total-count': '1' } },
    resourceObject: { json: [{ ...bucketLike, logicalResource: { id: '39' } }] },
    trailingBlanks: { json: [{ ...bucketLike, status: 'active ', usageType: 'data ' }] },
    missingOptionals: { json: [{ id: 'B-1', status: 'active', orderDate: bucketLike.orderDate }] },
    enumCase: { json: [{ ...bucketLike, status: 'Active', usageType: 'Data' }] },
    unlimitedValue: {
      json: [{ id: 'B-1', remainingValue: 'Unlimited', bucketCounter: [{ value: 'Unlimited' }, bucketLike.bucketCounter[1]] }],
    },
    schemaLocation: { json: [{ ...bucketLike, '@schemaLocation': 'see documentation' }] },
  }
  test.each(deviations)('%s is what it says, and alone', (deviation) => {
    expect(after(deviation)).toMatchObject(expected[deviation])
    const untouched = deviations.filter((other) => other !== deviation).map((other) => JSON.stringify(after(other)))
    expect(untouched).not.toContain(JSON.stringify(after(deviation)))
  })

  test('what is missing is really missing', () => {
    const [item] = after('missingOptionals').json as Record<string, unknown>[]
    expect(Object.keys(item ?? {})).not.toEqual(expect.arrayContaining(['href']))
    expect(item).not.toHaveProperty('validFor')
    const [unlimited] = after('unlimitedValue').json as Record<string, unknown>[]
    expect(unlimited).not.toHaveProperty('remainingValueName')
  })

  test('an error keeps its form', () => {
    const reply = { status: 404, json: { code: 'notFound', status: '404' } }
    expect(makeSloppy(reply)).toBe(reply)
  })
})

test('every kind of fault can be written down with no settings but the necessary ones', () => {
  const needed: Partial<Record<Fault['kind'], object>> = { latency: { ms: 1 } }
  for (const kind of Object.keys(faultSchemas) as Fault['kind'][])
    expect(parseFaults({ kind, ...needed[kind] })).toEqual([{ kind, ...needed[kind] }])
})
