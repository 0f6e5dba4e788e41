import { failureOf, serverCodeOf } from '../../../home/src/api/client.ts'
import { createEventReader } from './event-stream.ts'

/** `connecting`: not yet, or again in a moment · `live`: what happens is heard · `lost`: it is tried again and again · `over`: this person may not listen. */
export type LiveState = 'connecting' | 'live' | 'lost' | 'over'

/** Something has changed; `reload`: perhaps everything has. */
export type News = { type: string; id: string | null; customerId: string | null; agentId: string | null }

type Options = {
  /** Opens the stream. Rejects with an ApiError. */
  open: (signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>
  heard: (news: News) => void
  changed: (state: LiveState) => void
  /** How long something has to be waited for, in milliseconds; resolves early when the signal says so. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
  /** From 0 to 1. */
  random?: () => number
  /** How long a stream may be silent, in milliseconds: the server says something every 12 s. */
  silentMs?: number
}

const firstWaitMs = 500
const longestWaitMs = 30_000

/** Hears the news of the desk until it is stopped, and comes back whenever the stream breaks off: later each time, and not all desks at once. */
export function listen({ open, heard, changed, wait = sleep, random = Math.random, silentMs = 30_000 }: Options): () => void {
  const stopping = new AbortController()
  void run(stopping.signal)
  return () => stopping.abort()

  async function run(stopped: AbortSignal): Promise<void> {
    let failures = 0
    while (!stopped.aborted) {
      changed(failures === 0 ? 'connecting' : 'lost')
      const isDone = await once(stopped, () => {
        failures = 0
        changed('live')
        // What has happened before is not told.
        heard({ type: 'reload', id: null, customerId: null, agentId: null })
      }).then(
        () => false,
        (error: unknown) => {
          failures++
          return failureOf(error) === 'UNAUTHENTICATED' || serverCodeOf(error) === 'FORBIDDEN'
        },
      )
      if (stopped.aborted) return
      if (isDone) return changed('over')
      await wait(Math.min(firstWaitMs * 2 ** failures, longestWaitMs) * (0.5 + random() / 2), stopped)
    }
  }

  /** Resolves when the stream has ended as streams do. */
  async function once(stopped: AbortSignal, opened: () => void): Promise<void> {
    const silence = new AbortController()
    const signal = AbortSignal.any([stopped, silence.signal])
    let timer: ReturnType<typeof setTimeout> | undefined
    const alive = () => {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(new Error('The stream is silent')), silentMs)
    }
    try {
      alive()
      const reader = (await open(signal)).getReader()
      // A stream that nobody cancels with its request, too.
      signal.addEventListener('abort', () => void reader.cancel().catch(() => {}), { once: true })
      const events = createEventReader()
      const decoder = new TextDecoder()
      opened()
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        alive()
        for (const { name, data } of events.push(decoder.decode(value, { stream: true }))) {
          const news = name === 'next' ? newsOf(data) : undefined
          if (news) heard(news)
        }
      }
      signal.throwIfAborted()
    } finally {
      clearTimeout(timer)
    }
  }
}

function newsOf(data: string): News | undefined {
  const answer = JSON.parse(data) as { data?: { desk?: News } | null }
  return answer.data?.desk
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
