import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Server } from 'node:net'
import { readFile } from 'node:fs/promises'
import { MosaicError } from '@mosaic/schemas/errors'
import { verifyManifest } from '@mosaic/schemas/release'
import { createBss } from './bss/bss.ts'
import { createConnectors } from './bss/connectors/index.ts'
import type { InHouseOf } from './bss/in-house.ts'
import { createShared } from './bss/shared/index.ts'
import { createCare } from './care/create-care.ts'
import type { Config } from './config.ts'
import { createDoors } from './doors/create-doors.ts'
import { createGraphql } from './graphql/create-graphql.ts'
import { createServer } from './http/create-server.ts'
import { createDrain } from './http/drain.ts'
import { sendError, type Handler } from './http/handler.ts'
import { httpLimits } from './http/limits.ts'
import { createOverload, sendOverloaded } from './http/overload.ts'
import { securityHeaders } from './http/security-headers.ts'
import { serveAppConfig } from './http/serve-app-config.ts'
import { serveWebManifest } from './http/serve-web-manifest.ts'
import { createFastPath } from './graphql/plan/fast-path.ts'
import { serveGallery } from './http/serve-gallery.ts'
import { serveGraphql } from './http/serve-graphql.ts'
import { serveMedia } from './http/serve-media.ts'
import { operationPaths, serveOperations } from './http/serve-operations.ts'
import { serveWebHome } from './http/serve-web-home.ts'
import { serveWellKnown } from './http/serve-well-known.ts'
import { createIdentity } from './identity/identity.ts'
import { createLog, type Logger } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import type { Processes } from './processes/contract.ts'
import { createNeighbours } from './processes/neighbours/neighbours.ts'
import { startReleaseEngine, type ReleaseEngine } from './release/engine.ts'

/** A running BFF. */
export type Bff = {
  url: string
  engine: ReleaseEngine
  metrics: Metrics
  /** Takes no new requests, finishes the running ones, closes every connection. Resolves when nothing is left. */
  close(): Promise<void>
}

type Options = {
  log?: Logger
  /** The moment, for homes and for the age of BSS data. @default the clock */
  now?: () => Date
  /** The others behind the same port; without them this one speaks for itself. */
  processes?: Processes
  /** Waited for when everything is loaded and nobody can connect yet. */
  beforeListening?: (engine: ReleaseEngine) => Promise<void>
}

/** Starts a BFF and resolves when it listens. Throws a MosaicError, with the fix, when it cannot. */
export async function startBff(
  config: Config,
  { log = createLog(config.logLevel), now: given, processes, beforeListening }: Options = {},
): Promise<Bff> {
  const metrics = createMetrics()
  const publicKeyPem = await readPublicKey(config.releasePublicKeyFile)
  const engine = await startReleaseEngine({ publishedDir: config.publishedDir, publicKeyPem, pollMs: config.pollMs, log, metrics })
  // Asked for several times a request: making a date of it is for who needs one.
  const now = given ? () => given().getTime() : Date.now
  const connectors = await createConnectors(config.connectors)
  const neighbours = config.meeting && createNeighbours(config.meeting, { log, metrics })
  const redis = await createShared(config.redis, { log, metrics })
  const shared = neighbours?.share(redis) ?? redis
  // The desk asks the data layer, and answers some of its questions itself: it comes after it.
  const desk: { inHouse?: InHouseOf } = {}
  const bss = createBss({
    connectors,
    choice: config.sources,
    inHouse: (brand) => desk.inHouse?.(brand),
    shared,
    cacheBytes: config.bssCacheBytes,
    log,
    metrics,
    now,
  })
  const identity = createIdentity({ ...config.identity, log })
  const { factsDeadlineMs } = config
  const base = { engine, bss, factsDeadlineMs, log, metrics, now }
  const care = await createCare({ ...base, connectors }, config)
  desk.inHouse = care.inHouse
  const dependencies = { ...base, identity, care: care.customers }
  const { yoga, ...known } = await createGraphql(dependencies, config)
  const own = createFastPath(dependencies, { ...known, tileBytes: config.tileCacheBytes, answerBytes: config.homeCacheBytes })
  let isClosing = false

  // Asked in this order; the first that takes a request answers it.
  const handlers: Handler[] = [
    // What the service's operators ask: alive, ready, figures.
    serveOperations({ engine, metrics, processes, isClosing: () => isClosing }),
    // The same for channels that speak REST or SOAP.
    ...createDoors(yoga),
    // What the web home must know before sign-in.
    serveAppConfig({ engine, webBrand: config.webBrand, identity: config.identity, canProve: config.care.stepUp !== undefined }),
    // What a device shows of the app once it is installed.
    serveWebManifest({ engine, webBrand: config.webBrand }),
    // Which apps may open the links of care.
    serveWellKnown({ engine, webBrand: config.webBrand }),
    // The images of releases.
    serveMedia(config.publishedDir, engine),
    // Every widget in every state, for the people who make them.
    serveGallery(config.galleryDir),
    // The people who help customers, and what they work with.
    ...care.handlers,
    // Whom they have sent a link, before he is signed in.
    ...care.guests({ schema: known.schema, documents: known.documents, dependencies }),
    // Every other path is the web home's.
    serveWebHome(config.webHomeDir),
  ]
  const secure = securityHeaders(config.identity.issuer, { isSecure: config.tls !== undefined })
  const overload = createOverload(config.maxRequests)
  metrics.requestsInFlight.from(() => [{ labels: {}, value: overload.inFlight() }])
  metrics.requestsRefused.from(() => [{ labels: {}, value: overload.refused() }])

  await beforeListening?.(engine)
  const fastPath = (await neighbours?.open(own)) ?? own
  const release = async () => {
    await neighbours?.close()
    await care.close()
    engine.close()
    await bss.close()
  }

  // What the apps ask, before everything else.
  const answersGraphql = serveGraphql({
    yoga,
    fastPath,
    secure,
    overload,
    byExecutor: metrics.homeAnswers.counter('executor'),
    failed: (response, err) => fail(response, err, log),
  })
  const respond = (request: IncomingMessage, response: ServerResponse) => {
    if (answersGraphql(request, response)) return
    secure.apply(response)
    const takesPlace = !operationPaths.has(request.url?.split('?', 1)[0])
    if (takesPlace && !overload.enter()) {
      sendOverloaded(request, response)
      return
    }
    answer(handlers, request, response)
      .catch((err: unknown) => fail(response, err, log))
      .finally(() => takesPlace && overload.leave())
  }
  const { server, drain } = await open(respond, config, { log, metrics }).catch(async (error: unknown) => {
    await release()
    throw error
  })
  const url = addressOf(server, config)
  log.info({ url }, 'the BFF listens')

  return {
    url,
    engine,
    metrics,
    async close() {
      isClosing = true
      care.endStreams()
      await drain()
      await release()
    },
  }
}

