import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { Pool } from 'undici'
import { momentNames } from './documents.ts'

/* One request and what came of it, byte for byte; and whether two answers are the same. */

export type Sent = { method: 'GET' | 'POST' | 'PUT'; path: string; headers: Record<string, string>; body?: string }
export type Received = { status: number; headers: Readonly<Record<string, string>>; bytes: number; text: string }

export type Client = { send(request: Sent): Promise<Received>; close(): Promise<void> }

/** Longer than any answer takes, in milliseconds, on a machine with much else to do. */
const patienceMs = 30_000

/** Kept connections, and nothing decoded or followed: what comes is looked at as it is. */
export function createClient(url: string): Client {
  const pool = new Pool(url, { connections: 8, headersTimeout: patienceMs, bodyTimeout: patienceMs })
  return {
    async send(request) {
      const { statusCode, headers, body } = await pool.request(request)
      const bytes = Buffer.from(await body.arrayBuffer())
      const flat = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
      return { status: statusCode, headers: flat, bytes: bytes.length, text: decoded(bytes, flat['content-encoding'], request.headers) }
    },
    close: () => pool.close(),
  }
}

/** What differs between two answers that should be the same, in words; undefined when nothing does. */
export function differenceOf(one: Received, other: Received): string | undefined {
  if (one.status !== other.status) return `status ${one.status}, not ${other.status}: ${cut(one.text, 0)}, not ${cut(other.text, 0)}`
  for (const name of new Set([...Object.keys(one.headers), ...Object.keys(other.headers)])) {
    if (!ownHeaders.has(name) && one.headers[name] !== other.headers[name])
      return `header ${name}: ${String(one.headers[name])}, not ${String(other.headers[name])}`
  }
  if (one.text === other.text) return undefined
  let place = 0
  while (place < one.text.length && one.text[place] === other.text[place]) place++
  return `from character ${place}: ${cut(one.text, place)}, not ${cut(other.text, place)}`
}

/** What an answer says of its own length that is not so. */
export function untruthOf({ headers, bytes, status }: Received): string | undefined {
  const told = headers['content-length']
  if (status === 304) return bytes === 0 ? undefined : `304 with ${bytes} bytes of a body`
  return told === undefined || Number(told) === bytes ? undefined : `content-length ${told} of ${bytes} bytes`
}

/** What stands on an answer's pages as the moment from which on to ask again, in epoch milliseconds. */
export function expiriesOf(text: string): number[] {
  const pages = Object.values((JSON.parse(text) as { data?: Record<string, unknown> | null }).data ?? {})
  return pages.flatMap((page) =>
    typeof page === 'object' && page !== null && 'expiresAt' in page ? [Date.parse(String(page.expiresAt))] : [],
  )
}

/** A name for all that an answer says but the moments of its pages: equal for answers that may stand in for each other. */
export function fingerprintOf(text: string): string {
  const { data, ...rest } = JSON.parse(text) as { data?: Record<string, unknown> | null }
  const pages = Object.entries(data ?? {}).map(([name, page]) => [name, withoutMoments(page)])
  return createHash('sha256')
    .update(JSON.stringify([pages, rest]))
    .digest('base64url')
}

/** These are each answer's own: the moment it was sent, how it was packed, and what only a planned answer carries. */
const ownHeaders = new Set(['date', 'content-length', 'content-encoding', 'transfer-encoding', 'etag', 'connection', 'keep-alive'])
const moments = new Set<string>(momentNames)

function withoutMoments(page: unknown): unknown {
  if (typeof page !== 'object' || page === null || Array.isArray(page)) return page
  return Object.entries(page).filter(([name]) => !moments.has(name))
}

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
  deflate: inflateSync,
  zstd: zstdDecompressSync,
}

function decoded(bytes: Buffer, encoding: string | undefined, headers: Record<string, string>): string {
  // Streams of events say "none", which is no encoding.
  if (encoding === undefined || encoding === 'none') return bytes.toString('utf8')
  const decode = decoders[encoding]
  const wanted = headers['accept-encoding'] ?? ''
  if (!decode || !(wanted.includes(encoding) || wanted === '*') || wanted.includes('q=0'))
    throw new Error(`The answer is packed as ${encoding}: expected one of "${wanted}"`)
  return decode(bytes).toString('utf8')
}

function cut(text: string, at: number): string {
  return JSON.stringify(text.slice(Math.max(0, at - 60), at + 120))
}
