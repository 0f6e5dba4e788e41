import type { ServerResponse } from 'node:http'
import type { ServerHttp2Session } from 'node:http2'
import { Server, type Socket } from 'node:net'

/** How long everything may take to finish when a server closes, in milliseconds. */
export const closeGraceMs = 10_000

/** Any server of `node:http`, `node:https` or `node:http2`. */
type AnyServer = Server & { closeIdleConnections?(): void }

type Options = {
  /** How long idle connections stay open, in milliseconds: a request may be on its way on one. */
  windowMs: number
  /** After how long, from the beginning, what still runs is cut. In milliseconds. @default 10 s */
  graceMs?: number
}

/** How often connections that have become idle are looked for, in milliseconds. */
const lookMs = 25

/**
 * Ends a server so that no answer is cut. Call it before the server listens. What it returns takes no new connections from then on and tells every client,
 * with its next answer, not to ask again on this connection; it resolves when the last connection has closed. HTTP/2 needs no window: a client is told which
 * of its requests were taken, and asks the others again elsewhere.
 */
export function createDrain(server: AnyServer, { windowMs, graceMs = closeGraceMs }: Options): () => Promise<void> {
  const sockets = new Set<Socket>()
  const sessions = new Set<ServerHttp2Session>()
  let isClosing = false

  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }
  server.on('connection', keep)
  // Over TLS, the connection that answers are written to is another object.
  server.on('secureConnection', keep)
  server.on('session', (session: ServerHttp2Session) => {
    sessions.add(session)
    session.once('close', () => sessions.delete(session))
    if (isClosing) session.close()
  })

  let closed: Promise<void> | undefined
  return () => (closed ??= close())

  async function close(): Promise<void> {
    isClosing = true
    const ended = new Promise<true>((resolve) => {
      // The `close` of an HTTP server closes idle connections at once; that of every server does not.
      Server.prototype.close.call(server, () => resolve(true))
    })
    server.prependListener('request', (_request, response: ServerResponse) => bidFarewell(response))
    for (const socket of sockets) bidFarewell(runningOn(socket))
    for (const session of sessions) session.close()

    const force = setTimeout(() => {
      for (const socket of sockets) socket.destroy()
    }, graceMs)
    if (!(await within(windowMs, ended))) {
      // Opened ahead of need, never used.
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
      do server.closeIdleConnections?.()
      while (!(await within(lookMs, ended)))
    }
    clearTimeout(force)
    // Once more, now as HTTP servers do it: it stops their looking after slow connections.
    server.close(() => {})
  }
}

/** This answer is the last on its connection. HTTP/2 has its own way. */
function bidFarewell(response: ServerResponse | undefined): void {
  if (response && !response.headersSent && response.req.httpVersionMajor === 1) response.setHeader('connection', 'close')
}

/** The answer a connection is busy with. Node keeps it there for itself; counting requests would cost every one of them. */
function runningOn(socket: Socket): ServerResponse | undefined {
  return (socket as Socket & { _httpMessage?: ServerResponse | null })._httpMessage ?? undefined
}

async function within(ms: number, ended: Promise<true>): Promise<boolean> {
  const late = Promise.withResolvers<false>()
  const timer = setTimeout(late.resolve, ms, false)
  const isEnded = await Promise.race([ended, late.promise])
  clearTimeout(timer)
  return isEnded
}
