import { once } from 'node:events'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { openWire, type Wire } from './wire.ts'

const open: { close(): unknown }[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})

const get = 'GET /homes/7?a=1 HTTP/1.1\r\nauthorization: Bearer t\r\n'

test('what was asked arrives whole, and so does the answer, however long it is', async () => {
  const body = gzipSync(Buffer.alloc(1_000_000, 'Ciò che è lungo').map((byte, at) => byte ^ (at % 251)))
  const seen: unknown[] = []
  const wire = await wireTo((request, response) => {
    const { method, url, headers } = request
    seen.push([method, url, headers.authorization, headers.host])
    response.writeHead(200, { ETag: 'W/"7"', 'Content-Encoding': 'gzip', 'Content-Length': body.length }).end(body)
  })
  const before = Date.now()
  const reply = await wire.get(get)
  expect(reply).toMatchObject({ status: 200, etag: 'W/"7"', isZipped: true })
  expect(reply.body.equals(body)).toBe(true)
  expect(reply.atMs).toBeGreaterThanOrEqual(before - 1)
  expect(seen).toEqual([['GET', '/homes/7?a=1', 'Bearer t', hostOf(open)]])
})

test('an answer without a body ends with its head', async () => {
  const wire = await wireTo((_request, response) => response.writeHead(304, { ETag: '"x"' }).end())
  const replies = await Promise.all([wire.get(get), wire.get(get)])
  expect(replies.map(({ status, etag, body }) => [status, etag, body.length])).toEqual([
    [304, '"x"', 0],
    [304, '"x"', 0],
  ])
})

test('a connection is used again, one question at a time; who finds none free waits', async () => {
  let most = 0
  const connections = new Set<unknown>()
  const unanswered: (() => void)[] = []
  // Answers two together, and only when a third would have come by then.
  const wire = await wireTo((request, response) => {
    connections.add(request.socket)
    most = Math.max(
      most,
      unanswered.push(() => response.end(request.url)),
    )
    if (unanswered.length === 2) setTimeout(() => unanswered.splice(0).forEach((answer) => answer()), 5)
  }, 2)
  const asked = Array.from({ length: 20 }, (_, at) => wire.get(`GET /${at} HTTP/1.1\r\n`))
  const bodies = (await Promise.all(asked)).map(({ body }) => body.toString())
  expect(bodies).toEqual(Array.from({ length: 20 }, (_, at) => `/${at}`))
  expect([connections.size, most]).toEqual([2, 2])
})

test('after a server has said that the connection closes, the next question takes another', async () => {
  const connections = new Set<unknown>()
  const wire = await wireTo((request, response) => {
    connections.add(request.socket)
    response.setHeader('Connection', 'close')
    response.end('ok')
  }, 1)
  for (const { status } of await Promise.all([wire.get(get), wire.get(get), wire.get(get)])) expect(status).toBe(200)
  expect(connections.size).toBe(3)
})

test('an answer that comes in pieces is one', async () => {
  const wire = await wireToRaw(async (socket) => {
    for (const piece of ['HTTP/1.1 200 O', 'K\r\nETag: "a"\r\nContent-Le', 'ngth: 5\r\n\r\nab', 'cde']) {
      socket.write(piece)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })
  const { status, etag, body } = await wire.get(get)
  expect([status, etag, body.toString()]).toEqual([200, '"a"', 'abcde'])
})

test.each([
  [
    'a connection that breaks',
    (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab'),
    'closed the connection before it had answered',
  ],
  ['an answer of unknown length', (socket: Socket) => socket.write('HTTP/1.1 200 OK\r\n\r\nab'), 'did not say how long its answer is'],
  ['no answer', () => undefined, 'did not answer within 100 ms'],
])('%s is an error, and the next question is asked on another connection', async (_what, fail, words) => {
  let asked = 0
  const wire = await wireToRaw(
    (socket) => (asked++ === 0 ? fail(socket) : socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')),
    100,
  )
  const [first, second] = await Promise.allSettled([wire.get(get), wire.get(get)])
  expect(first).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining(words) as unknown } })
  expect(second).toMatchObject({ status: 'fulfilled', value: { status: 200 } })
})

test('a server that is not there is an error', async () => {
  const server = createServer()
  await listen(server)
  const { port } = server.address() as AddressInfo
  server.close()
  await expect(remember(openWire(`http://127.0.0.1:${port}`, 1, 1_000)).get(get)).rejects.toThrow('ECONNREFUSED')
})

async function wireTo(listener: RequestListener, connections = 4): Promise<Wire> {
  const server = createHttpServer(listener)
  await listen(server)
  return remember(openWire(originOf(server), connections, 5_000))
}

/** With a server that speaks for itself, each time it has been asked. */
async function wireToRaw(answer: (socket: Socket) => unknown, patienceMs = 5_000): Promise<Wire> {
  const server = createServer((socket) => {
    socket.on('data', () => void answer(socket))
    socket.on('error', () => {})
  })
  await listen(server)
  return remember(openWire(originOf(server), 1, patienceMs))
}

async function listen(server: Server): Promise<void> {
  open.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function hostOf([server]: typeof open): string {
  return new URL(originOf(server as Server)).host
}

function remember(wire: Wire): Wire {
  open.push(wire)
  return wire
}
