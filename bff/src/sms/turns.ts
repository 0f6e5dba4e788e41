/** Who may use what there is one of at a time, so many at once; the others wait in order, and not for ever. */
export type Turns<Thing> = {
  /** There is one; those who wait begin. */
  open(thing: Thing): void
  /** There is none for now: those who wait go on waiting. */
  shut(): void
  /** `busy`: too many wait. `unavailable`: none came, or no turn, within the patience; or this is the end. */
  take<Result>(use: (thing: Thing) => Promise<Result>): Promise<Result | 'busy' | 'unavailable'>
  /** Ends what waits, and waits so long for what is on the way. */
  close(withinMs: number): Promise<void>
}

type Limits = { window: number; queue: number; patienceMs: number }

export function createTurns<Thing>({ window, queue, patienceMs }: Limits): Turns<Thing> {
  const waiting = new Set<(thing: Thing | undefined) => void>()
  const underWay = new Set<Promise<unknown>>()
  let current: Thing | undefined
  let begun = 0
  let isClosed = false

  const next = () => {
    for (const start of waiting) {
      if (current === undefined || begun >= window) return
      begun++
      start(current)
    }
  }
  const turn = (): Promise<Thing | undefined> => {
    const { promise, resolve } = Promise.withResolvers<Thing | undefined>()
    const start = (thing: Thing | undefined) => {
      waiting.delete(start)
      clearTimeout(timer)
      resolve(thing)
    }
    const timer = setTimeout(start, patienceMs, undefined)
    waiting.add(start)
    next()
    return promise
  }

  return {
    open(thing) {
      current = thing
      next()
    },
    shut() {
      current = undefined
    },
    async take(use) {
      if (isClosed) return 'unavailable'
      if (waiting.size >= queue) return 'busy'
      const thing = await turn()
      if (thing === undefined) return 'unavailable'
      const used = use(thing)
      underWay.add(used)
      try {
        return await used
      } finally {
        underWay.delete(used)
        begun--
        next()
      }
    },
    async close(withinMs) {
      isClosed = true
      for (const start of waiting) start(undefined)
      const { promise: enough, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, withinMs)
      await Promise.race([Promise.allSettled(underWay), enough])
      clearTimeout(timer)
    },
  }
}
