import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { Yoga } from '../graphql/create-graphql.ts'
import type { FastPath, Question } from '../graphql/plan/fast-path.ts'
import type { PackedAnswer } from '../graphql/plan/pack.ts'
import type { Count } from '../metrics.ts'
import { takeBody } from './body.ts'
import { encode, encodingFor, worthEncodingFrom } from './encode.ts'
import { lastHeaders, sendJson } from './handler.ts'
import { sendOverloaded, type Overload } from './overload.ts'
import type { SecurityHeaders } from './security-headers.ts'

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
    const question = questionOf(request, body)
    const ask = question && fastPath.read(question)
    const type = ask && typeOfAccept.get(request.headers.accept ?? '')
    if (!question || !ask || type === undefined) return execute(request, response, body, ask !== undefined)
    const ready = fastPath.answer(ask, question, encodingFor(request.headers['accept-encoding']))
    if (!(ready instanceof Promise)) return ready ? send(request, response, ready, type) : execute(request, response, body, false)
    return ready.then((composed) => (composed ? send(request, response, composed, type) : execute(request, response, body, false)))
  }

  function send(request: IncomingMessage, response: ServerResponse, { bytes, encoding, etag }: PackedAnswer, type: string): void {
    if (etag !== undefined && request.headers['if-none-match'] === etag) {
      response.writeHead(304, ['etag', etag, ...fixed]).end()
      return
    }
    const headers = ['content-type', type, ...fixed, 'content-length', String(bytes.length)]
    if (etag !== undefined) headers.push('etag', etag)
    if (encoding) headers.push('content-encoding', encoding)
    response.writeHead(200, headers).end(bytes)
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
    const bytes = encoding ? encode(text, encoding) : text
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

/** What may have a plan; everything else is the executor's. */
function questionOf({ method, headers, url = '' }: IncomingMessage, body: string): Question | undefined {
  if (method === 'GET') return { method, text: url, headers }
  if (method !== 'POST' || url.length > path.length || !isJson(headers['content-type'])) return undefined
  return { method, text: body, headers }
}

/** Of these the server itself decides: an answer that is whole has a length and no other framing, and HTTP/2 refuses the others. */
const ofTheConnection = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive'])

function isJson(contentType: string | undefined): boolean {
  return (
    contentType === 'application/json' ||
    contentType === 'application/json; charset=utf-8' ||
    contentType === 'application/json;charset=utf-8'
  )
}
