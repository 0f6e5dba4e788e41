import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { bodyOf, headersOf, sendReply } from '../http/send.ts'
import type { Handler, Reply, SimRequest } from '../http/types.ts'
import type { Format } from './formats/contract.ts'
import type { Fault, FaultKind, FaultOf } from './types.ts'

/** Where a redirect leads unless told otherwise: a path of the simulator that counts who follows. */
export const followedPath = '/_simulator/followed'

type Struck = readonly { fault: Fault; draw: number }[]

/** Answers a call that meets these faults: delays add up, changes of the body too, and of those that break the answer the first one does. */
export async function deliverWithFaults(
  struck: Struck,
  request: SimRequest,
  handle: Handler,
  response: ServerResponse,
  format: Format,
): Promise<void> {
  if (struck.length === 0) return sendReply(response, await handle(request), request.method === 'HEAD')
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  for (const { fault, draw } of struck) {
    if (fault.kind === 'latency') await wait(fault.ms + Math.round(draw * (fault.jitterMs ?? 0)), gone.signal)
  }
  if (response.destroyed) return

  const faults = struck.map(({ fault }) => fault)
  const delay = ofKind(faults, 'asynchronous')
  const delayed = delay ? { ...request, delay: { afterMs: delay.afterMs ?? 2_000, outcome: delay.outcome ?? 'completed' } } : request
  const breaking = faults.find(({ kind }) => !harmless.has(kind))

  // A fault that stands in for the system answers without it, unless the request is to take effect and only its answer to be lost.
  const isHandled = !breaking || breaking.kind === 'hangAfterHeaders' || breaking.kind === 'slowBody' || isAfterHandling(breaking)
  const reply = isHandled ? change(await handle(delayed), faults, format) : nothing
  if (breaking) await breakAnswer(breaking, reply, response, gone.signal, format)
  else sendReply(response, reply, request.method === 'HEAD')
}

/** These leave the answer whole. */
const harmless = new Set<FaultKind>(['latency', 'asynchronous', 'sloppy', 'wrongTypes'])
const nothing: Reply = { status: 200, json: [] }

function change(reply: Reply, faults: readonly Fault[], format: Format): Reply {
  const sloppy = ofKind(faults, 'sloppy')
  const changed = sloppy ? format.sloppy(reply, sloppy.deviations) : reply
  return ofKind(faults, 'wrongTypes') ? format.wrongTypes(changed) : changed
}

function isAfterHandling(fault: Fault): boolean {
  if (fault.kind === 'reset' && (fault.afterBytes ?? 0) > 0) return true
  return 'afterHandling' in fault && fault.afterHandling === true
}

async function breakAnswer(fault: Fault, reply: Reply, response: ServerResponse, gone: AbortSignal, format: Format): Promise<void> {
  switch (fault.kind) {
    case 'error': {
      const headers: Record<string, string> =
        fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) }
      return sendReply(response, { ...format.error(fault.status ?? 500), headers })
    }
    case 'redirect':
      return sendReply(response, { status: 302, headers: { location: fault.location ?? followedPath } })
    case 'garbage':
      return sendGarbage(fault.body ?? 'html', response, format)
    case 'hugeBody':
      return sendHuge(fault.bytes ?? 64 * 1024 * 1024, response, gone, format)
    case 'hang':
      return closed(gone)
    case 'hangAfterHeaders':
      response.writeHead(reply.status, headersOf(reply))
      response.flushHeaders()
      return closed(gone)
    case 'slowBody':
      return sendSlowly(fault, reply, response, gone)
    case 'reset':
      return cut(fault.afterBytes ?? 0, reply, response)
    default:
      return sendReply(response, reply)
  }
}

function sendGarbage(kind: NonNullable<FaultOf<'garbage'>['body']>, response: ServerResponse, format: Format): void {
  const bodies = {
    html: '<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>',
    truncated: format.truncated,
    binary: Buffer.from([0x1f, 0x8b, 0x08, 0x00, 0xff, 0xfe, 0x00, 0x80, 0xc3, 0x28]),
    empty: '',
  }
  response.writeHead(200, { 'content-type': format.contentType })
  response.end(bodies[kind])
}

/** A list that looks right from the start and goes on and on; it stops when the reader hangs up. */
async function sendHuge(bytes: number, response: ServerResponse, gone: AbortSignal, format: Format): Promise<void> {
  response.writeHead(200, { 'content-type': format.contentType })
  const { start, end } = format.endless
  const piece = Buffer.from(format.endless.piece)
  response.write(start)
  for (let sent = start.length; sent < bytes && !response.destroyed; sent += piece.length) {
    if (!response.write(piece)) await once(response, 'drain', { signal: gone }).catch(ignoreAbort)
  }
  response.end(end)
}

async function sendSlowly(fault: FaultOf<'slowBody'>, reply: Reply, response: ServerResponse, gone: AbortSignal): Promise<void> {
  const body = Buffer.from(bodyOf(reply))
  const step = fault.chunkBytes ?? 16
  response.writeHead(reply.status, { ...headersOf(reply), 'content-length': body.length })
  for (let at = 0; at < body.length && !response.destroyed; at += step) {
    response.write(body.subarray(at, at + step))
    await wait(fault.intervalMs ?? 100, gone)
  }
  response.end()
}

/** Ends the connection as a crashed process does: with a reset, not a farewell. */
async function cut(afterBytes: number, reply: Reply, response: ServerResponse): Promise<void> {
  if (afterBytes > 0) {
    const body = Buffer.from(bodyOf(reply))
    response.writeHead(reply.status, { ...headersOf(reply), 'content-length': Math.max(body.length, afterBytes + 1) })
    await new Promise((resolve) => response.write(body.subarray(0, afterBytes), resolve))
  }
  response.socket?.resetAndDestroy()
}

/** Waits, but not for a reader who has left. */
async function wait(ms: number, gone: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: gone }).catch(ignoreAbort)
}

async function closed(gone: AbortSignal): Promise<void> {
  if (!gone.aborted) await once(gone, 'abort')
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error
}

function ofKind<Kind extends FaultKind>(faults: readonly Fault[], kind: Kind): FaultOf<Kind> | undefined {
  return faults.find((fault) => fault.kind === kind) as FaultOf<Kind> | undefined
}
