import type { Change, SharedListener } from '../contract.ts'
import type { RedisClient } from './client.ts'
import type { Guard } from './guard.ts'
import { names } from './keys.ts'

/** The log holds about this many changes; who missed more has missed too much to be told. */
const logLength = 10_000
/** How often the log is looked at for changes whose message was lost, in milliseconds. */
const catchUpEveryMs = 2_000
const catchUpAtOnce = 1_000

/**
 * The news of changes. Each is written to a log and published; who is subscribed hears it at once. Messages can be lost (a connection that breaks, a
 * server that is replaced), so everybody also reads the log from where he was: now and then, and whenever he is back. When the place where he was
 * is not in the log any more, he cannot know what he missed, and says so.
 */
export function createChanges(client: RedisClient, guard: Guard, listener: () => SharedListener) {
  /** The last entry of the log that has been taken in; undefined until the log has been found. */
  let lastId: string | undefined
  /** What was heard since: not to be taken in a second time. */
  let heard = new Set<string>()
  let isCatchingUp = false
  const timer = setInterval(() => void catchUp(), catchUpEveryMs).unref()

  return {
    /** Writes a change to the log and publishes it. */
    async announce({ tag, unsettledMs }: Change): Promise<void> {
      const entry = { tag, unsettledMs: String(unsettledMs) }
      const id = await client.xAdd(names.log, '*', entry, { TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: logLength } })
      await client.publish(names.changes, `${id} ${unsettledMs} ${tag}`)
    },

    /** A message of the channel. */
    hear(message: string): void {
      const [id = '', unsettledMs = ''] = message.split(' ', 2)
      take(id, message.slice(id.length + unsettledMs.length + 2), Number(unsettledMs))
    },

    catchUp,
    close: () => clearInterval(timer),
  }

  async function catchUp(): Promise<void> {
    if (isCatchingUp) return
    isCatchingUp = true
    try {
      await guard.run('catchUp', read)
    } finally {
      isCatchingUp = false
    }
  }

  async function read(): Promise<void> {
    if (lastId === undefined) return begin()
    for (;;) {
      // From the entry we know on: that it is still there proves that nothing between was lost.
      const entries = await client.xRange(names.log, lastId, '+', { COUNT: catchUpAtOnce })
      if (entries[0]?.id !== lastId) {
        await begin()
        return listener().uncertain()
      }
      const before = heard
      heard = new Set()
      for (const { id, message } of entries.slice(1)) {
        if (!before.has(id)) listener().changed(message['tag'] ?? '', Number(message['unsettledMs'] ?? 0))
        lastId = id
      }
      // Heard while the log was being read, or not in this part of it yet.
      for (const id of before) if (isAfter(id, lastId)) heard.add(id)
      if (entries.length < catchUpAtOnce) return
    }
  }

  /** Finds the end of the log, or begins one. */
  async function begin(): Promise<void> {
    const [newest] = await client.xRevRange(names.log, '+', '-', { COUNT: 1 })
    lastId = newest?.id ?? (await client.xAdd(names.log, '*', { tag: '' }))
    heard = new Set()
  }

  function take(id: string, tag: string, unsettledMs: number): void {
    if (heard.has(id) || (lastId !== undefined && !isAfter(id, lastId))) return
    heard.add(id)
    listener().changed(tag, unsettledMs)
  }
}

export type Changes = ReturnType<typeof createChanges>

/** Ids of a log are `<milliseconds>-<count>`. */
function isAfter(id: string, other: string): boolean {
  const [ms = 0, count = 0] = id.split('-').map(Number)
  const [otherMs = 0, otherCount = 0] = other.split('-').map(Number)
  return ms > otherMs || (ms === otherMs && count > otherCount)
}
