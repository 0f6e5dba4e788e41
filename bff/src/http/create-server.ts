import { createServer as createHttp1Server, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { constants, createSecureServer, type ServerHttp2Stream } from 'node:http2'
import type { Server } from 'node:net'
import type { Logger } from '../log.ts'
import type { Count, Metrics } from '../metrics.ts'
import { readCertificate, watchCertificate, type Certificate } from './certificate.ts'
import { Http2Response } from './http2-response.ts'
import { httpLimits, type HttpLimits } from './limits.ts'
import type { TlsSettings } from './tls-settings.ts'

type Options = {
  /** Absent: plain HTTP/1.1. */
  tls?: TlsSettings | undefined
  /** Connections at a time; what comes above is closed at once. */
  maxConnections: number
  /** Counts those. */
  refused: Count
  log: Logger
  metrics: Metrics
  /** @default httpLimits */
  limits?: HttpLimits
}

/**
 * The server, bounded in everything that a client decides: HTTP/1.1, or with a certificate HTTP/2 and HTTP/1.1 over TLS, as the client likes.
 * @throws {MosaicError} CERTIFICATE_UNUSABLE
 */
export function createServer(
  listener: RequestListener,
  { tls, maxConnections, refused, log, metrics, limits = httpLimits }: Options,
): Server {
  const server = tls ? secureServer(listener, tls, { log, metrics, limits }) : createHttp1Server(http1Options(limits), listener)
  // Sockets of HTTP/1.1 and sessions of HTTP/2 on which nothing moves.
  server.setTimeout(limits.stalledMs)
  // Without the second, processes of one port hand a connection round for ever when all are full.
  Object.assign(server, { maxConnections, dropMaxConnection: true })
  server.on('drop', () => refused.count++)
  return server
}

function http1Options({ headersMs, requestMs, keepAliveMs, checkMs, headerBytes }: HttpLimits) {
  return {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkMs,
    keepAliveTimeout: keepAliveMs,
    // Clients are told the former: what they send in the last moment still finds the connection open.
    keepAliveTimeoutBuffer: 1_000,
    maxHeaderSize: headerBytes,
  }
}

type Secured = { log: Logger; metrics: Metrics; limits: HttpLimits }

function secureServer(listener: RequestListener, tls: TlsSettings, { log, metrics, limits }: Secured) {
  const certificate = readCertificate(tls)
  tell(metrics, certificate)
  const server = createSecureServer({
    ...secrets(certificate),
    handshakeTimeout: limits.headersMs,
    allowHTTP1: true,
    http1Options: http1Options(limits),
    Http2ServerResponse: Http2Response,
    settings: { maxConcurrentStreams: 100, maxHeaderListSize: limits.headerBytes },
    maxHeaderListPairs: 100,
    // What a session may keep in memory, in megabytes: answers that are not read, headers, pings and settings that are not acknowledged.
    maxSessionMemory: 10,
    maxSettings: 32,
    // A client that makes mistakes, or opens streams only to cancel them, loses its session: a person who leaves a page cancels a few dozen.
    maxSessionInvalidFrames: 100,
    maxSessionRejectedStreams: 100,
    streamResetBurst: 200,
    streamResetRate: 33,
  })

  server.on('session', (session) => session.setTimeout(limits.keepAliveMs))
  server.on('request', (request, response) => {
    if (request.httpVersionMajor === 2) boundStream(request.stream, limits)
    // The requests and answers of HTTP/2 are made to be used as those of HTTP/1.1.
    listener(request as unknown as IncomingMessage, response as unknown as ServerResponse & { req: IncomingMessage })
  })

  const take = (renewed: Certificate) => {
    server.setSecureContext(secrets(renewed))
    tell(metrics, renewed)
  }
  server.once('listening', () => server.once('close', watchCertificate(tls, { log, pollMs: limits.certificateMs, take })))
  return server
}

function secrets({ cert, key }: Certificate) {
  return { cert, key, minVersion: 'TLSv1.2' } as const
}

function tell({ certificateExpiry }: Metrics, { serial, expiresAt }: Certificate): void {
  certificateExpiry.reset()
  certificateExpiry.set({ serial }, expiresAt.getTime() / 1_000)
}

/** What HTTP/1.1 has for a connection, for one stream: a session that is busy elsewhere would never find it idle. */
function boundStream(stream: ServerHttp2Stream, { requestMs, stalledMs, streamMs }: HttpLimits): void {
  const cancel = () => stream.close(constants.NGHTTP2_CANCEL)
  stream.setTimeout(stalledMs, cancel)
  // To Node a stream moves as long as its session does: pings are enough.
  const over = setTimeout(cancel, streamMs)
  stream.once('close', () => clearTimeout(over))
  if (stream.endAfterHeaders) return
  const late = setTimeout(cancel, requestMs)
  for (const event of ['end', 'close']) stream.once(event, () => clearTimeout(late))
  // What is still sent to a stream that has been answered is read by nobody.
  stream.once('finish', () => setImmediate(() => stream.destroy()))
}
