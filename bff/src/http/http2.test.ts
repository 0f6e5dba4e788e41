import { constants, type ClientHttp2Session } from 'node:http2'
import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { connect } from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerOf, askOver2, http2Session } from './testing/http2-client.ts'
import { rawClient } from './testing/raw-client.ts'
import { certificateFiles, startServer, type CertificateFiles, type TestServer } from './testing/server.ts'
import { soon } from './testing/soon.ts'

/* HTTP/2 by itself, and clients that mean ill with it. Limits are short here, so that they are reached. */

const limits = { headersMs: 300, requestMs: 400, stalledMs: 600, streamMs: 2_000, keepAliveMs: 800, checkMs: 50 }
const large = Buffer.alloc(2 * 1024 * 1024)

let files: CertificateFiles
beforeAll(async () => {
  files = await certificateFiles()
})
afterAll(() => files.remove())

/** The streams that are being answered, and the most there ever were. */
let streams: { open: number; most: number }
let server: TestServer
let sessions: ClientHttp2Session[]
const listener: RequestListener = (request, response) => {
  const counted = streams
  counted.most = Math.max(counted.most, ++counted.open)
  response.on('close', () => counted.open--)
  if (request.url === '/never') return
  if (request.url === '/early') {
    response.writeHead(413).end(large)
    return
  }
  request.resume().on('end', () => response.end(request.url === '/large' ? large : `HTTP/${request.httpVersion}`))
}
beforeEach(async () => {
  streams = { open: 0, most: 0 }
  sessions = []
  server = await startServer(listener, { tls: files, limits })
})
afterEach(async () => {
  for (const session of sessions) session.destroy()
  await server.close()
})
const session = () => {
  const made = http2Session(server.url, files.certificates.ca)
  sessions.push(made)
  return made
}
const noneOpen = () => expect.poll(() => streams.open, soon).toBe(0)
const ended = (one: ClientHttp2Session) => expect.poll(() => one.destroyed, soon).toBe(true)

test('many requests at a time over one connection', async () => {
  const one = session()
  const answers = await Promise.all(Array.from({ length: 90 }, () => askOver2(one, { ':path': '/' })))
  expect(new Set(answers.map(({ text }) => text))).toEqual(new Set(['HTTP/2.0']))
})

test('a client that knows only HTTP/1.1 is answered over the same port', async () => {
  const socket = connect({ port: server.port, host: '127.0.0.1', ca: files.certificates.ca, ALPNProtocols: ['http/1.1'] })
  socket.end('GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
  let text = ''
  for await (const chunk of socket as AsyncIterable<Buffer>) text += chunk.toString()
  expect(text).toMatch(/^HTTP\/1\.1 200[^]*HTTP\/1\.1$/)
})

test('nothing older than TLS 1.2 is spoken', async () => {
  const socket = connect({ port: server.port, host: '127.0.0.1', ca: files.certificates.ca, minVersion: 'TLSv1', maxVersion: 'TLSv1.1' })
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
  expect(error.code).toMatch(/^ERR_SSL_/)
})

describe('bounds', () => {
  test('the server says them', async () => {
    const one = session()
    const [settings] = (await once(one, 'remoteSettings')) as [{ maxConcurrentStreams: number; maxHeaderListSize: number }]
    expect(settings).toMatchObject({ maxConcurrentStreams: 100, maxHeaderListSize: 16 * 1024 })
  })

  test('streams above the bound are not begun', async () => {
    const one = session()
    await once(one, 'remoteSettings')
    const asked = Array.from({ length: 150 }, () => one.request({ ':path': '/never' }).on('error', () => {}))
    await expect.poll(() => streams.open, soon).toBe(100)
    for (const stream of asked) stream.close(constants.NGHTTP2_CANCEL)
    await noneOpen()
    expect(streams.most).toBe(100)
  })

  test.each([
    { name: 'large', headers: { 'x-large': 'a'.repeat(20_000) } },
    { name: 'many', headers: Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`x-${index}`, 'a'])) },
  ])('headers that are too $name are refused, and the session goes on', async ({ headers }) => {
    const one = session()
    // The bound holds from the moment the client has taken note of it.
    await once(one, 'remoteSettings')
    await askOver2(one, { ':path': '/' })
    const { code, status } = await askOver2(one, { ':path': '/', ...headers })
    expect([code, status]).toEqual([constants.NGHTTP2_ENHANCE_YOUR_CALM, undefined])
    expect((await askOver2(one, { ':path': '/' })).status).toBe(200)
  })

  test('an answer that comes before the end of the question is whole, and the rest is not waited for', async () => {
    const one = session()
    const stream = one.request({ ':path': '/early', ':method': 'POST' })
    const answer = answerOf(stream)
    stream.write(Buffer.alloc(60_000))
    const { status, text, code } = await answer
    expect([status, text.length, code]).toEqual([413, large.length, constants.NGHTTP2_NO_ERROR])
    await noneOpen()
  })
})

describe('a slow client', () => {
  test('whose body comes byte by byte loses its stream', async () => {
    const one = session()
    const stream = one.request({ ':path': '/', ':method': 'POST' })
    const trickle = setInterval(() => stream.writable && stream.write('a'), 20)
    const { code } = await answerOf(stream)
    clearInterval(trickle)
    expect(code).toBe(constants.NGHTTP2_CANCEL)
    expect((await askOver2(one, { ':path': '/' })).status).toBe(200)
  })

  test('that does not take its answer loses its stream', async () => {
    const one = session()
    const [other, stream] = [one.request({ ':path': '/never' }), one.request({ ':path': '/large' })]
    for (const each of [other, stream]) each.on('error', () => {}).pause()
    await expect.poll(() => streams.most, soon).toBe(2)
    await noneOpen()
  })

  test('that does not take its answer loses its stream, though it keeps the session busy', async () => {
    const one = session()
    const pings = setInterval(() => one.destroyed || one.ping(() => {}), 100)
    const stream = one.request({ ':path': '/large' })
    stream.on('error', () => {}).pause()
    await expect.poll(() => streams.open, soon).toBe(1)
    await noneOpen()
    clearInterval(pings)
    expect((await askOver2(one, { ':path': '/' })).status).toBe(200)
  })

  test('that asks nothing loses its session', async () => {
    const one = session()
    expect((await askOver2(one, { ':path': '/' })).status).toBe(200)
    await ended(one)
  })

  test('that never ends its handshake loses its connection', async () => {
    const client = await rawClient(server.port)
    client.send('\x16\x03\x01')
    await client.closed
  })
})

describe('a client that means ill', () => {
  test('opens streams only to cancel them: it loses its session, the others nothing', async () => {
    const [good, evil] = [session(), session()]
    await Promise.all([once(good, 'connect'), once(evil, 'connect')])
    const storm = setInterval(() => {
      for (let count = 0; count < 50 && !evil.destroyed && !evil.closed; count++) {
        evil.request({ ':path': '/never' }).on('error', () => {}).close(constants.NGHTTP2_CANCEL)
      }
    }, 5) // prettier-ignore
    await ended(evil)
    clearInterval(storm)
    await noneOpen()
    expect((await askOver2(good, { ':path': '/' })).status).toBe(200)
  })

  test('speaks nonsense: it loses its connection', async () => {
    const socket = connect({ port: server.port, host: '127.0.0.1', ca: files.certificates.ca, ALPNProtocols: ['h2'] })
    await once(socket, 'secureConnect')
    socket.on('error', () => {}).resume()
    socket.write(Buffer.alloc(10_000, 'nonsense'))
    await once(socket, 'close')
    expect((await askOver2(session(), { ':path': '/' })).status).toBe(200)
  })
})
