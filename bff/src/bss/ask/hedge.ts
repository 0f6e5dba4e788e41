type Hedged<T> = {
  afterMs: number
  /** One attempt; the signal ends it early. */
  attempt: (signal: AbortSignal) => Promise<T>
  /** Asked when the time has come: whether there is room for a second one. */
  mayHedge: () => boolean
}

/**
 * Asks a second time beside the first when that is not answered in time; the first success is the answer, and the other attempt is ended. Fails
 * only when all that was begun has failed.
 */
export function withHedge<T>({ afterMs, attempt, mayHedge }: Hedged<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const enders: AbortController[] = []
    let running = 0
    const begin = () => {
      const ender = new AbortController()
      enders.push(ender)
      running++
      attempt(ender.signal).then(
        (answer) => end(() => resolve(answer)),
        (error: unknown) => {
          running--
          if (running === 0) end(() => reject(error as Error))
        },
      )
    }
    const timer = setTimeout(() => {
      if (mayHedge()) begin()
    }, afterMs)
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      for (const ender of enders) ender.abort()
    }
    begin()
  })
}
