import { Passing } from '../../../passing.ts'

/** Those who wait for news of a turn that is another instance's, by the name of its key. */
export function createWaiters<News>() {
  type Waiter = { news: Promise<News | undefined>; tell: (news: News | undefined) => void; count: number }
  const waiters = new Passing<string, Waiter>()

  return {
    /** Begins to listen; ends by itself with the news. */
    listen(name: string): { news: Promise<News | undefined>; stop: () => void } {
      let waiter = waiters.get(name)
      if (!waiter) {
        const { promise, resolve } = Promise.withResolvers<News | undefined>()
        waiter = { news: promise, tell: resolve, count: 0 }
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
    /** `read` is only called when somebody waits. */
    wake(name: string, read: () => News | undefined): void {
      const waiter = waiters.get(name)
      waiters.delete(name)
      waiter?.tell(read())
    },
    /** Nobody knows what was missed: all look for themselves. */
    wakeAll(): void {
      for (const { tell } of waiters.values()) tell(undefined)
      for (const name of waiters.keys()) waiters.delete(name)
    },
  }
}
