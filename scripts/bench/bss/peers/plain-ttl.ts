import { LRUCache } from 'lru-cache'
import { fetched, keyOf, type Fetched, type Peer } from './contract.ts'

/** What most teams write first: an LRU with a time to live, T1, in each instance. */
export const plainTtl: Peer = {
  name: 'plain TTL',
  open({ origin, policies }) {
    const entries = new LRUCache<string, Fetched>({ max: 200_000 })
    return Promise.resolve({
      get(question) {
        const known = entries.get(keyOf(question))
        if (known) return known
        return fetched(origin, question).then((entry) => {
          entries.set(keyOf(question), entry, { ttl: policies[question.method].t1Ms })
          return entry
        })
      },
      close: () => Promise.resolve(),
    })
  },
}
