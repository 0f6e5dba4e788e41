import { createLimiter } from '../bss/ask/limit.ts'
import type { Connector } from '../bss/connectors/contract.ts'
import type { RestAnswer, RestRequest } from '../bss/connectors/rest/connector.ts'
import { listAll } from '../bss/connectors/rest/list-all.ts'
import { BssFailure } from '../bss/failure.ts'
import { createSparingLog } from '../bss/sparing-log.ts'
import { Reading } from '../bss/tolerant/reading.ts'
import { ClientError } from '../client-error.ts'
import type { Logger } from '../log.ts'

/** The operator's systems, asked directly on behalf of an agent. All reject with a ClientError BACKEND_UNAVAILABLE. */
export type BackEnd = {
  /** One thing by its id; absent when there is none. */
  find(request: RestRequest): Promise<Reading | undefined>
  /** All of a collection, up to the bound of `listAll`. */
  list(request: RestRequest): Promise<Reading[]>
  /** One page of a collection: at most `limit` from `offset` on. */
  page(request: RestRequest, offset: number, limit: number): Promise<Reading[]>
}

/** One attempt, in milliseconds; a failure that may pass is worth a second one. */
const attemptMs = 1_500
/** Agents are few, but a system that is slow must not be asked by all of them at once. */
const limits = { poolSize: 16, connectionWaitMs: 1_000 }

/**
 * What agents ask of the operator's systems has arguments, is about anybody, and is asked once: none of it belongs into the customers' data layer, where every
 * method is about one customer and its answers are kept.
 */
export function createBackEnd({ rest, log }: { rest: Connector<RestRequest, RestAnswer>; log: Logger }): BackEnd {
  const limiter = createLimiter()
  const sparing = createSparingLog(log)

  return {
    find: (request) =>
      told(async () => {
        const { status, body } = await send({ ...request, told: [404] })
        return status === 404 ? undefined : new Reading(body, nameOf(request))
      }),
    list: (request) => told(() => listAll({ send }, request)),
    page: (request, offset, limit) =>
      told(async () => {
        const { body } = await send({ ...request, query: { ...request.query, offset, limit } })
        return new Reading(body, nameOf(request)).wholeItems()
      }),
  }

  async function send(request: RestRequest): Promise<RestAnswer> {
    try {
      return await attempt(request)
    } catch (error) {
      if (!(error instanceof BssFailure) || !error.isRetryable) throw error
      return attempt(request)
    }
  }

  async function attempt(request: RestRequest): Promise<RestAnswer> {
    const leave = await limiter.enter(limits)
    try {
      return await rest.send(request, { timeoutMs: attemptMs })
    } finally {
      leave()
    }
  }

  async function told<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask()
    } catch (err) {
      if (!(err instanceof BssFailure)) throw err
      sparing.warn(err.code, { err }, 'a back-end gave an agent no answer')
      const fault = { expected: 'a system of the operator that answers', got: 'none', fix: 'Try again in a moment' }
      throw new ClientError('BACKEND_UNAVAILABLE', 'The systems do not answer', fault, { cause: err })
    }
  }
}

/** For errors and the log: without the ids that follow the collection. */
function nameOf({ path }: RestRequest): string {
  return path.split('/')[0] ?? path
}
