import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import type { Logger } from '../log.ts'

type Options = {
  /** Streams at a time. */
  maxStreams: number
  log: Logger
  /** How long a desk may take to read what has been sent to it, in milliseconds. @default 30 s */
  slowMs?: number
}

/** The streams of news that are open in this process. */
export type DeskStreams = {
  /** A place for one more, given back by its owner or when its stream has ended; `undefined` when there is none. */
  enter(): StreamPlace | undefined
  /** Ends all streams, and gives no more places. */
  close(): void
  size(): number
}

export type StreamPlace = {
  /** Sends what comes, as it comes, and returns at once; the place is given back at the end. Headers are out by then. */
  stream(response: ServerResponse, body: ReadableStream<Uint8Array>): void
  leave(): void
}

/**
 * Streams that last for hours, and cost no more than their connection: nothing is taken from the source until the desk has read what came before, and
 * one that does not read is cut.
 */
export function createDeskStreams({ maxStreams, log, slowMs = 30_000 }: Options): DeskStreams {
  let taken = 0
  let isClosed = false
  const open = new Set<() => void>()

  return {
    enter() {
      if (isClosed || taken >= maxStreams) return undefined
      taken++
      let isMine = true
      const leave = () => {
        if (isMine) taken--
        isMine = false
      }
      return {
        leave,
        stream(response, body) {
          pump(response, body)
            .catch((err: unknown) => {
              log.debug({ err }, 'a desk was cut off from its news')
              response.destroy()
            })
            .finally(leave)
        },
      }
    },
    close() {
      isClosed = true
      for (const end of open) end()
    },
    size: () => taken,
  }

  async function pump(response: ServerResponse, body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader()
    // A read that waits is answered: the source has ended.
    const end = () => void reader.cancel().catch((err: unknown) => log.debug({ err }, 'a source of news did not end well'))
    open.add(end)
    response.once('close', end)
    if (isClosed || response.destroyed) end()
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done || response.destroyed) break
        if (!response.write(value)) await drained(response)
      }
      response.end()
    } finally {
      open.delete(end)
      response.off('close', end)
      end()
    }
  }

  async function drained(response: ServerResponse): Promise<void> {
    const [late, done] = [AbortSignal.timeout(slowMs), new AbortController()]
    const signal = AbortSignal.any([late, done.signal])
    try {
      await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })])
    } finally {
      done.abort()
    }
  }
}
