import { Pool, type Dispatcher } from 'undici'
import { BssFailure } from '../../failure.ts'
import { createAttempts } from '../attempts.ts'
import type { Attempt } from '../contract.ts'
import { tooLarge } from '../failures.ts'
import { refused, unreachable } from './failures.ts'
import type { HttpSettings } from './settings.ts'

export type HttpRequest = {
  /** What is asked, for errors and the log; never anything of a customer. */
  name: string
  origin: string
  /** With the query. */
  path: string
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  headers: Readonly<Record<string, string>>
  body?: string | undefined
  /** Whether an answer that is no 2xx has something to say in its body; it comes back like any other then. @default none has */
  isTold?: (answer: Pick<HttpAnswer, 'status' | 'header'>) => boolean
}
export type HttpAnswer = { status: number; header: Header; body: Buffer }
export type Header = (name: string) => string | undefined

export type Exchange = {
  /** One request and its whole answer, under the terms of `Connector.send`. Redirections are not followed: they are no answer. */
  send(request: HttpRequest, attempt: Attempt): Promise<HttpAnswer>
  close(): Promise<void>
}

/** More than any answer this BFF reads; a back-end that sends more is not answering the question. */
const maxBodyBytes = 4 * 1024 * 1024
/** Connections are made on the local network or not at all. */
const connectTimeoutMs = 2_000

/**
 * HTTP to the back-ends: one undici pool an origin. The pools are unbounded on purpose: the limiter before them decides how many
 * requests are open, so undici never queues and an abortion always ends a running request.
 */
export function createExchange({ ca }: HttpSettings = {}): Exchange {
  const pools = new Map<string, Pool>()
  const attempts = createAttempts()
  const poolOf = (origin: string) => {
    let pool = pools.get(origin)
    if (!pool) {
      // undici's own header and body timers are coarse by up to a second and off: those of the attempts are exact.
      pool = new Pool(origin, {
        connections: null,
        pipelining: 1,
        connect: { timeout: connectTimeoutMs, ...(ca && { ca }) },
        headersTimeout: 0,
        bodyTimeout: 0,
      })
      pools.set(origin, pool)
    }
    return pool
  }

  return {
    send: (request, attempt) =>
      // undici's word is not enough: it leaves a request unsettled that is aborted while its connection is being made.
      attempts.run(request.name, attempt, ({ ended, sent }) => {
        sent()
        return exchange(poolOf(request.origin), request, ended)
      }),

    async close() {
      attempts.close()
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
    },
  }
}

async function exchange(pool: Pool, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
  const { path, method, headers, body = null } = request
  let response: Dispatcher.ResponseData
  try {
    response = await pool.request({ path, method, headers, body, signal })
  } catch (cause) {
    throw unreachable(request.name, cause)
  }

  const { statusCode: status } = response
  const header = (name: string) => {
    const value = response.headers[name]
    return Array.isArray(value) ? value[0] : value
  }
  if ((status < 200 || status > 299) && !request.isTold?.({ status, header })) {
    // An unread body would keep its connection busy for ever.
    await response.body.dump({ limit: 64 * 1024 }).catch(() => undefined)
    throw refused(request.name, status, header('retry-after'))
  }
  return { status, header, body: await readBody(response.body, request) }
}

async function readBody(body: Dispatcher.ResponseData['body'], { name }: HttpRequest): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > maxBodyBytes) {
        body.destroy()
        throw tooLarge(name, maxBodyBytes)
      }
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof BssFailure ? error : unreachable(name, error)
  }
  return Buffer.concat(chunks)
}
