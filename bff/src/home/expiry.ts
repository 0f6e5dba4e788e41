import type { CompiledSurface } from '../release/compile.ts'
import { nextTurn } from './qualify.ts'
import type { Visit } from './visit.ts'

/** A client asks again no sooner than this, in milliseconds: data that failed is worth another look. */
const soonestMs = 15_000
/** And plans no further ahead than this: a release may be new. */
const latestMs = 5 * 60_000
/** Up to so much later, by customer: a share of the time until then, and in milliseconds. */
const spreadShare = 0.2
const mostSpreadMs = 30_000

/**
 * When a client is to ask again, in epoch milliseconds: something may change by itself then, for data turns stale, or a content's validity begins or ends. Each customer a little later, in his own
 * place: else all whose data came in one moment, or who wait for one campaign to begin, would ask in one moment, and again and again in step.
 * @param staleAts epoch milliseconds
 */
export function expiryOf(staleAts: readonly number[], surface: CompiledSurface, { now, session }: Pick<Visit, 'now' | 'session'>): number {
  const at = now.getTime()
  const next = staleAts.reduce((soonest, staleAt) => Math.min(soonest, staleAt), nextTurn(surface, at)) - at
  const waitMs = Math.min(Math.max(next, soonestMs), latestMs)
  return at + waitMs + Math.floor(placeOf(session.customerId) * Math.min(spreadShare * waitMs, mostSpreadMs))
}

/** From 0 to 1, always the same for a customer, and evenly spread over customers: FNV-1a, with the end of MurmurHash3, for ids that differ in few characters. */
function placeOf(customerId: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < customerId.length; index++) hash = Math.imul(hash ^ customerId.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
