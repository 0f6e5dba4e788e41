import type { IncomingMessage, ServerResponse } from 'node:http'

/** One thing the server can do. True when it has taken the request; false leaves it to the next. */
export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean | Promise<boolean>

/** Answers with JSON that nobody keeps. */
export function sendJson(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): true {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(text)
  return true
}

/** An error outside GraphQL, in the same words. */
export function sendError(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): true {
  return sendJson(response, status, { error: { code, message } }, headers)
}

/**
 * Headers of an answer to a body that was not read to its end: the rest must not be taken for the next request. HTTP/2 knows them apart, and has no
 * such header.
 */
export function lastHeaders({ req }: ServerResponse): Record<string, string> {
  return req.httpVersionMajor === 1 ? { connection: 'close' } : {}
}

/** GET and HEAD only: true when the method is another, which has then been answered. */
export function refusesMethod(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false
  return sendError(response, 405, 'METHOD_NOT_ALLOWED', 'Expected GET.', { allow: 'GET, HEAD' })
}
