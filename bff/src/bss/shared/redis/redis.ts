import KeyvRedis from '@keyv/redis'
import { randomUUID } from 'node:crypto'
import { Keyv } from 'keyv'
import type { Logger } from '../../../log.ts'
import type { Metrics } from '../../../metrics.ts'
import type { Change, Lease, Shared, SharedEntry, SharedFailure, SharedListener } from '../contract.ts'
import { createChanges } from './changes.ts'
import { createRedisClient } from './client.ts'
import { createGuard } from './guard.ts'
import { names, questionKeys, tagKeys } from './keys.ts'
import type { RedisSettings } from './settings.ts'
import { createWaiters } from './waiters.ts'

type Options = RedisSettings & { log: Logger; metrics: Metrics }

/** How long a turn lasts unless it is renewed, in milliseconds: so soon the others go on when the one who asks dies. */
const leaseMs = 1_000
/** Who waits looks for himself after about this long, in milliseconds, should the news not reach him. */
const lookEveryMs = 100
/** Changes that could not be told yet; beyond it the oldest are given up: nobody serves anything that long without asking. */
const mostUntold = 10_000

/**
 * The instances' shared level in Redis or Valkey: answers through keyv, turns by a lease that is fenced (what is told under a lost lease, or from before
 * a change, is refused), news by publish and subscribe with a log behind it. Connects by itself, now or later; never waited for at start.
 */
