import type { Shelf } from '../store/contract.ts'

/** At most `most` in one window of the clock. `scope` says of what: it names no customer in clear. */
export type Limit = { scope: string; most: number; windowMs: number }

/**
 * Takes one permission of each limit, or none of any: false when one of them is used up. The n-th permission has the id that only the n-th can have, so that
 * limits hold however many ask at once, in whatever process.
 */
export async function take(shelf: Shelf, limits: readonly Limit[], now: Date): Promise<boolean> {
  const taken: string[] = []
  for (const limit of limits) {
    const id = await takeOne(shelf, limit, now)
    if (id === undefined) {
      // Whoever is refused by one limit has not used up the others.
      await Promise.all(taken.map((other) => shelf.remove('rate', other)))
      return false
    }
    taken.push(id)
  }
  return true
}

async function takeOne(shelf: Shelf, { scope, most, windowMs }: Limit, now: Date): Promise<string | undefined> {
  const window = `${scope}:${Math.floor(now.getTime() / windowMs)}`
  const all = Array.from({ length: most }, (_, place) => `${window}:${place}`)
  for (;;) {
    const used = new Set((await shelf.find('rate', { key: window, limit: most })).map(({ id }) => id))
    const free = all.filter((id) => !used.has(id))
    // Not all at the same one: who asks at once would go through them all together.
    const id = free[Math.floor(Math.random() * free.length)]
    if (id === undefined) return undefined
    if (await shelf.add('rate', { id, at: now, keys: [window], body: {} })) return id
  }
}
