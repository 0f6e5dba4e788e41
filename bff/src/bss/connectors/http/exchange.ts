import { Pool } from 'undici'
import type { BssFailure } from '../../failure.ts'
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
/** Of an answer that is not wanted, so much is read. */
const mostUnread = 64 * 1024
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
      attempts.run(request.name, attempt, ({ onEnded, sent }) => {
        sent()
        return exchange(poolOf(request.origin), request, onEnded)
      }),

    async close() {
      attempts.close()
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
    },
  }
}

/** Without undici's streams: an answer is read whole, and of a stream and its events nothing is wanted. */
function exchange(pool: Pool, request: HttpRequest, onEnded: (leave: () => void) => void): Promise<HttpAnswer> {
  const { name, path, method, headers, body = null } = request
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let [status, bytes] = [0, 0]
    let header: Header = () => undefined
    let refusal: BssFailure | undefined
    pool.dispatch(
      { path, method, headers: { ...headers }, body },
      {
        onRequestStart(controller) {
          onEnded(() => controller.abort(new Error('Nobody waits for it any more')))
        },
        onResponseStart(_controller, statusCode, received) {
          // Only said on the way to the answer.
          if (statusCode < 200) return
          status = statusCode
          header = (wanted) => {
            const value = received[wanted]
            return Array.isArray(value) ? value[0] : value
          }
          if (status > 299 && !request.isTold?.({ status, header })) refusal = refused(name, status, header('retry-after'))
        },
        onResponseData(controller, chunk) {
          bytes += chunk.length
          // What is not wanted is read all the same, so that its connection can be used again; but not for ever.
          if (bytes > (refusal ? mostUnread : maxBodyBytes)) {
            refusal ??= tooLarge(name, maxBodyBytes)
            controller.abort(refusal)
          } else if (!refusal) chunks.push(chunk)
        },
        onResponseEnd() {
          if (refusal) return reject(refusal)
          resolve({ status, header, body: chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, bytes) })
        },
        onResponseError: (_controller, cause) => reject(refusal ?? unreachable(name, cause)),
      },
    )
  })
}
