import { performance } from 'node:perf_hooks'
import type { Metrics } from '../../../metrics.ts'

/** What is done to Redis, by name, for the metrics. */
export type Operation = 'read' | 'turn' | 'tell' | 'change' | 'catchUp'
type Outcome = 'ok' | 'late' | 'error'

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
/** A process that waits for events less than this share of the time is busy. */
const idleShare = 0.2
/** So many deadlines a busy process waits at the most: Redis may be frozen as well. */
const mostWaits = 20

/**
 * Stands before everything that is done to Redis: nothing takes longer than the deadline (of time in which the process itself was not busy), and after one operation that did, or that failed for want of
 * a connection, Redis is not used until a probe beside the requests has succeeded. A frozen Redis so costs each request under way one deadline, and
 * those after it nothing.
 */
export function createGuard({ deadlineMs, probe, metrics, onBack }: Options) {
  let isUsed = false
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  return {
    /** What the operation gives, or `undefined` when it cannot be had in time. Never rejects. */
    run<T>(operation: Operation, work: () => Promise<T>): Promise<T | undefined> {
      if (!isUsed) return nothing
      const begun = performance.now()
      const observe = (outcome: Outcome) => metrics.sharedDuration.timer(operation, outcome).observe((performance.now() - begun) / 1_000)
      return inTime(work()).then(
        (result) => {
          observe('ok')
          return result
        },
        (error: unknown) => {
          observe(error instanceof Late ? 'late' : 'error')
          // An answer that says no (out of memory, read only) comes from a Redis that works: reads still help.
          if (!isReply(error)) rest()
          return undefined
        },
      )
    },
    /** Begins probing; Redis is used from the first success on. */
    start: () => scheduleProbe(0),
    /** The connection is gone: no use to wait for what was asked over it. */
    lost: () => rest(),
    close() {
      isClosed = true
      isUsed = false
      clearTimeout(timer)
    },
  }

  /**
   * A process that is busy itself does not blame Redis: an answer that waits to be read is not late, and time in which the process never came to rest does not count. Else a burst
   * of requests would switch Redis off, and ask the back-ends for all it knows: more work still, from which it would never recover.
   */
  function inTime<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      let late: NodeJS.Timeout | undefined
      let isSettled = false
      const waitOn = (waits: number) => {
        const [begun, idleBefore] = [performance.now(), idleMs()]
        const look = () => {
          if (isSettled) return
          const wasBusy = idleMs() - idleBefore < (performance.now() - begun) * idleShare
          if (wasBusy && waits < mostWaits) waitOn(waits + 1)
          else reject(new Late())
        }
        late = setTimeout(() => setImmediate(look), deadlineMs)
      }
      const settle = <V>(how: (value: V) => void) => {
        return (value: V) => {
          isSettled = true
          clearTimeout(late)
          how(value)
        }
      }
      waitOn(1)
      work.then(settle(resolve), settle(reject))
    })
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

/** How long this process has waited for events, in milliseconds since its start. */
function idleMs(): number {
  return performance.nodeTiming.idleTime
}

const nothing = Promise.resolve(undefined)

/** node-redis names the errors that Redis itself answered with. */
function isReply(error: unknown): boolean {
  return error instanceof Error && (error.constructor.name === 'SimpleError' || error.constructor.name === 'BlobError')
}
