import type { Logger } from '../log.ts'
import type { Receipt } from '../sms/contract.ts'
import type { HandOvers } from './contract.ts'

type Options = { handOvers: Pick<HandOvers, 'byMessage' | 'note'>; log: Pick<Logger, 'warn'>; /** Epoch milliseconds. */ now: () => number }

/** What is told by the network, on its way to the hand-overs. */
export type Receipts = {
  /** For `sms.listen`. Never throws, never waits. */
  heard(receipt: Receipt): void
  /** Nothing is tried any more. */
  close(): void
}

/** A receipt may be there before the SMS is noted as sent, also by another process: so long it is tried again, in milliseconds. */
const patienceMs = 60_000
const betweenMs = 50
/** Whoever sends more than this at once loses the oldest: a hand-over then stays `sent`, which is true. */
const mostWaiting = 10_000

/** `since` it was heard, it is tried again `from` a moment on; both epoch milliseconds. */
type Waiting = { receipt: Receipt; since: number; from: number }

/** Notes what became of texts, one after the other: receipts are many and nobody waits for them. Those of texts that are not ours are forgotten. */
export function createReceipts({ handOvers, log, now }: Options): Receipts {
  let waiting: Waiting[] = []
  let isRunning = false
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  async function run(): Promise<void> {
    if (isRunning) return
    isRunning = true
    const early: Waiting[] = []
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (now() < next.from) early.push(next)
      // Less and less often: most that are not ours never will be.
      else if (!(await note(next.receipt)) && now() - next.since < patienceMs)
        early.push({ ...next, from: now() + Math.max(betweenMs, now() - next.since) })
    }
    isRunning = false
    waiting = [...early, ...waiting].slice(-mostWaiting)
    clearTimeout(timer)
    if (waiting.length === 0 || isClosed) return
    const next = waiting.reduce((first, { from }) => Math.min(first, from), Number.POSITIVE_INFINITY)
    timer = setTimeout(() => void run(), Math.max(betweenMs, next - now())).unref()
  }

  /** False: nothing of ours, or not yet. */
  async function note({ messageId, state, reason }: Receipt): Promise<boolean> {
    try {
      const handOver = await handOvers.byMessage(messageId)
      if (!handOver) return false
      await handOvers.note(
        handOver.id,
        state === 'delivered' ? { type: 'delivered' } : { type: 'undelivered', reason: reason ?? 'unknown' },
      )
      return true
    } catch (err) {
      log.warn({ err }, 'a receipt could not be noted')
      return false
    }
  }

  return {
    heard(receipt) {
      if (isClosed) return
      waiting.push({ receipt, since: now(), from: now() })
      if (waiting.length > mostWaiting) waiting.shift()
      void run()
    },
    close() {
      isClosed = true
      waiting = []
      clearTimeout(timer)
    },
  }
}
