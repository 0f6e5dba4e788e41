import { setTimeout as wait } from 'node:timers/promises'
import { MongoClient, MongoServerError, MongoServerSelectionError, MongoTopologyClosedError, type Collection } from 'mongodb'
import type { RecordKind, Shelf, StoredRecord } from './contract.ts'
import type { StoreSettings } from './settings.ts'

/** The body is JSON as text: what comes back is what went in, whatever its fields are called. */
type Document = { _id: string; at: Date; keys: string[]; body: string }

const duplicateKey = 11_000
const farewellMs = 500
/** How often the driver looks whether a server that went is back: its own ten seconds are longer than anybody waits. */
const heartbeatMs = 1_000
/** A driver that has brought no answer for so long is thrown away when something fails: its connections may all be taken by what never ends. */
const silentMs = 10_000
const connections = 50

/**
 * The shelf on a server that speaks MongoDB's protocol: a collection a kind. Nothing but single additions and removals, and finding by id or key.
 * Connects by the first operation, and again after a server was away.
 * @param waitMs how long anything may take: for a connection, a server, an answer
 */
export function createMongodbShelf(settings: StoreSettings & { kind: 'mongodb' }, waitMs: number): Shelf {
  let client = connectLazily(settings, waitMs)
  let answered = performance.now()

  async function ask<T>(kind: RecordKind, run: (collection: Collection<Document>) => Promise<T>): Promise<T> {
    const asked = client
    try {
      const answer = await run(await asked.collection(kind))
      answered = performance.now()
      return answer
    } catch (error) {
      // What a server says and a broken connection the driver gets over. One that was not there at first it never finds, nor, sometimes, one that was cut off.
      const isLost = error instanceof MongoServerSelectionError || error instanceof MongoTopologyClosedError
      if (client === asked && (isLost || performance.now() - answered > silentMs)) {
        answered = performance.now()
        client = connectLazily(settings, waitMs)
        void asked.close()
      }
      throw error
    }
  }

  return {
    add: (kind, { id, at, keys, body }) =>
      ask(kind, async (collection) => {
        try {
          await collection.insertOne({ _id: id, at, keys: [...keys], body: JSON.stringify(body) })
          return true
        } catch (error) {
          if (error instanceof MongoServerError && error.code === duplicateKey) return false
          throw error
        }
      }),
    get: (kind, id) =>
      ask(kind, async (collection) => {
        const found = await collection.findOne({ _id: id })
        return found ? recordOf(found) : undefined
      }),
    find: (kind, { key, since, until, limit, newestFirst }) =>
      ask(kind, async (collection) => {
        const at = { ...(since && { $gte: since }), ...(until && { $lt: until }) }
        const order = newestFirst ? -1 : 1
        const found = collection.find({ keys: key, ...(Object.keys(at).length > 0 && { at }) })
        return (await found.sort({ at: order, _id: order }).limit(limit).toArray()).map(recordOf)
      }),
    oldest: (kind, before, limit) =>
      ask(kind, async (collection) => {
        const found = collection.find({ at: { $lt: before } })
        return (await found.sort({ at: 1, _id: 1 }).limit(limit).toArray()).map(recordOf)
      }),
    remove: (kind, id) => ask(kind, async (collection) => (await collection.deleteOne({ _id: id })).deletedCount === 1),
    forget: (kind, before, limit) =>
      ask(kind, async (collection) => {
        const found = collection.find({ at: { $lt: before } }).limit(limit)
        const old = await found.project<{ _id: string }>({ _id: 1 }).toArray()
        if (old.length === 0) return 0
        return (await collection.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } })).deletedCount
      }),
    close: () => client.close(),
  }
}

function connectLazily({ url, user, password }: StoreSettings & { kind: 'mongodb' }, waitMs: number) {
  const client = new MongoClient(url, {
    appName: 'mosaic',
    ...(user !== undefined && { auth: { username: user, password: password ?? '' } }),
    // Without retries of the driver's own: an addition that comes twice would be told that somebody else was first.
    retryWrites: false,
    maxPoolSize: connections,
    connectTimeoutMS: waitMs,
    serverSelectionTimeoutMS: waitMs,
    waitQueueTimeoutMS: waitMs,
    heartbeatFrequencyMS: heartbeatMs,
    // Nobody waits any more: what hangs gives its connection back.
    socketTimeoutMS: waitMs + 500,
    // Told to be kept: by most members, on their disks.
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: waitMs },
    // A copy that lags behind would say that nobody has opened what somebody has.
    readPreference: 'primary',
  })
  const prepared = new Map<RecordKind, Promise<Collection<Document>>>()

  /** Its indexes first: without them every search reads everything. */
  async function prepare(kind: RecordKind): Promise<Collection<Document>> {
    const collection = client.db().collection<Document>(kind)
    await collection.createIndex({ keys: 1, at: 1, _id: 1 })
    await collection.createIndex({ at: 1, _id: 1 })
    return collection
  }

  return {
    async collection(kind: RecordKind): Promise<Collection<Document>> {
      const found = prepared.get(kind) ?? prepare(kind)
      prepared.set(kind, found)
      try {
        return await found
      } catch (error) {
        // The next one tries anew.
        if (prepared.get(kind) === found) prepared.delete(kind)
        throw error
      }
    },
    async close(): Promise<void> {
      // A farewell that cannot be said must not hold a process that ends.
      await Promise.race([client.close().catch(() => undefined), wait(farewellMs, undefined, { ref: false })])
    },
  }
}

function recordOf({ _id, at, keys, body }: Document): StoredRecord {
  return { id: _id, at, keys, body: JSON.parse(body) as unknown }
}