export function createRedisShared({ deadlineMs, log, metrics, ...settings }: Options): Shared {
  const client = createRedisClient(settings, log)
  const subscriber = createRedisClient(settings, log)
  const waiters = createWaiters<SharedEntry | SharedFailure>()
  const untold = new Map<string, Change>()
  let listener: SharedListener = { changed: () => {}, uncertain: () => {} }

  const guard = createGuard({ deadlineMs, probe: () => client.ping(), metrics, onBack })
  const changes = createChanges(client, guard, () => listener)
  // Plain text in, plain text out: keyv's own envelope costs several times the reading of a value.
  const store = new KeyvRedis(client as never, { namespace: names.namespace, throwOnErrors: true })
  const values = new Keyv<string>({
    store,
    namespace: names.namespace,
    useKeyPrefix: false,
    throwOnErrors: true,
    serialize: ({ value }) => String(value),
    deserialize: (text) => ({ value: text }) as never,
  })
  values.on('error', () => {})
  store.on('error', () => {})
  connect()

  return {
    async read(key) {
      const stored = await guard.run('read', () => values.get(questionKeys(key).keyv))
      return typeof stored === 'string' ? entryOf(stored) : undefined
    },

    async turn(key, seenAt, isShared) {
      const keys = questionKeys(key)
      const token = isShared ? randomUUID() : ''
      // Before asking: news between the answer and the listening would be lost.
      const { news, stop } = waiters.listen(keys.name)
      const turn = await guard.run('turn', () => client.turn(keys.all, token, leaseMs, seenAt, keys.variant))
      if (turn && !turn.isOurs && turn.value === null && turn.failure === null) {
        return { whose: 'theirs', news: Promise.race([news, look()]).finally(stop) }
      }
      stop()
      const outcome = turn?.value ? entryOf(turn.value) : turn?.failure ? failureOf(turn.failure) : undefined
      if (outcome) return { whose: 'done', outcome }
      return { whose: 'ours', lease: turn ? leaseOf(keys, token, turn.epoch) : nobodysLease }
    },

    async change(changed) {
      for (const each of changed) untold.set(each.tag, each)
      for (const [oldest] of untold) {
        if (untold.size <= mostUntold) break
        untold.delete(oldest)
      }
      // What could not be told before is told beside the requests: this one waits for its own.
      await tell(changed)
    },

    listen(own) {
      listener = own
    },

    async close() {
      guard.close()
      changes.close()
      waiters.wakeAll()
      for (const one of [client, subscriber]) if (one.isOpen) one.destroy()
      return Promise.resolve()
    },
  }

  function connect() {
    client.on('ready', () => guard.start())
    for (const gone of ['error', 'end', 'reconnecting'] as const) client.on(gone, () => guard.lost())
    let isSubscribed = false
    subscriber.on('ready', () => {
      void subscribe()
      // Messages were lost while it was away: whoever waits looks for himself, and the log tells the rest.
      waiters.wakeAll()
      void changes.catchUp()
    })
    // A first connection that fails is tried again like any other; the client has told of it.
    for (const one of [client, subscriber]) one.connect().catch(() => {})

    /** Once: the client itself subscribes again after it was away. */
    async function subscribe(): Promise<void> {
      if (isSubscribed) return
      try {
        await subscriber.subscribe(names.news, hear)
        await subscriber.subscribe(names.changes, changes.hear)
        isSubscribed = true
      } catch {
        // Away again before it was done: tried at the next connection.
      }
    }
  }

  /** News are the name of a key and, unless it is long, what is now stored there: who waits for it need not ask. */
  function hear(message: string): void {
    const [name = '', kind] = message.split(' ', 2)
    waiters.wake(name, () => {
      const stored = message.slice(name.length + 1 + (kind?.length ?? 0) + 1)
      return kind === 'value' ? entryOf(stored) : kind === 'failure' ? failureOf(stored) : undefined
    })
  }

  function onBack() {
    void changes.catchUp()
    void tell([...untold.values()])
  }

  /** Tells one change after the other, until one cannot be told. */
  async function tell(changed: readonly Change[]): Promise<void> {
    for (const each of changed) {
      const isTold = await guard.run('change', async () => {
        await client.change(tagKeys(each))
        await changes.announce(each)
        return true
      })
      if (!isTold) return
      untold.delete(each.tag)
    }
  }

  function leaseOf(keys: ReturnType<typeof questionKeys>, token: string, epoch: string): Lease {
    const renewal =
      token === '' ? undefined : setInterval(() => void guard.run('turn', () => client.renew(keys.lease, token, leaseMs)), leaseMs / 3)
    renewal?.unref()
    const share = async (kind: 'value' | 'failure', payload: string, forMs: number) => {
      clearInterval(renewal)
      const told = await guard.run('tell', () => client.tell(keys.all, token, epoch, kind, payload, forMs, names.news, keys.name))
      // Not told, or told by somebody else meanwhile: ours is as good. From before a change: it is not.
      return told !== -1
    }
    return {
      succeed: ({ json, fetchedAt }, forMs) => share('value', `${fetchedAt} ${json}`, forMs),
      fail: ({ code, retryAfterSeconds }, forMs) =>
        share('failure', [code, retryAfterSeconds].filter((part) => part !== undefined).join(' '), forMs),
    }
  }
}

/** For a turn that no Redis gave. */
const nobodysLease: Lease = { succeed: () => Promise.resolve(true), fail: () => Promise.resolve(true) }

/** A value as it is stored: when it was fetched, a blank, its JSON. */
function entryOf(stored: string): SharedEntry | undefined {
  const blank = stored.indexOf(' ')
  const fetchedAt = Number(stored.slice(0, blank))
  return blank > 0 && Number.isSafeInteger(fetchedAt) ? { fetchedAt, json: stored.slice(blank + 1) } : undefined
}

function failureOf(stored: string): SharedFailure {
  const [code = '', seconds] = stored.split(' ')
  const isKnown = code === 'BSS_TIMEOUT' || code === 'BSS_BAD_ANSWER' || code === 'BSS_UNAVAILABLE'
  return { code: isKnown ? code : 'BSS_UNAVAILABLE', ...(seconds !== undefined && { retryAfterSeconds: Number(seconds) }) }
}

/** A moment, not the same for all who wait. */
function look(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, lookEveryMs * (0.75 + Math.random() / 2), undefined).unref())
}
