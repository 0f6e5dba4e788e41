import { Passing } from '../../passing.ts'
import { BssFailure } from '../failure.ts'
import type { Attempt } from './contract.ts'
import { abandoned, closed, timedOut } from './failures.ts'

/** What a connector does while an attempt lasts. */
export type Run<T> = (attempt: {
  /** Aborted when nobody waits for the answer any more, for whatever reason: then the run gives back at once what it holds. */
  ended: () => AbortSignal
  /** The same for who needs no signal, which costs more than the rest of an attempt. */
  onEnded: (leave: () => void) => void
  /** To be told as soon as the request may have arrived. */
  sent: () => void
}) => Promise<T>

/**
 * The attempts of one connector: each ends at its time, when nobody waits for it any more, or when the connector is closed; whatever the library below
 * thinks of timers and signals.
 */
export function createAttempts() {
  const underWay = new Passing<number, (failureOf: (wasSent: boolean) => BssFailure) => void>()
  let last = 0
  let isClosed = false

  return {
    /** @param name what is asked, for errors and the log; never anything of a customer. */
    async run<T>(name: string, { timeoutMs, signal }: Attempt, run: Run<T>): Promise<T> {
      if (isClosed) throw closed(name)
      if (signal?.aborted) throw abandoned(name, false)
      let abort: AbortController | undefined
      let [isEnded, onEnded] = [false, () => {}]
      const ending = Promise.withResolvers<never>()
      let wasSent = false
      const end = (failureOf: (wasSent: boolean) => BssFailure) => {
        isEnded = true
        ending.reject(failureOf(wasSent))
        abort?.abort()
        onEnded()
      }
      const leave = () => end((sent) => abandoned(name, sent))
      const timer = setTimeout(() => end((sent) => timedOut(name, timeoutMs, sent)), timeoutMs)
      signal?.addEventListener('abort', leave, { once: true })
      const id = ++last
      underWay.set(id, end)
      try {
        const attempt = {
          ended() {
            abort ??= new AbortController()
            if (isEnded) abort.abort()
            return abort.signal
          },
          onEnded(leave: () => void) {
            onEnded = leave
            if (isEnded) leave()
          },
          sent: () => (wasSent = true),
        }
        return await Promise.race([run(attempt), ending.promise])
      } finally {
        clearTimeout(timer)
        signal?.removeEventListener('abort', leave)
        underWay.delete(id)
      }
    },

    /** Ends all, and begins none any more. */
    close(): void {
      isClosed = true
      for (const end of underWay.values()) end((wasSent) => cutOff(wasSent))
    },
  }
}

function cutOff(wasSent: boolean): BssFailure {
  const fault = { expected: 'an answer before the server stops', got: 'none', fix: 'Ask another instance' }
  return new BssFailure('BSS_UNAVAILABLE', 'The connector was closed', fault, { wasSent, isRetryable: false, isOurs: true })
}
