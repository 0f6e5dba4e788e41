import { once } from 'node:events'
import { createServer, request as ask, Agent, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { constants, createSecureServer } from 'node:http2'
import { request as askSecurely, Agent as SecureAgent } from 'node:https'
import { connect, type AddressInfo, type Server } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeCertificates } from '../../simulator/tls/certificates.ts'
import { createDrain } from './drain.ts'
import { askOver2, http2Session } from './testing/http2-client.ts'

/* A server that answers when the test says so. */
let running: ServerResponse[] = []
let agents: (Agent | SecureAgent)[] = []
afterEach(() => {
  for (const agent of agents) agent.destroy()
  running = []
  agents = []
})
const hold: RequestListener = (request, response) => {
  if (request.url === '/held') running.push(response)
  else response.end('done')
}

async function listen(server: Server, limits: { windowMs: number; graceMs?: number }) {
  const drain = createDrain(server, limits)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { drain, port: (server.address() as AddressInfo).port }
}

/** A client with one connection, which it keeps. */
function client(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  agents.push(agent)
  return async (path: string) => {
    const asked = ask({ port, path, agent }).end()
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    return { text: await text(response), connection: response.headers.connection, isReused: asked.reusedSocket }
  }
}

async function untilRunning(count: number): Promise<void> {
  while (running.length < count) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Longer than any test: the window, or the grace, plays no part. */
const never = 120_000

describe('HTTP/1.1', () => {
  test('an idle connection stays open for what is on its way, and is told with the answer that it ends', async () => {
    const { drain, port } = await listen(createServer(hold), { windowMs: never })
    const [kept, other] = [client(port), client(port)]
    expect((await kept('/')).connection).toBe('keep-alive')
    await other('/')
    const drained = drain()
    for (const asking of [kept, other]) expect(await asking('/')).toEqual({ text: 'done', connection: 'close', isReused: true })
    // Both have closed: nothing else is waited for.
    await drained
    await expect(kept('/')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('a request that runs is answered, however long the window was, and is the last on its connection', async () => {
    const { drain, port } = await listen(createServer(hold), { windowMs: 0 })
    const held = client(port)('/held')
    await untilRunning(1)
    const drained = drain()
    // Several looks for idle connections later.
    await new Promise((resolve) => setTimeout(resolve, 100))
    running[0]?.end('late')
    expect(await held).toMatchObject({ text: 'late', connection: 'close' })
    await drained
  })

  test('after the window idle connections are closed, and those that never asked anything', async () => {
    const { drain, port } = await listen(createServer(hold), { windowMs: 50 })
    await client(port)('/')
    const unused = connect(port, '127.0.0.1')
    await once(unused, 'connect')
    const ended = once(unused, 'close')
    await drain()
    await ended
  })

  test('after the grace what still runs is cut', async () => {
    const { drain, port } = await listen(createServer(hold), { windowMs: 0, graceMs: 100 })
    const held = client(port)('/held')
    await untilRunning(1)
    const [outcome] = await Promise.allSettled([held, drain()])
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'ECONNRESET' } })
  })
})

describe('TLS', () => {
  let secure: { key: string; cert: string; ca: string }
  beforeAll(async () => {
    const { of, ca } = await makeCertificates()
    secure = { ...of.valid, ca }
  })
  const secureServer = () => createSecureServer({ ...secure, allowHTTP1: true }, hold as never)
  const open = async (port: number) => {
    const session = http2Session(`https://127.0.0.1:${port}`, secure.ca)
    await once(session, 'connect')
    return session
  }

  test('HTTP/2: what runs is answered, a session is told to go, and an idle one ends', async () => {
    const { drain, port } = await listen(secureServer(), { windowMs: never })
    const [busy, idle] = [await open(port), await open(port)]
    const held = askOver2(busy, { ':path': '/held' })
    await untilRunning(1)
    const idleEnded = once(idle, 'close')
    const drained = drain()
    await idleEnded
    expect(busy.destroyed).toBe(false)
    running[0]?.end('late')
    expect(await held).toMatchObject({ status: 200, text: 'late' })
    await drained
  })

  test('HTTP/2: a request that crosses the farewell on its way is refused as not begun, so that the client repeats it', async () => {
    const { drain, port } = await listen(secureServer(), { windowMs: never })
    const session = await open(port)
    await askOver2(session, { ':path': '/' })
    // Both in one moment: the server says farewell before it reads what we ask.
    const crossing = askOver2(session, { ':path': '/' })
    const drained = drain()
    expect(await crossing).toMatchObject({ status: undefined, code: constants.NGHTTP2_REFUSED_STREAM })
    await drained
  })

  test('HTTP/1.1 beside it is told to go too', async () => {
    const { drain, port } = await listen(secureServer(), { windowMs: never })
    const agent = new SecureAgent({ keepAlive: true, maxSockets: 1 })
    agents.push(agent)
    const overTls = async (path: string) => {
      const asked = askSecurely({ port, host: '127.0.0.1', path, agent, ca: secure.ca }).end()
      const [response] = (await once(asked, 'response')) as [IncomingMessage]
      return { text: await text(response), connection: response.headers.connection }
    }
    await overTls('/')
    const held = overTls('/held')
    await untilRunning(1)
    const drained = drain()
    running[0]?.end('late')
    expect(await held).toEqual({ text: 'late', connection: 'close' })
    await drained
  })
})
