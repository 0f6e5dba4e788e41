import { Agent, get, type IncomingMessage, type RequestListener } from 'node:http'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rawClient } from './testing/raw-client.ts'
import { startServer, type TestServer } from './testing/server.ts'
import { soon } from './testing/soon.ts'

/* Clients that mean ill or are broken, on real sockets. Limits are short here, so that they are reached. */

const limits = { headersMs: 200, requestMs: 400, stalledMs: 400, checkMs: 50 }
const large = Buffer.alloc(1024 * 1024)
const answers: Record<string, Buffer> = { '/large': large, '/medium': large.subarray(0, 16 * 1024) }

/** How many requests have come, by their paths. */
let asked: string[]
let servers: TestServer[]
beforeEach(() => {
  asked = []
  servers = []
})
afterEach(() => Promise.all(servers.map(({ close }) => close())))

const listener: RequestListener = (request, response) => {
  asked.push(request.url ?? '')
  request.resume().on('end', () => response.end(answers[request.url ?? ''] ?? 'well'))
}

const start = async (options: Parameters<typeof startServer>[1] = {}) => {
  const server = await startServer(listener, { ...options, limits: { ...limits, ...options.limits } })
  servers.push(server)
  return server
}
const connections = ({ server }: TestServer) => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)))
const status = (text: string) => /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]

describe('a slow client is closed in time', () => {
  test.each([
    { name: 'that says nothing', says: '' },
    { name: 'whose headers never end', says: 'GET / HTTP/1.1\r\nhost: x\r\nx-one' },
  ])('$name', async ({ says }) => {
    const client = await rawClient((await start()).port)
    client.send(says)
    await client.closed
    expect([status(client.text()), asked]).toEqual(['408', []])
  })

  test('whose headers come byte by byte', async () => {
    const client = await rawClient((await start()).port)
    client.send('GET / HTTP/1.1\r\nhost: x\r\nx-long: ')
    const trickle = setInterval(() => client.send('a'), 20)
    await client.closed
    clearInterval(trickle)
    expect([status(client.text()), asked]).toEqual(['408', []])
  })

  test('whose body comes byte by byte', async () => {
    const client = await rawClient((await start()).port)
    client.send('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n')
    const trickle = setInterval(() => client.send('a'), 20)
    await client.closed
    clearInterval(trickle)
    expect([status(client.text()), asked]).toEqual(['408', ['/']])
  })

  test('that does not take its answer', async () => {
    const server = await start()
    const client = await rawClient(server.port)
    client.socket.pause()
    client.send('GET /large HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(20))
    await expect.poll(() => connections(server), soon).toBe(0)
    // What waits for it is bounded too: only so many are answered ahead.
    client.socket.resume()
    await client.closed
    expect(client.text().length).toBeLessThan(20 * large.length)
  })

  test('that asks on without taking answers is not listened to any more', async () => {
    const server = await start({ limits: { stalledMs: 1_000 } })
    const client = await rawClient(server.port)
    client.socket.pause()
    const questions = 50_000
    client.send('GET /medium HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(questions))
    await expect.poll(() => asked.length, soon).toBeGreaterThan(0)
    await expect.poll(() => connections(server), soon).toBe(0)
    expect(asked.length).toBeLessThan(questions / 10)
  })
})

describe('sizes', () => {
  test('headers that are too large: 431', async () => {
    const client = await rawClient((await start()).port)
    client.send(`GET / HTTP/1.1\r\nhost: x\r\nx-large: ${'a'.repeat(17_000)}\r\n\r\n`)
    await client.closed
    expect([status(client.text()), asked]).toEqual(['431', []])
  })
})

describe('connections', () => {
  test('what is above the bound is closed at once, and counted; who goes makes room', async () => {
    const server = await start({ maxConnections: 2, limits: { headersMs: 10_000, requestMs: 10_000 } })
    const first = await rawClient(server.port)
    const second = await rawClient(server.port)
    await expect.poll(() => connections(server), soon).toBe(2)
    const third = await rawClient(server.port)
    await third.closed
    expect(await server.metrics.registry.metrics()).toContain('bff_connections_refused_total 1')
    first.socket.destroy()
    await expect.poll(() => connections(server), soon).toBe(1)
    const fourth = await rawClient(server.port)
    for (const client of [second, fourth]) {
      client.send('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
      await expect.poll(() => status(client.text()), soon).toBe('200')
    }
  })

  test('one serves many requests, and rests between them', async () => {
    const server = await start()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ports = new Set<number | undefined>()
    for (let count = 0; count < 200; count++) {
      const request = get({ port: server.port, agent, path: '/' })
      const [response] = (await once(request, 'response')) as [IncomingMessage]
      ports.add(response.socket.localPort)
      expect(response.headers['keep-alive']).toBe('timeout=65')
      for await (const chunk of response) expect(chunk).toBeDefined()
      // Longer than a stalled one may last: resting is no fault.
      if (count === 100) await new Promise((resolve) => setTimeout(resolve, limits.stalledMs + 100))
    }
    expect([ports.size, asked.length]).toEqual([1, 200])
    agent.destroy()
  })

  test('a resting one is closed after its time', async () => {
    const server = await start({ limits: { keepAliveMs: 200 } })
    const client = await rawClient(server.port)
    client.send('GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    await client.closed
    expect(status(client.text())).toBe('200')
  })
})
