/** One flight per key: callers that ask for the same thing while it is being fetched share the fetch, and also its failure. */
export function createFlights<T>() {
  const flights = new Map<string, Promise<T>>()

  return {
    /**
     * Joins the flight of the key or starts it. `isCurrent` tells the starter whether its flight still counts: after `forget`
     * what it brings back is older than what made it be forgotten.
     */
    join(key: string, start: (isCurrent: () => boolean) => Promise<T>): { flight: Promise<T>; isShared: boolean } {
      const running = flights.get(key)
      if (running) return { flight: running, isShared: true }
      const isCurrent = () => flights.get(key) === flight
      const flight: Promise<T> = Promise.resolve()
        .then(() => start(isCurrent))
        .finally(() => {
          if (isCurrent()) flights.delete(key)
        })
      flights.set(key, flight)
      return { flight, isShared: false }
    },

    /** Those already aboard keep their flight; the next caller starts a new one. */
    forget: (key: string) => void flights.delete(key),

    get size() {
      return flights.size
    },
  }
}
