import type { IncomingMessage } from 'node:http'
import { HttpProblem, badRequest } from './problem.ts'
import type { SimRequest } from './types.ts'

const maxBytes = 64 * 1024
const empty = Buffer.alloc(0)

/** Reads a request's body whole. @throws {HttpProblem} 413 beyond 64 KiB */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  if (incoming.headers['content-length'] === undefined && incoming.headers['transfer-encoding'] === undefined) return empty
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) {
      throw new HttpProblem(413, 'tooLarge', 'The body is too large', `Expected at most ${maxBytes} bytes. Send less.`, {
        connection: 'close',
      })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The body as JSON. @throws {HttpProblem} 415 or 400 */
export function readJson(request: SimRequest): unknown {
  const type = mediaType(request)
  if (type !== 'application/json') {
    throw new HttpProblem(
      415,
      'mediaType',
      'The media type is not supported',
      `Expected content-type application/json, got ${type || 'none'}.`,
    )
  }
  try {
    return JSON.parse(request.body.toString('utf8')) as unknown
  } catch (error) {
    throw badRequest(`Expected a JSON body: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The body as an HTML form. @throws {HttpProblem} 415 */
export function readForm(request: SimRequest): URLSearchParams {
  const type = mediaType(request)
  if (type !== 'application/x-www-form-urlencoded') {
    throw new HttpProblem(
      415,
      'mediaType',
      'The media type is not supported',
      `Expected content-type application/x-www-form-urlencoded, got ${type || 'none'}.`,
    )
  }
  return new URLSearchParams(request.body.toString('utf8'))
}

function mediaType(request: SimRequest): string {
  return (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
}
