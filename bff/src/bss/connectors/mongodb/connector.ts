import { setTimeout as sleep } from 'node:timers/promises'
import {
  MongoClient,
  MongoNetworkError,
  MongoParseError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb'
import { BssFailure, badAnswer } from '../../failure.ts'
import { createAttempts } from '../attempts.ts'
import type { Connector } from '../contract.ts'
import { timedOut, tooLarge } from '../failures.ts'
import type { HttpSettings } from '../http/settings.ts'
import { checkedField, filterOf, type MongodbQuery } from './query.ts'
import type { MongodbSettings } from './settings.ts'
import { readDocument, type MongodbDocument } from './values.ts'

export type MongodbRequest = MongodbQuery
/** The documents that were found. */
export type MongodbAnswer = MongodbDocument[]

/** More than any answer this BFF reads. */
const maxDocuments = 1_000
const maxBytes = 4 * 1024 * 1024
/** Connections are made on the local network or not at all. */
const connectTimeoutMs = 2_000
/** No attempt is longer; what is left of one then, the driver throws away. */
const socketTimeoutMs = 60_000
const idleMs = 30_000
const farewellMs = 500
/** A driver that has brought no answer for so long is thrown away when something fails. */
const silentMs = 10_000

/** Finds documents in the operator's MongoDB; it cannot write. */
export function createMongodbConnector(
  { url, user, password }: MongodbSettings,
  { ca }: HttpSettings = {},
): Connector<MongodbRequest, MongodbAnswer> {
  const attempts = createAttempts()
  let connected: MongoClient | undefined
  let answered = performance.now()
  const client = () =>
    (connected ??= new MongoClient(url, {
      appName: 'mosaic',
      ...(user !== undefined && { auth: { username: user, password: password ?? '' } }),
      ...(ca !== undefined && { ca }),
      // The limits before it decide how many attempts there are: none waits here, neither for a connection nor for its turn to make one.
      maxPoolSize: 0,
      maxConnecting: 1_000,
      maxIdleTimeMS: idleMs,
      // Its time-outs end what our timer has left behind; the driver's own `timeoutMS` does nothing.
      waitQueueTimeoutMS: connectTimeoutMs,
      serverSelectionTimeoutMS: connectTimeoutMs,
      connectTimeoutMS: connectTimeoutMs,
      socketTimeoutMS: socketTimeoutMs,
      // Repetitions are the policy's.
      retryReads: false,
    }))

  return {
    async send(query, attempt) {
      const filter = filterOf(query)
      return attempts.run(query.collection, attempt, async ({ ended, sent }) => {
        sent()
        const asked = client()
        try {
          const found = asked
            .db()
            .collection(checkedField(query.collection))
            .find(filter, {
              projection: Object.fromEntries(
                ['_id', ...query.fields].map((field) => [checkedField(field), query.fields.includes(field) ? 1 : 0]),
              ),
              ...(query.orderBy && { sort: Object.fromEntries(query.orderBy.map((field) => [checkedField(field), 1 as const])) }),
              limit: maxDocuments + 1,
              // The server ends what nobody waits for any more.
              maxTimeMS: attempt.timeoutMs,
              signal: ended(),
              // Each document as its bytes: they are counted before they are taken apart.
              raw: true,
            })
          const documents = await read(query.collection, found as AsyncIterable<unknown> as AsyncIterable<Uint8Array>)
          answered = performance.now()
          return documents
        } catch (error) {
          // A server that was not there at first the driver never finds, nor, sometimes, one that was cut off.
          const isLost = error instanceof MongoServerSelectionError || error instanceof MongoTopologyClosedError
          if (connected === asked && (isLost || performance.now() - answered > silentMs)) {
            connected = undefined
            answered = performance.now()
            asked.close().catch(() => undefined)
          }
          throw failureOf(query.collection, attempt.timeoutMs, error)
        }
      })
    },

    async close() {
      attempts.close()
      // It says good-bye to MongoDB, which may not be listening; its connections end all the same.
      await Promise.race([connected?.close(), sleep(farewellMs, undefined, { ref: false })])
    },
  }
}

async function read(name: string, found: AsyncIterable<Uint8Array>): Promise<MongodbAnswer> {
  const documents: MongodbDocument[] = []
  let size = 0
  for await (const bytes of found) {
    size += bytes.length
    if (size > maxBytes) throw tooLarge(name, maxBytes)
    if (documents.length === maxDocuments) throw badAnswer(name, `at most ${maxDocuments} documents`, 'more')
    documents.push(readDocument(bytes))
  }
  return documents
}

/** MongoDB's codes: who asks may not, or is not who he says; the time is over. */
const noAccess = new Set([13, 18])
const maxTimeExpired = 50

function failureOf(name: string, timeoutMs: number, error: unknown): BssFailure {
  if (error instanceof BssFailure) return error
  if (error instanceof MongoServerError) {
    const code = Number(error.code)
    if (code === maxTimeExpired) return timedOut(name, timeoutMs)
    const isRefused = noAccess.has(code)
    const fault = isRefused
      ? {
          expected: 'access to the database',
          got: codeOf(error),
          fix: 'Check BSS_MONGODB_USER and BSS_MONGODB_PASSWORD, and the rights of that user',
        }
      : { expected: 'documents', got: codeOf(error), fix: 'Look at the log of MongoDB' }
    return new BssFailure('BSS_UNAVAILABLE', name, fault, { wasSent: !isRefused, isRetryable: !isRefused, cause: error })
  }
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError || error instanceof MongoTopologyClosedError) {
    const fault = { expected: 'a connection to MongoDB', got: error.name, fix: 'Check that it runs and that BSS_MONGODB_URL is right' }
    const wasSent = error instanceof MongoNetworkError && !('beforeHandshake' in error && error.beforeHandshake === true)
    return new BssFailure('BSS_UNAVAILABLE', name, fault, { wasSent, isRetryable: true, cause: error })
  }
  return badAnswer(
    name,
    "documents in MongoDB's protocol",
    error instanceof MongoParseError ? 'something else' : 'what the driver cannot read',
    error,
  )
}

function codeOf({ code, codeName }: MongoServerError): string {
  return `error ${code}${typeof codeName === 'string' ? ` (${codeName})` : ''}`
}
