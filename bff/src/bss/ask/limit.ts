import { BssFailure } from '../failure.ts'

export type Limits = { poolSize: number; connectionWaitMs: number }

/** How many may wait for each connection there is. Beyond it a call is refused at once: it would only wait to be refused later. */
const waitersPerConnection = 16

/**
 * At most `poolSize` calls at a time; the others wait in line, each until its own fixed moment. Stands before the connectors' pools, whose
 * queues know neither a maximum wait nor the abortion of what is queued. The limits are given at each call, so a new release's policy holds from
 * the next call on.
 */
export function createLimiter() {
  type Waiter = { go: () => void; timer: NodeJS.Timeout }
  const queue = new Set<Waiter>()
  let active = 0
  let permits = 0

  function leave() {
    active--
    for (const waiter of queue) {
      if (active >= permits) return
      queue.delete(waiter)
      clearTimeout(waiter.timer)
      active++
      waiter.go()
    }
  }

  return {
    /** Resolves to the function that gives the place back; throws BSS_UNAVAILABLE when none got free in time. */
    enter({ poolSize, connectionWaitMs }: Limits): Promise<() => void> {
      permits = poolSize
      if (active < poolSize) {
        active++
        return Promise.resolve(leave)
      }
      if (connectionWaitMs <= 0 || queue.size >= poolSize * waitersPerConnection) return Promise.reject(noConnection(poolSize, 'at once'))
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          queue.delete(waiter)
          reject(noConnection(poolSize, `within ${Math.round(connectionWaitMs)} ms`))
        }, connectionWaitMs)
        const waiter = { go: () => resolve(leave), timer }
        queue.add(waiter)
      })
    },

    /** Whether somebody would get a place without waiting. */
    hasRoom: (poolSize: number) => active < poolSize && queue.size === 0,

    get active() {
      return active
    },
    get waiting() {
      return queue.size
    },
  }
}

export type Limiter = ReturnType<typeof createLimiter>

function noConnection(poolSize: number, when: string): BssFailure {
  const fault = {
    expected: `one of ${poolSize} connections to get free ${when}`,
    got: 'none',
    fix: "Raise the method's poolSize or connectionWaitMs, or look at why the back-end is slow",
  }
  return new BssFailure('BSS_UNAVAILABLE', 'No connection to the back-end', fault, {
    wasSent: false,
    isRetryable: false,
    isOurs: true,
    retryAfterSeconds: 1,
  })
}
