import type { Duplex } from 'node:stream'

/** What a stream to a database has brought since it was last asked for. */
export type Watch = {
  /** Forgets what came before. */
  restart(): void
  /** More than is read, in the words of its failure, or what cannot be of this protocol. */
  fault(): 'tooLarge' | 'garbled' | undefined
}

/**
 * Counts what comes before a driver sees it: drivers hold a row until it is whole, however large. And what a driver throws while it takes an answer apart,
 * it throws in a listener of its stream, where nobody would catch it: here it ends the stream alone.
 */
export function watchStream(maxBytes: number): Watch & { on(stream: Duplex): void } {
  const watched = new WeakSet<Duplex>()
  let received = 0
  let fault: ReturnType<Watch['fault']>

  return {
    on(stream) {
      if (watched.has(stream)) return
      watched.add(stream)
      const emit = stream.emit.bind(stream) as (event: string | symbol, ...args: unknown[]) => boolean
      stream.emit = ((event: string | symbol, ...args: unknown[]) => {
        if (event !== 'data') return emit(event, ...args)
        received += (args[0] as Buffer).length
        try {
          if (received <= maxBytes) return emit(event, ...args)
          fault = 'tooLarge'
          stream.destroy()
        } catch (error) {
          fault = 'garbled'
          stream.destroy(error instanceof Error ? error : undefined)
        }
        return true
      }) as typeof stream.emit
    },
    restart() {
      received = 0
    },
    fault: () => fault,
  }
}
