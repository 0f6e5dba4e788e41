import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import { MosaicError } from '@mosaic/schemas/errors'
import { verifyManifest } from '@mosaic/schemas/release'
import { createBss } from './bss/bss.ts'
import { createConnectors } from './bss/connectors/index.ts'
import { createShared } from './bss/shared/index.ts'
import type { Config } from './config.ts'
import { createDoors } from './doors/create-doors.ts'
import { createGraphql } from './graphql/create-graphql.ts'
import { sendError, type Handler } from './http/handler.ts'
import { securityHeaders } from './http/security-headers.ts'
import { serveAppConfig } from './http/serve-app-config.ts'
import { serveWebManifest } from './http/serve-web-manifest.ts'
import { serveGraphql } from './http/serve-graphql.ts'
import { serveMedia } from './http/serve-media.ts'
import { serveOperations } from './http/serve-operations.ts'
import { serveWebHome } from './http/serve-web-home.ts'
import { createIdentity } from './identity/identity.ts'
import { createLog, type Logger } from './log.ts'
import { createMetrics, type Metrics } from './metrics.ts'
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
}

/** How long running requests may take to finish when the BFF closes, in milliseconds. */
const closeGraceMs = 10_000

/** Starts a BFF and resolves when it listens. Throws a MosaicError, with the fix, when it cannot. */
export async function startBff(config: Config, { log = createLog(config.logLevel), now = () => new Date() }: Options = {}): Promise<Bff> {
  const metrics = createMetrics()
  const publicKeyPem = await readPublicKey(config.releasePublicKeyFile)
  const engine = await startReleaseEngine({ publishedDir: config.publishedDir, publicKeyPem, pollMs: config.pollMs, log, metrics })
  const connectors = createConnectors(config.connectors)
  const shared = createShared(config.redis, { log, metrics })
  const bss = createBss({
    connectors,
    choice: config.sources,
    shared,
    cacheBytes: config.bssCacheBytes,
    log,
    metrics,
    now: () => now().getTime(),
  })
  const identity = createIdentity({ ...config.identity, log })
  const { factsDeadlineMs } = config
  const graphql = await createGraphql({ engine, bss, identity, factsDeadlineMs, log, metrics, now }, config)
  let isClosing = false

  // Asked in this order; the first that takes a request answers it.
  const handlers: Handler[] = [
    // What the service's operators ask: alive, ready, figures.
    serveOperations({ engine, metrics, isClosing: () => isClosing }),
    // What the apps ask.
    serveGraphql(graphql),
    // The same for channels that speak REST or SOAP.
    ...createDoors(graphql),
    // What the web home must know before sign-in.
    serveAppConfig({ engine, webBrand: config.webBrand, identity: config.identity }),
    // What a device shows of the app once it is installed.
    serveWebManifest({ engine, webBrand: config.webBrand }),
    // The images of releases.
    serveMedia(config.publishedDir, engine),
    // Every other path is the web home's.
    serveWebHome(config.webHomeDir),
  ]
  const secure = securityHeaders(config.identity.issuer)

  const server = createServer({ requestTimeout: 15_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 }, (request, response) => {
    secure(response)
    answer(handlers, request, response).catch((err: unknown) => {
      log.error({ err }, 'a request failed')
      if (response.headersSent) response.destroy()
      else sendError(response, 500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side. Try again in a moment.')
    })
  })

  const release = async () => {
    engine.close()
    await bss.close()
  }
  try {
    await listen(server, config)
  } catch (error) {
    await release()
    throw error
  }
  const url = addressOf(server, config.host)
  log.info({ url }, 'the BFF listens')

  return {
    url,
    engine,
    metrics,
    async close() {
      isClosing = true
      await closeServer(server)
      await release()
    },
  }
}

async function answer(handlers: readonly Handler[], request: IncomingMessage, response: ServerResponse): Promise<void> {
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

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(cannotListen(cause, host, port)))
    server.listen(port, host, resolve)
  })
}

function cannotListen(cause: Error, host: string, port: number): Error {
  const code = 'code' in cause ? String(cause.code) : ''
  if (code === 'EADDRINUSE') {
    const fault = {
      expected: `port ${port} of ${host} to be free`,
      got: 'another program on it',
      fix: 'Stop that program, or set BFF_PORT to another port',
    }
    return new MosaicError('PORT_IN_USE', 'The BFF cannot listen', fault, { cause })
  }
  const fault = {
    expected: `to open port ${port} of ${host}`,
    got: code || cause.message,
    fix: 'Set BFF_HOST and BFF_PORT to an address this user may open',
  }
  return new MosaicError('CANNOT_LISTEN', 'The BFF cannot listen', fault, { cause })
}

function addressOf(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

async function closeServer(server: Server): Promise<void> {
  const force = setTimeout(() => server.closeAllConnections(), closeGraceMs)
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
  clearTimeout(force)
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
