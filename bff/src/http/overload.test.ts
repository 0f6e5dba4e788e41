import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startSystem, type System } from '../testing/system.ts'
import { createOverload } from './overload.ts'
import { rawClient } from './testing/raw-client.ts'
import { soon } from './testing/soon.ts'

test('as many as there are places, and each place anew', () => {
  const overload = createOverload(2)
  expect([overload.enter(), overload.enter(), overload.enter()]).toEqual([true, true, false])
  overload.leave()
  expect([overload.enter(), overload.enter()]).toEqual([true, false])
  expect([overload.inFlight(), overload.refused()]).toEqual([2, 2])
})

describe('a server that is full', () => {
  const places = 3
  let system: System
  beforeAll(async () => {
    system = await startSystem({ env: { MAX_REQUESTS: String(places) } })
  })
  afterEach(() => system.simulator.faults.clear())
  afterAll(() => system.close())

  const home = '{ mosaic { widgets { id } } }'
  const figure = async (name: string) => {
    const text = await (await fetch(`${system.bff.url}/metrics`)).text()
    return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])
  }
  /** Takes all places with questions that have not ended yet. `end` ends them, and gives their answers. */
  const fill = async () => {
    const clients = await Promise.all(Array.from({ length: places }, () => rawClient(port())))
    for (const { send } of clients) send(topUp(2, '{'))
    await expect.poll(() => figure('bff_requests_in_flight'), soon).toBe(places)
    return {
      async end() {
        for (const { send } of clients) send('}')
        for (const { text } of clients) await expect.poll(text, soon).toMatch(/^HTTP\/1\.1 \d{3}/)
        await expect.poll(() => figure('bff_requests_in_flight'), soon).toBe(0)
        for (const { socket } of clients) socket.destroy()
        return clients.map(({ text }) => text())
      },
    }
  }
  const port = () => Number(new URL(system.bff.url).port)
  const topUp = (length: number, body: string) =>
    `POST /api/v1/top-up HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${body}`

  test('refuses at once, in words, and serves those who were there first', async () => {
    const before = await figure('bff_requests_refused_total')
    const others = await fill()
    const refused = await system.ask('C-0004', home)
    expect([refused.status, refused.body.errors?.[0]]).toEqual([
      503,
      { message: expect.stringContaining('Try again'), extensions: { code: 'OVERLOADED' } },
    ])
    for (const path of ['/api/v1/me', '/soap/v1?wsdl', '/', '/app-config.json']) {
      const response = await fetch(`${system.bff.url}${path}`)
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1'])
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(await response.json()).toEqual({ error: { code: 'OVERLOADED', message: expect.stringContaining('Try again') } })
    }
    expect(await figure('bff_requests_refused_total')).toBe(before + 5)
    for (const text of await others.end()) expect(text).toMatch(/^HTTP\/1\.1 400 [^]*"BAD_INPUT"/)
    expect((await system.ask('C-0004', home)).status).toBe(200)
  })

  test('goes on telling its operators how it is', async () => {
    const others = await fill()
    for (const path of ['/healthz', '/readyz', '/metrics', '/readyz?from=balancer']) {
      expect((await fetch(`${system.bff.url}${path}`)).status).toBe(200)
    }
    await others.end()
  })

  test('has all its places again when those who held them have left', async () => {
    system.simulator.faults.set('usage', { kind: 'latency', ms: 300 })
    const token = await system.simulator.issueToken('C-0008')
    const headers = `host: x\r\ncontent-type: application/json\r\nauthorization: Bearer ${token}\r\n`
    const body = JSON.stringify({ query: home })
    const questions = [
      // One that is answered to nobody, one that never ends, and one that is too large to be read to its end.
      `POST /graphql HTTP/1.1\r\n${headers}content-length: ${body.length}\r\n\r\n${body}`,
      topUp(100, '{'),
      `POST /soap/v1 HTTP/1.1\r\n${headers.replace('application/json', 'text/xml')}content-length: 100000\r\n\r\n<`,
    ]
    for (const question of [...questions, ...questions]) {
      const client = await rawClient(port())
      client.send(question)
      await new Promise((resolve) => setTimeout(resolve, 20))
      client.socket.destroy()
      await client.closed
    }
    await expect.poll(() => figure('bff_requests_in_flight'), soon).toBe(0)
  })

  test('keeps no place for a client that asks without end and takes nothing', async () => {
    const token = await system.simulator.issueToken('C-0009')
    const client = await rawClient(port())
    client.socket.pause()
    client.send(`GET /api/v1/home HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${token}\r\n\r\n`.repeat(5_000))
    await expect.poll(() => figure('bff_requests_refused_total'), soon).toBeGreaterThan(10)
    await expect.poll(() => figure('bff_requests_in_flight'), soon).toBe(0)
    expect((await system.ask('C-0009', home)).status).toBe(200)
    client.socket.destroy()
    await client.closed
  })
})
