/** Those who wait for news of a turn that is another instance's, by the name of its key. */
export function createWaiters() {
  const waiters = new Map<string, { news: Promise<void>; resolve: () => void; count: number }>()

  return {
    /** Begins to listen; ends by itself with the news. */
    listen(name: string): { news: Promise<void>; stop: () => void } {
      let waiter = waiters.get(name)
      if (!waiter) {
        const { promise, resolve } = Promise.withResolvers<void>()
        waiter = { news: promise, resolve, count: 0 }
        waiters.set(name, waiter)
      }
      waiter.count++
      const own = waiter
      const stop = () => {
        own.count--
        if (own.count === 0 && waiters.get(name) === own) waiters.delete(name)
      }
      return { news: own.news, stop }
    },
    wake(name: string): void {
      waiters.get(name)?.resolve()
      waiters.delete(name)
    },
    wakeAll(): void {
      for (const { resolve } of waiters.values()) resolve()
      waiters.clear()
    },
  }
}
