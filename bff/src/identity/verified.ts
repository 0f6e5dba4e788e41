import { LRUCache } from 'lru-cache'
import { fromSmall, toSmall } from '../small-moments.ts'
import type { Session } from './session.ts'

/** However long a token is good, its signature is looked at again after this, in milliseconds: a key that was withdrawn must stop working. */
const longestMs = 5 * 60_000
/** What is kept of all customers together, in bytes: about 20,000 tokens of usual length. */
const maxBytes = 80 * 1024 * 1024
/** A session beside its token, with what is kept for its homes, in bytes: an estimate. */
const sessionBytes = 3_072

/**
 * The tokens whose signatures have been seen to be right: verifying one costs more than the rest of an answer. Found by their whole text only, so nothing
 * but the very token is taken for verified; what was refused is not kept, so nobody can fill it with forgeries.
 */
export function createVerified(now: () => number) {
  const sessions = new LRUCache<string, { session: Session; untilSmall: number }>({
    maxSize: maxBytes,
    sizeCalculation: (_session, authorization) => authorization.length + sessionBytes,
  })
  return {
    /** The same object for as long as the token is kept. */
    get(authorization: string): Session | undefined {
      const known = sessions.get(authorization)
      if (known === undefined) return undefined
      if (now() < fromSmall(known.untilSmall)) return known.session
      sessions.delete(authorization)
      return undefined
    },
    /** @param until when the token ends: epoch milliseconds */
    set(authorization: string, session: Session, until: number): void {
      sessions.set(authorization, { session, untilSmall: toSmall(Math.min(until, now() + longestMs)) })
    },
    /** What is held: an estimate in bytes, never above the maximum. */
    get bytes() {
      return sessions.calculatedSize
    },
  }
}
