import type { Shelf } from '../store/contract.ts'

/** At most `most` in one window of the clock. `scope` says of what: it names no customer in clear. */
export type Limit = { scope: string; most: number; windowMs: number }

/**
 * Takes one permission of each limit, or none of any: false when one of them is used up. The n-th permission has the id that only the n-th can have, so that
 * limits hold however many ask at once, in whatever process.
 */
export async function take(shelf: Shelf, limits: readonly Limit[], now: Date): Promise<boolean> {
  const windows = await Promise.all(limits.map((limit) => look(shelf, limit, now)))
  if (windows.some(({ free }) => free.length === 0)) return false
  const taken: string[] = []
  for (const window of windows) {
    const id = await takeOne(shelf, window, now)
    if (id === undefined) {
      // Whoever is refused by one limit has not used up the others.
      await Promise.all(taken.map((other) => shelf.remove('rate', other)))
      return false
    }
    taken.push(id)
  }
  return true
}

/** `free`: the permissions that nobody had when it was looked. */
type Window = { limit: Limit; name: string; free: readonly string[] }

async function look(shelf: Shelf, limit: Limit, now: Date): Promise<Window> {
  const { scope, most, windowMs } = limit
  const name = `${scope}:${Math.floor(now.getTime() / windowMs)}`
  const used = new Set((await shelf.find('rate', { key: name, limit: most })).map(({ id }) => id))
  return { limit, name, free: Array.from({ length: most }, (_, place) => `${name}:${place}`).filter((id) => !used.has(id)) }
}

async function takeOne(shelf: Shelf, window: Window, now: Date): Promise<string | undefined> {
  const { limit, name, free } = window
  // Not all at the same one: who asks at once would go through them all together.
  const id = free[Math.floor(Math.random() * free.length)]
  if (id === undefined) return undefined
  if (await shelf.add('rate', { id, at: now, keys: [name], body: {} })) return id
  return takeOne(shelf, await look(shelf, limit, now), now)
}
