import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { Reply } from './types.ts'

/** Sends an answer whole. */
export function sendReply(response: ServerResponse, reply: Reply, isHead = false): void {
  if (response.destroyed) return
  const body = bodyOf(reply)
  response.writeHead(reply.status, { ...headersOf(reply), ...(hasBody(reply) ? { 'content-length': Buffer.byteLength(body) } : {}) })
  response.end(isHead ? '' : body)
}

export function bodyOf(reply: Reply): string {
  return reply.json === undefined ? (reply.text ?? '') : JSON.stringify(reply.json)
}

/** The TM Forum files say `application/json;charset=utf-8`, so that is what goes out. */
export function headersOf(reply: Reply): OutgoingHttpHeaders {
  return {
    ...(reply.json === undefined ? {} : { 'content-type': 'application/json;charset=utf-8' }),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...reply.headers,
  }
}

function hasBody(reply: Reply): boolean {
  return reply.status !== 204 && reply.status !== 304
}
