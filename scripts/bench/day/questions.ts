import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { inRoot } from '../../lib/house.ts'
import { openWire, type Wire } from './wire.ts'

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

export type Questions = { ask(question: Question): Promise<Asked>; close(): void }

/** As many as a load balancer keeps open to one machine, to all its addresses together; homes that find none free wait, and that counts. */
const connections = 256
/** An app gives up then. */
export const patienceMs = 12_000

const unzip = promisify(gunzip)

type HomeData = { data?: { mosaic?: { expiresAt: string; widgets: ({ state: string } | null)[] } }; errors?: { message: string }[] }

/**
 * Asks as apps do: the trusted document by its id, with GET, and with the tag of what is on the screen. Behind a load balancer that sends each customer to the same one of the
 * addresses each time.
 */
export function createQuestions(origins: readonly string[]): Questions {
  const { Home: id } = JSON.parse(readFileSync(inRoot('schemas', 'operations', 'web', '1.0', 'ids.json'), 'utf8')) as { Home: string }
  const question = { documentId: `sha256:${id}`, operationName: 'Home', variables: { formFactor: 'COMPACT' } }
  const search = new URLSearchParams({ ...question, variables: JSON.stringify(question.variables) })
  const lines = [
    `GET /graphql?${search.toString()} HTTP/1.1`,
    'accept: application/graphql-response+json, application/json',
    'accept-encoding: gzip',
    'accept-language: it',
    'x-client-platform: web',
    'x-client-version: 1.0.0',
    'x-form-factor: compact',
  ]
  const common = lines.map((line) => `${line}\r\n`).join('')
  const wires = origins.map((origin) => openWire(origin, Math.floor(connections / origins.length), patienceMs))

  return {
    async ask({ customer, token, etag, isRead }) {
      const wire = wires[customer % wires.length] as Wire
      const tag = etag === undefined ? '' : `if-none-match: ${etag}\r\n`
      const reply = await wire.get(`${common}authorization: Bearer ${token}\r\n${tag}`)
      const { status, atMs, body } = reply
      const asked: Asked = { status, atMs, etag: reply.etag, bytes: body.length }
      if (status === 304) return { ...asked, etag: reply.etag ?? etag }
      if (status !== 200) return { ...asked, fault: `HTTP ${status}` }
      return isRead || reply.etag === undefined ? { ...asked, ...(await readHome(body, reply.isZipped)) } : asked
    },
    close: () => {
      for (const wire of wires) wire.close()
    },
  }
}

async function readHome(bytes: Buffer, isZipped: boolean): Promise<Pick<Asked, 'fault' | 'expiresAtMs' | 'states'>> {
  const { data, errors } = JSON.parse((isZipped ? await unzip(bytes) : bytes).toString('utf8')) as HomeData
  if (errors?.length || !data?.mosaic) return { fault: `an answer with errors: ${errors?.[0]?.message ?? 'no home'}` }
  return { expiresAtMs: Date.parse(data.mosaic.expiresAt), states: data.mosaic.widgets.map((widget) => widget?.state ?? 'none') }
}
