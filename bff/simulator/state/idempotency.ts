import { createHash } from 'node:crypto'

/** What was asked under which key, so that asking again changes nothing. */
export type Idempotency = {
  /** `resultId`: the same was asked before; `conflict`: the key was used for something else; `undefined`: the key is new. */
  check(key: string, body: unknown): { resultId: string } | 'conflict' | undefined
  record(key: string, body: unknown, resultId: string): void
  clear(): void
}

/** Remembers the last `limit` keys. */
export function createIdempotency(limit: number): Idempotency {
  const records = new Map<string, { digest: string; resultId: string }>()
  return {
    check(key, body) {
      const record = records.get(key)
      if (!record) return undefined
      return record.digest === digestOf(body) ? { resultId: record.resultId } : 'conflict'
    },
    record(key, body, resultId) {
      records.set(key, { digest: digestOf(body), resultId })
      const oldest = records.keys().next()
      if (records.size > limit && !oldest.done) records.delete(oldest.value)
    },
    clear: () => records.clear(),
  }
}

function digestOf(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(body)))
    .digest('base64')
}

/** The same value with its keys in order: two spellings of one request are one request. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
