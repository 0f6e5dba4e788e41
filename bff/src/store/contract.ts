/** The kinds of records there are: a table or a collection each. */
export const recordKinds = [
  'handOver',
  'handOverEvent',
  'callBack',
  'callBackEvent',
  'place',
  'contact',
  'contactEvent',
  'talk',
  'talkEvent',
  'guideRun',
  'guideEvent',
  'audit',
  'rate',
  'grant',
] as const
export type RecordKind = (typeof recordKinds)[number]

/** A record. `keys` are what it is found by beside its id, such as `customer:C-0001`; `body` is JSON. */
export type StoredRecord = { id: string; at: Date; keys: readonly string[]; body: unknown }

/** What one `find` or `oldest` gives at most. */
export const mostFound = 10_000

/**
 * Records that are added and never changed. Whatever must happen once is an addition under an id that only one can have: the only step that is atomic
 * in every store we know (servers that speak MongoDB's protocol may let two conditional updates both win, and know no transactions).
 */
export type Shelf = {
  /** False: there is one of this id already, and nothing has been written. When it resolves true, the record survives a crash. */
  add(kind: RecordKind, record: StoredRecord): Promise<boolean>
  get(kind: RecordKind, id: string): Promise<StoredRecord | undefined>
  /** By a key, oldest first unless `newestFirst`; equal moments by id. */
  find(kind: RecordKind, wanted: Wanted): Promise<StoredRecord[]>
  /** What is older, oldest first; at most `limit`. */
  oldest(kind: RecordKind, before: Date, limit: number): Promise<StoredRecord[]>
  /** True for the one caller who took it away. */
  remove(kind: RecordKind, id: string): Promise<boolean>
  /** Forgets what is older; the number of what went. At most `limit` at a time, so that nobody waits for it. */
  forget(kind: RecordKind, before: Date, limit: number): Promise<number>
  close(): Promise<void>
}
/** `since` is in, `until` is not. `limit`: 1 to `mostFound`. */
export type Wanted = { key: string; since?: Date; until?: Date; limit: number; newestFirst?: boolean }

/**
 * The events of one thing, in order: `decide` sees all there are and says what comes next, or nothing. Two who decide at once cannot both be right about
 * the same past: the second decides anew. Resolves with what was added, and with all events.
 */
export type Streams<Event> = {
  append(stream: string, keys: readonly string[], decide: (events: readonly Event[]) => Event | undefined): Promise<Appended<Event>>
  read(stream: string): Promise<readonly Event[]>
}
export type Appended<Event> = { added: Event | undefined; events: readonly Event[] }
