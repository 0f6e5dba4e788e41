import type { Metrics } from '../../../metrics.ts'

/** What is done to Redis, by name, for the metrics. */
export type Operation = 'read' | 'turn' | 'tell' | 'change' | 'catchUp'

type Options = {
  /** The longest an operation may take, in milliseconds. */
  deadlineMs: number
  /** Whether Redis answers: asked from time to time while it is not used. */
  probe: () => Promise<unknown>
  metrics: Metrics
  /** Told each time it is used again after it was not. */
  onBack: () => void
}

/** How often a Redis that is not used is tried, in milliseconds. */
const probeEveryMs = 250

/**
 * Stands before everything that is done to Redis: nothing takes longer than the deadline, and after one operation that did, or that failed for want of
 * a connection, Redis is not used until a probe beside the requests has succeeded. A frozen Redis so costs each request under way one deadline, and
 * those after it nothing.
 */
export function createGuard({ deadlineMs, probe, metrics, onBack }: Options) {
  let isUsed = false
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  return {
    /** What the operation gives, or `undefined` when it cannot be had in time. Never rejects. */
    async run<T>(operation: Operation, work: () => Promise<T>): Promise<T | undefined> {
      if (!isUsed) return undefined
      const stop = metrics.sharedDuration.startTimer({ operation })
      try {
        const result = await inTime(work())
        stop({ outcome: 'ok' })
        return result
      } catch (error) {
        stop({ outcome: error instanceof Late ? 'late' : 'error' })
        // An answer that says no (out of memory, read only) comes from a Redis that works: reads still help.
        if (!isReply(error)) rest()
        return undefined
      }
    },
    /** Begins probing; Redis is used from the first success on. */
    start: () => scheduleProbe(0),
    /** The connection is gone: no use to wait for what was asked over it. */
    lost: () => rest(),
    get isUsed() {
      return isUsed
    },
    close() {
      isClosed = true
      isUsed = false
      clearTimeout(timer)
    },
  }

  async function inTime<T>(work: Promise<T>): Promise<T> {
    let late: NodeJS.Timeout | undefined
    try {
      return await Promise.race([
        work,
        new Promise<never>((_, reject) => {
          late = setTimeout(() => reject(new Late()), deadlineMs)
        }),
      ])
    } finally {
      clearTimeout(late)
    }
  }

  function rest() {
    if (isUsed) metrics.sharedUp.set(0)
    isUsed = false
    scheduleProbe(probeEveryMs)
  }

  function scheduleProbe(afterMs: number) {
    if (timer !== undefined || isClosed) return
    timer = setTimeout(() => {
      inTime(probe()).then(back, () => {
        timer = undefined
        scheduleProbe(probeEveryMs)
      })
    }, afterMs).unref()
  }

  function back() {
    timer = undefined
    if (isClosed) return
    isUsed = true
    metrics.sharedUp.set(1)
    onBack()
  }
}

export type Guard = ReturnType<typeof createGuard>

class Late extends Error {}

/** node-redis names the errors that Redis itself answered with. */
function isReply(error: unknown): boolean {
  return error instanceof Error && (error.constructor.name === 'SimpleError' || error.constructor.name === 'BlobError')
}
