import { Pool, type Dispatcher } from 'undici'
import { BssFailure, badAnswer } from '../../failure.ts'
import type { Connector } from '../contract.ts'
import type { ApiName, RestSettings } from './settings.ts'

export type RestRequest = {
  api: ApiName
  /** Below the API's base path; every variable part passed through `encodeURIComponent`. */
  path: string
  query?: Readonly<Record<string, string | number>>
  /** A body makes it a POST. */
  body?: unknown
  headers?: Readonly<Record<string, string>>
}
export type RestAnswer = { status: number; body: unknown; header: (name: string) => string | undefined }

/** More than any answer this BFF reads; a back-end that sends more is not answering the question. */
const maxBodyBytes = 4 * 1024 * 1024
/** Connections are made on the local network or not at all. */
const connectTimeoutMs = 2_000

/**
 * HTTP to the back-ends: one undici pool an origin. The pools are unbounded on purpose: the limiter before them decides how many
 * requests are open, so undici never queues and an abortion always ends a running request.
 */
export function createRestConnector(apis: RestSettings): Connector<RestRequest, RestAnswer> {
  const pools = new Map<string, Pool>()
  const poolOf = (origin: string) => {
    let pool = pools.get(origin)
    if (!pool) {
      // undici's own header and body timers are coarse by up to a second and off: the timer below is exact.
      pool = new Pool(origin, {
        connections: null,
        pipelining: 1,
        connect: { timeout: connectTimeoutMs },
        headersTimeout: 0,
        bodyTimeout: 0,
      })
      pools.set(origin, pool)
    }
    return pool
  }

  return {
    async send(request, { timeoutMs, signal }) {
      const base = apis[request.api]
      const abort = new AbortController()
      let timer: NodeJS.Timeout | undefined
      // Raced as well as aborted: undici leaves a request unsettled that is aborted while its connection is being made.
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          reject(timedOut(request, timeoutMs))
          abort.abort()
        }, timeoutMs)
      })
      try {
        return await Promise.race([exchange(poolOf(base.origin), base, request, abort.signal), late])
      } finally {
        clearTimeout(timer)
      }
    },

    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
    },
  }
}

async function exchange(pool: Pool, base: URL, request: RestRequest, signal: AbortSignal): Promise<RestAnswer> {
  let response: Dispatcher.ResponseData
  try {
    response = await pool.request({
      path: pathOf(base, request),
      method: request.body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...request.headers,
      },
      body: request.body === undefined ? null : JSON.stringify(request.body),
      signal,
    })
  } catch (cause) {
    throw unreachable(request, cause)
  }

  const { statusCode: status, headers } = response
  const header = (name: string) => {
    const value = headers[name]
    return Array.isArray(value) ? value[0] : value
  }
  if (status < 200 || status > 299) {
    // An unread body would keep its connection busy for ever.
    await response.body.dump({ limit: 64 * 1024 }).catch(() => undefined)
    throw refused(request, status, header('retry-after'))
  }
  const text = await readBody(response.body, request)
  try {
    return { status, body: JSON.parse(text) as unknown, header }
  } catch (cause) {
    throw badAnswer(nameOf(request), 'JSON', `${text.length} characters that are not`, cause)
  }
}

async function readBody(body: Dispatcher.ResponseData['body'], request: RestRequest): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > maxBodyBytes) {
        body.destroy()
        throw badAnswer(nameOf(request), `at most ${maxBodyBytes} bytes`, 'more')
      }
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof BssFailure ? error : unreachable(request, error)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function pathOf(base: URL, { path, query }: RestRequest): string {
  const search = query ? `?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}` : ''
  return `${base.pathname.replace(/\/$/, '')}/${path}${search}`
}

/** For the log: the API and the resource, without the ids that follow it. */
function nameOf({ api, path }: RestRequest): string {
  return `${api} ${path.split('/')[0]}`
}

function timedOut(request: RestRequest, timeoutMs: number): BssFailure {
  const fault = {
    expected: `an answer within ${timeoutMs} ms`,
    got: 'none',
    fix: "Look at the back-end, or raise the method's readTimeoutMs",
  }
  return new BssFailure('BSS_TIMEOUT', nameOf(request), fault, { wasSent: true, isRetryable: true })
}

/** The errors of a connection that was never made: the request cannot have arrived. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

function unreachable(request: RestRequest, cause: unknown): BssFailure {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'an error'
  const fault = { expected: 'an HTTP answer', got: code, fix: 'Check that the back-end runs and that its BSS_…_URL is right' }
  return new BssFailure('BSS_UNAVAILABLE', nameOf(request), fault, { wasSent: !neverSent.has(code), isRetryable: true, cause })
}

function refused(request: RestRequest, status: number, retryAfter: string | undefined): BssFailure {
  const seconds = retryAfter !== undefined && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : undefined
  const fault = { expected: 'status 2xx', got: String(status), fix: 'Look at the log of the back-end' }
  const mayPass = status === 429 || status >= 500
  return new BssFailure(mayPass ? 'BSS_UNAVAILABLE' : 'BSS_BAD_ANSWER', nameOf(request), fault, {
    // A 4xx says no before doing anything; a 5xx or a redirection may have come after.
    wasSent: status >= 500 || status < 400,
    isRetryable: mayPass,
    retryAfterSeconds: seconds,
  })
}