async function answer(handlers: readonly Handler[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  if ((request.url?.length ?? 0) > httpLimits.urlLength) {
    sendError(response, 414, 'ADDRESS_TOO_LONG', `Expected an address of at most ${httpLimits.urlLength} characters.`)
    return
  }
  const url = URL.parse(request.url ?? '/', 'http://bff.invalid')
  if (!url) {
    sendError(response, 400, 'BAD_REQUEST', 'The address cannot be read.')
    return
  }
  for (const handle of handlers) {
    if (await handle(request, response, url)) return
  }
  sendError(response, 404, 'NOT_FOUND', 'There is nothing here.')
}

function fail(response: ServerResponse, err: unknown, log: Logger): void {
  // Whoever hangs up while he is answered has broken nothing.
  if (response.destroyed) {
    log.debug({ err }, 'a client left before it was answered')
    return
  }
  log.error({ err }, 'a request failed')
  try {
    if (response.headersSent) response.destroy()
    else sendError(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side. Try again in a moment.')
  } catch {
    // Headers that HTTP/2 refuses may be what went wrong, and they are still there.
    response.destroy()
  }
}

async function open(respond: RequestListener, config: Config, { log, metrics }: { log: Logger; metrics: Metrics }) {
  const { host, port, ownPort, drainMs } = config
  const refused = { count: 0 }
  metrics.connectionsRefused.from(() => [{ labels: {}, value: refused.count }])
  const listen = async (at: number) => {
    const server = createServer(respond, { ...config, refused, log, metrics })
    const drain = createDrain(server, { windowMs: drainMs })
    await new Promise<void>((resolve, reject) => {
      server.once('error', (cause) => reject(cannotListen(cause, host, at)))
      server.listen(at, host, resolve)
    })
    return { server, drain }
  }
  // First the one that few know: who finds the common port open finds both.
  const own = ownPort === undefined ? undefined : await listen(ownPort)
  const common = await listen(port).catch(async (error: unknown) => {
    await own?.drain()
    throw error
  })
  return { server: common.server, drain: () => Promise.all([common.drain(), own?.drain()]) }
}

function cannotListen(cause: Error, host: string, port: number): Error {
  const code = 'code' in cause ? String(cause.code) : ''
  if (code === 'EADDRINUSE') {
    const fault = {
      expected: `port ${port} of ${host} to be free`,
      got: 'another program on it',
      fix: 'Stop that program, or set BFF_PORT (PROCESS_PORTS_FROM) to another port',
    }
    return new MosaicError('PORT_IN_USE', 'The BFF cannot listen', fault, { cause })
  }
  const fault = {
    expected: `to open port ${port} of ${host}`,
    got: code || cause.message,
    fix: 'Set BFF_HOST and BFF_PORT (PROCESS_PORTS_FROM) to an address this user may open',
  }
  return new MosaicError('CANNOT_LISTEN', 'The BFF cannot listen', fault, { cause })
}

function addressOf(server: Server, { host, tls }: Config): string {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** The key releases are verified with. Tried once, so that a wrong file is found at start and not at the next release. */
async function readPublicKey(file: string): Promise<string> {
  let pem: string
  try {
    pem = await readFile(file, 'utf8')
  } catch (cause) {
    const got = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
    const fault = {
      expected: `the public key of releases in ${file}`,
      got,
      fix: 'Start the CMS once, which makes the pair, or set RELEASE_PUBLIC_KEY_FILE to where it is',
    }
    throw new MosaicError('PUBLIC_KEY_UNREADABLE', 'The BFF cannot verify releases', fault, { cause })
  }
  verifyManifest(new Uint8Array(), '', pem)
  return pem
}
