import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Pool } from 'undici'
import { inRoot } from '../../lib/house.ts'

/**
 * One question for a home. `isRead`: the answer is looked into, which costs more than asking; of the others, those that have no tag are: an answer with
 * errors has none.
 */
export type Question = { customer: number; token: string; etag: string | undefined; isRead: boolean }

export type Asked = {
  status: number
  /** When its last byte was there, in epoch milliseconds: what the client does with it afterwards is no matter of the server. */
  atMs: number
  etag: string | undefined
  /** Of the body, as it was sent. */
  bytes: number
  /** What was wrong with it. */
  fault?: string
  /** Of a home that was read: until when it says it holds, and in what state its widgets are. */
  expiresAtMs?: number
  states?: string[]
}

export type Questions = { ask(question: Question): Promise<Asked>; close(): Promise<void> }

/** As many as a load balancer keeps open to one machine, to all its addresses together; homes that find none free wait, and that counts. */
const connections = 256
/** An app gives up then. */
export const patienceMs = 12_000

/** What a home has room in. */
const chunkSize = 64 * 1_024

/** As it came; `body` where it is looked into. */
type Answer = { asked: Asked; body: Buffer | undefined; isZipped: boolean }
type HomeData = { data?: { mosaic?: { expiresAt: string; widgets: ({ state: string } | null)[] } }; errors?: { message: string }[] }

/**
 * Asks as apps do: the trusted document by its id, with GET, and with the tag of what is on the screen. Behind a load balancer that sends each customer to the same one of the
 * addresses each time.
 */
export function createQuestions(origins: readonly string[]): Questions {
  const { Home: id } = JSON.parse(readFileSync(inRoot('schemas', 'operations', 'web', '1.0', 'ids.json'), 'utf8')) as { Home: string }
  const question = { documentId: `sha256:${id}`, operationName: 'Home', variables: { formFactor: 'COMPACT' } }
  const search = new URLSearchParams({ ...question, variables: JSON.stringify(question.variables) })
  const path = `/graphql?${search.toString()}`
  const headers = {
    accept: 'application/graphql-response+json, application/json',
    'accept-encoding': 'gzip',
    'accept-language': 'it',
    'x-client-platform': 'web',
    'x-client-version': '1.0.0',
    'x-form-factor': 'compact',
  }
  const options = {
    connections: Math.floor(connections / origins.length),
    pipelining: 1,
    headersTimeout: patienceMs,
    bodyTimeout: patienceMs,
    keepAliveTimeout: 60_000,
  }
  const pools = origins.map((origin) => new Pool(origin, options))

  return {
    async ask(question) {
      const { asked, body, isZipped } = await send(question)
      if (asked.status === 304) return { ...asked, etag: asked.etag ?? question.etag }
      if (asked.status !== 200) return { ...asked, fault: `HTTP ${asked.status}` }
      return body ? { ...asked, ...readHome(body, isZipped) } : asked
    },
    close: async () => void (await Promise.all(pools.map((pool) => pool.destroy()))),
  }

  function send({ customer, token, etag, isRead }: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const asked: Asked = { status: 0, atMs: 0, etag: undefined, bytes: 0 }
      const chunks: Buffer[] = []
      let [isWanted, isZipped] = [isRead, false]
      const request = {
        path,
        method: 'GET' as const,
        headers: { ...headers, authorization: `Bearer ${token}`, ...(etag && { 'if-none-match': etag }) },
      }
      pools[customer % pools.length]?.dispatch(request, {
        // undici insists on being able to tell.
        onRequestStart() {},
        onResponseStart(_controller, status, received) {
          asked.status = status
          asked.etag = typeof received['etag'] === 'string' ? received['etag'] : undefined
          isWanted ||= asked.etag === undefined
          isZipped = received['content-encoding'] === 'gzip'
        },
        onResponseData(_controller, chunk) {
          asked.bytes += chunk.length
          if (isWanted) chunks.push(chunk)
        },
        onResponseEnd() {
          asked.atMs = performance.timeOrigin + performance.now()
          resolve({ asked, body: isWanted ? Buffer.concat(chunks) : undefined, isZipped })
        },
        onResponseError: (_controller, error) => reject(error),
      })
    })
  }
}

/** Unzipped on the spot: another thread for it would take a quarter of the client's time, most of it to be woken. */
function readHome(bytes: Buffer, isZipped: boolean): Pick<Asked, 'fault' | 'expiresAtMs' | 'states'> {
  const { data, errors } = JSON.parse((isZipped ? gunzipSync(bytes, { chunkSize }) : bytes).toString('utf8')) as HomeData
  if (errors?.length || !data?.mosaic) return { fault: `an answer with errors: ${errors?.[0]?.message ?? 'no home'}` }
  return { expiresAtMs: Date.parse(data.mosaic.expiresAt), states: data.mosaic.widgets.map((widget) => widget?.state ?? 'none') }
}
