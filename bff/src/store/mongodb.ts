import { MongoClient, MongoServerError, type Collection } from 'mongodb'
import type { RecordKind, Shelf, StoredRecord } from './contract.ts'
import type { StoreSettings } from './settings.ts'

/** The body is JSON as text: what comes back is what went in, whatever its fields are called. */
type Document = { _id: string; at: Date; keys: string[]; body: string }

const duplicateKey = 11_000
const farewellMs = 500
/** How often the driver looks whether a server that went is back: its own ten seconds are longer than anybody waits. */
const heartbeatMs = 1_000

/**
 * The shelf on a server that speaks MongoDB's protocol: a collection a kind. Nothing but single additions and removals, and finding by id or key.
 * Connects by the first operation, and again after a server was away.
 * @param waitMs how long anything may take: for a connection, a server, an answer
 */
export function createMongodbShelf({ url, user, password }: StoreSettings & { kind: 'mongodb' }, waitMs: number): Shelf {
  const client = new MongoClient(url, {
    appName: 'mosaic',
    ...(user !== undefined && { auth: { username: user, password: password ?? '' } }),
    // Without retries of the driver's own: an addition that comes twice would be told that somebody else was first.
    retryWrites: false,
    maxPoolSize: 50,
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
  let connecting: Promise<unknown> | undefined
  const prepared = new Map<RecordKind, Promise<Collection<Document>>>()

  /** The driver finds a server again that it has seen once; one that was not there at first it must be told to look for anew. */
  async function connect(): Promise<void> {
    const attempt = (connecting ??= client.connect())
    try {
      await attempt
    } catch (error) {
      if (connecting === attempt) connecting = undefined
      throw error
    }
  }

  /** With its indexes: without them every search reads everything. */
  async function of(kind: RecordKind): Promise<Collection<Document>> {
    const found = prepared.get(kind) ?? prepare(kind)
    prepared.set(kind, found)
    try {
      return await found
    } catch (error) {
      // The next one tries anew.
      if (prepared.get(kind) === found) prepared.delete(kind)
      throw error
    }
  }
  async function prepare(kind: RecordKind): Promise<Collection<Document>> {
    await connect()
    const collection = client.db().collection<Document>(kind)
    await collection.createIndex({ keys: 1, at: 1, _id: 1 })
    await collection.createIndex({ at: 1, _id: 1 })
    return collection
  }

  return {
    async add(kind, { id, at, keys, body }) {
      const collection = await of(kind)
      try {
        await collection.insertOne({ _id: id, at, keys: [...keys], body: JSON.stringify(body) })
        return true
      } catch (error) {
        if (error instanceof MongoServerError && error.code === duplicateKey) return false
        throw error
      }
    },
    async get(kind, id) {
      const found = await (await of(kind)).findOne({ _id: id })
      return found ? recordOf(found) : undefined
    },
    async find(kind, { key, since, until, limit, newestFirst }) {
      const at = { ...(since && { $gte: since }), ...(until && { $lt: until }) }
      const order = newestFirst ? -1 : 1
      const found = (await of(kind)).find({ keys: key, ...(Object.keys(at).length > 0 && { at }) })
      return (await found.sort({ at: order, _id: order }).limit(limit).toArray()).map(recordOf)
    },
    async oldest(kind, before, limit) {
      const found = (await of(kind)).find({ at: { $lt: before } })
      return (await found.sort({ at: 1, _id: 1 }).limit(limit).toArray()).map(recordOf)
    },
    remove: async (kind, id) => (await (await of(kind)).deleteOne({ _id: id })).deletedCount === 1,
    async forget(kind, before, limit) {
      const collection = await of(kind)
      const old = await collection
        .find({ at: { $lt: before } })
        .limit(limit)
        .project<{ _id: string }>({ _id: 1 })
        .toArray()
      if (old.length === 0) return 0
      return (await collection.deleteMany({ _id: { $in: old.map(({ _id }) => _id) } })).deletedCount
    },
    async close() {
      // A farewell that cannot be said must not hold a process that ends.
      await Promise.race([client.close().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, farewellMs))])
    },
  }
}

function recordOf({ _id, at, keys, body }: Document): StoredRecord {
  return { id: _id, at, keys, body: JSON.parse(body) as unknown }
}
