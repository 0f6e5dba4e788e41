import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { contentTypeOf, writeEnvelope } from '../soap/envelope.ts'
import type { Reply } from './types.ts'

/** Sends an answer whole. */
export function sendReply(response: ServerResponse, reply: Reply, isHead = false): void {
  if (response.destroyed) return
  const body = bodyOf(reply)
  response.writeHead(reply.status, { ...headersOf(reply), ...(hasBody(reply) ? { 'content-length': Buffer.byteLength(body) } : {}) })
  response.end(isHead ? '' : body)
}

export function bodyOf(reply: Reply): string {
  if (reply.soap) return writeEnvelope(reply.soap)
  return reply.json === undefined ? (reply.text ?? '') : JSON.stringify(reply.json)
}

/** The TM Forum files say `application/json;charset=utf-8`, so that is what goes out. */
export function headersOf(reply: Reply): OutgoingHttpHeaders {
  return {
    ...(reply.json === undefined ? {} : { 'content-type': 'application/json;charset=utf-8' }),
    ...(reply.soap && { 'content-type': contentTypeOf(reply.soap) }),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...reply.headers,
  }
}

function hasBody(reply: Reply): boolean {
  return reply.status !== 204 && reply.status !== 304
}
