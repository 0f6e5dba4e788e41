import { connect, type Socket } from 'node:net'
import type { Change } from '../../bss/shared/contract.ts'
import type { PackedAnswer } from '../../graphql/plan/pack.ts'
import { Passing } from '../../passing.ts'
import { createBackOff } from '../back-off.ts'
import { newsId, type Answered, type Asked, type News, type Told } from './contract.ts'
import { hear, say, type Message } from './messages.ts'

/** Another process behind the port, as this one sees it. */
export type Neighbour = {
  /** `undefined`, or a promise of it: it cannot be asked now, or has not answered. */
  ask(asked: Asked): Promise<PackedAnswer | undefined> | undefined
  /** Before whatever it is asked next. */
  tell(changes: readonly Change[]): void
  close(): void
}

export type NeighbourLimits = {
  /** So long an answer is waited for, in milliseconds. */
  answerMs: number
  /** How often it is looked whether one is late, in milliseconds. */
  lookMs: number
  /** So many questions are asked at a time. */
  most: number
}

/** Longer than a home may wait for back-ends. */
export const neighbourLimits: NeighbourLimits = { answerMs: 3_000, lookMs: 250, most: 1_000 }

/** So much is written ahead of one that does not read: more than all its questions are. */
const mostUnreadBytes = 32 * 1024 * 1024

type Waiting = { sinceMs: number; resolve: (answer: PackedAnswer | undefined) => void }

/** Connects to the process of a place, and again whenever the connection ends. It is asked from when it says that it takes questions. */
export function meetNeighbour(path: string, { answerMs, lookMs, most }: NeighbourLimits = neighbourLimits): Neighbour {
  const backOff = createBackOff({ firstMs: 50, longestMs: 1_000, steadyMs: 5_000 })
  const waiting = new Passing<number, Waiting>()
  let running = 0
  let lastId = newsId
  let isTaking = false
  /** It stands still, or has too much to do: nobody waits for it any more before it has said something. */
  let isLate = false
  let isClosed = false
  let again: NodeJS.Timeout | undefined
  let socket = open()

  const look = setInterval(() => {
    const before = performance.now() - answerMs
    for (const id of waiting.keys()) {
      // In the order in which they were asked.
      if ((waiting.get(id)?.sinceMs ?? 0) > before) return
      settle(id, undefined)
      isLate = true
    }
  }, lookMs).unref()

  return {
    ask(asked) {
      if (!isTaking || isLate || running >= most) return undefined
      const id = (lastId = (lastId % 0xffff_ffff) + 1)
      gather()
      say(socket, { id, words: asked })
      running++
      return new Promise((resolve) => waiting.set(id, { sinceMs: performance.now(), resolve }))
    },
    tell(changes) {
      // One that does not read is told by Redis, when it does.
      if (socket.writableLength > mostUnreadBytes) socket.destroy()
      if (!socket.destroyed) say(socket, { id: newsId, words: { changes } satisfies Told })
    },
    close() {
      isClosed = true
      clearInterval(look)
      clearTimeout(again)
      socket.destroy()
    },
  }

  function open(): Socket {
    const began = performance.now()
    const opened = connect(path)
    hear(opened, heard)
    // Its end is told by `close`.
    opened.on('error', () => {})
    opened.once('close', () => {
      isTaking = false
      for (const id of waiting.keys()) settle(id, undefined)
      if (isClosed) return
      again = setTimeout(() => (socket = open()), backOff.next(performance.now() - began))
    })
    return opened
  }

  /** What is asked in one turn goes out together. */
  function gather(): void {
    if (socket.writableCorked > 0) return
    const gathering = socket
    gathering.cork()
    setImmediate(() => gathering.uncork())
  }

  function heard({ id, words, bytes }: Message<Answered | News>): void {
    isLate = false
    if ('isTaking' in words) {
      isTaking = words.isTaking
      return
    }
    settle(id, 'isNone' in words ? undefined : { bytes, encoding: words.encoding, etag: words.etag })
  }

  /** An answer that comes too late finds nobody. */
  function settle(id: number, answer: PackedAnswer | undefined): void {
    const found = waiting.get(id)
    if (!found) return
    waiting.delete(id)
    running--
    found.resolve(answer)
  }
}
