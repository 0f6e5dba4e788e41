import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import { exactBytes } from '../exact-bytes.ts'
import type { Yoga } from '../graphql/create-graphql.ts'
import type { Ask } from '../graphql/plan/asks.ts'
import type { FastPath } from '../graphql/plan/fast-path.ts'
import type { KeptAnswer } from '../graphql/plan/kept-answers.ts'
import type { Count } from '../metrics.ts'
import { takeBody } from './body.ts'
import { encode, encodingFor, worthEncodingFrom, type Encoding } from './encode.ts'
import { lastHeaders, sendJson } from './handler.ts'
import { sendOverloaded, type Overload } from './overload.ts'
import type { SecurityHeaders } from './security-headers.ts'
import { tagOf } from './tag.ts'

/** Longer than any document a client ships, with its variables. */
const maxBodyBytes = 256 * 1024
/** So many different Accept headers are known. */
const acceptsKept = 256

type Dependencies = {
  yoga: Yoga
  fastPath: FastPath
  secure: SecurityHeaders
  overload: Overload
  /** Counts what the executor has answered. */
  byExecutor: Count
  /** What goes wrong in a way nobody foresaw. */
  failed: (response: ServerResponse, error: unknown) => void
}

/**
 * `/graphql`, before everything else the server does: it is what customers wait for. A question with a plan is answered from what is kept, in one write; every other one by the
 * executor. Answers are personal: nobody on the way may keep them.
 */
export function serveGraphql({ yoga, fastPath, secure, overload, byExecutor, failed }: Dependencies) {
  /** The type the executor answers with for an Accept header, learned from its answers. */
  const typeOfAccept = new LRUCache<string, string>({ max: acceptsKept })
  const fixed = ['cache-control', 'no-store', ...secure.flat]

  /** True when it has taken the request. */
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const url = request.url ?? ''
    if (!url.startsWith('/graphql') || (url.length > path.length && url[path.length] !== '?')) return false
    if (request.method === 'POST')
      takeBody(request, maxBodyBytes, (body) => guarded(request, response, () => answer(request, response, body)))
    else guarded(request, response, () => answer(request, response, ''))
    return true
  }

  /** Takes a place for as long as it is answered; reading a body takes none, and is bounded by the connections there may be. */
  function guarded(request: IncomingMessage, response: ServerResponse, run: () => Promise<void> | void): void {
    if (!overload.enter()) {
      secure.apply(response)
      sendOverloaded(request, response)
      return
    }
    let running: Promise<void> | void
    try {
      running = run()
    } catch (error) {
      overload.leave()
      failed(response, error)
      return
    }
    if (running === undefined) overload.leave()
    else running.catch((error: unknown) => failed(response, error)).finally(() => overload.leave())
  }

  function answer(request: IncomingMessage, response: ServerResponse, body: string | undefined): Promise<void> | void {
    if (body === undefined)
      return refuse(response, 413, 'BODY_TOO_LARGE', `The request is too large: expected at most ${maxBodyBytes} bytes. Ask for less.`)
    if (body === '' && request.method === 'POST')
      return refuse(response, 400, 'BAD_REQUEST', 'The request has no body: expected a question as JSON. Send one.')
    const ask = planned(request, body)
    const type = ask && typeOfAccept.get(request.headers.accept ?? '')
    if (!ask || type === undefined) return execute(request, response, body, ask !== undefined)
    const kept = fastPath.answer(ask, request.headers)
    if (!(kept instanceof Promise)) return kept ? send(request, response, ask, kept, type) : execute(request, response, body, false)
    return kept.then((composed) => (composed ? send(request, response, ask, composed, type) : execute(request, response, body, false)))
  }

  function planned(request: IncomingMessage, body: string): Ask | undefined {
    const { method, headers, url = '' } = request
    if (method === 'GET') return fastPath.read({ method, text: url, headers })
    if (method !== 'POST' || url.length > path.length || !isJson(headers['content-type'])) return undefined
    return fastPath.read({ method, text: body, headers })
  }

  function send(request: IncomingMessage, response: ServerResponse, ask: Ask, kept: KeptAnswer, type: string): void {
    const headers = ['content-type', type, ...fixed]
    if (request.method === 'GET') {
      const etag = (kept.etag ??= tagOf(kept.parts))
      headers.push('etag', etag)
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304, ['etag', etag, ...fixed]).end()
        return
      }
    }
    const encoding = kept.bytes < worthEncodingFrom ? undefined : encodingFor(request.headers['accept-encoding'])
    const bytes = encodedAs(encoding, request, ask, kept)
    if (encoding) headers.push('content-encoding', encoding)
    headers.push('content-length', String(bytes.length))
    response.writeHead(200, headers).end(bytes)
  }

  /** The whole answer. Once encoded it is small and kept; as it is, it is joined from its parts, and kept for those who ask again. */
  function encodedAs(encoding: Encoding | undefined, request: IncomingMessage, ask: Ask, kept: KeptAnswer): Buffer {
    const known = kept.whole.get(encoding)
    if (known) return known
    const bytes = encoding ? encode(kept.parts, kept.bytes, encoding) : Buffer.concat(kept.parts, kept.bytes)
    if (encoding || kept.given > 1) {
      kept.whole.set(encoding, exactBytes(bytes))
      fastPath.weigh(ask, request.headers, kept)
    }
    return bytes
  }

  /** @param isPlanned whether its plan would have answered, had it been known in which type */
  async function execute(request: IncomingMessage, response: ServerResponse, body: string, isPlanned: boolean): Promise<void> {
    byExecutor.count++
    if (request.method === 'POST') Object.assign(request, { body })
    const answered = await yoga.handleNodeRequestAndResponse(request, response, { req: request })
    const type = answered.headers.get('content-type')
    if (isPlanned && answered.status === 200 && type?.includes('json')) typeOfAccept.set(request.headers.accept ?? '', type)
    const text = Buffer.from(await answered.text())
    const isPlain = text.length >= worthEncodingFrom && !answered.headers.has('content-encoding')
    const encoding = isPlain ? encodingFor(request.headers['accept-encoding']) : undefined
    const bytes = encoding ? encode([text], text.length, encoding) : text
    const headers = [...answered.headers].filter(([name]) => !ofTheConnection.has(name.toLowerCase())).flat()
    if (encoding) headers.push('content-encoding', encoding)
    response.writeHead(answered.status, [...headers, ...fixed, 'content-length', String(bytes.length)]).end(bytes)
  }

  function refuse(response: ServerResponse, status: 400 | 413, code: string, message: string): void {
    secure.apply(response)
    sendJson(response, status, { errors: [{ message, extensions: { code } }] }, status === 413 ? lastHeaders(response) : {})
  }
}

const path = '/graphql'

/** Of these the server itself decides: an answer that is whole has a length and no other framing, and HTTP/2 refuses the others. */
const ofTheConnection = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive'])

function isJson(contentType: string | undefined): boolean {
  return (
    contentType === 'application/json' ||
    contentType === 'application/json; charset=utf-8' ||
    contentType === 'application/json;charset=utf-8'
  )
}
