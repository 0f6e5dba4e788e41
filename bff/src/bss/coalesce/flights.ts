import { Passing } from '../../passing.ts'

/** One flight per key: callers that ask for the same thing while it is being fetched share the fetch, and also its failure. */
export type Flight<T> = {
  landing: Promise<T>
  /** When it was started: `performance.now()`. */
  startedAt: number
  /** False once it has been forgotten: what it brings back is older than what made it be forgotten. */
  isCurrent(): boolean
  /** What its passengers share, theirs to type. A field and not a WeakMap: of those the garbage collector looks through all at once. */
  shared?: unknown
}

export function createFlights<T>() {
  const flights = new Passing<string, Flight<T>>()

  return {
    /** Joins the flight of the key, or starts it. It goes on whoever of its passengers leaves. */
    join(key: string, start: (flight: Flight<T>) => Promise<T>): { flight: Flight<T>; isShared: boolean } {
      const running = flights.get(key)
      if (running) return { flight: running, isShared: true }
      const flight: Flight<T> = {
        startedAt: performance.now(),
        isCurrent: () => flights.get(key) === flight,
        // Started after it is known: its first step may already ask whether it is current.
        landing: Promise.resolve()
          .then(() => start(flight))
          .finally(() => {
            if (flight.isCurrent()) flights.delete(key)
          }),
      }
      flights.set(key, flight)
      return { flight, isShared: false }
    },

    /** For every key that begins so: those already aboard keep their flight, the next caller starts a new one. */
    forgetAll(prefix: string): void {
      for (const key of flights.keys()) if (key.startsWith(prefix)) flights.delete(key)
    },
  }
}
