import { setImmediate as turn } from 'node:timers/promises'
import { mostFound, type RecordKind, type Shelf, type StoredRecord, type Wanted } from './contract.ts'

const page = 1_000

/** All there is by a key, oldest first, a page after the other: however much it is, nobody waits for all of it at once. */
export async function* findAll(
  shelf: Pick<Shelf, 'find'>,
  kind: RecordKind,
  { key, since, until }: Pick<Wanted, 'key' | 'since' | 'until'>,
): AsyncGenerator<StoredRecord> {
  let from = since
  let limit = page
  let seen = new Set<string>()
  for (;;) {
    const found = await shelf.find(kind, { key, ...(from && { since: from }), ...(until && { until }), limit })
    for (const record of found) if (!seen.has(record.id)) yield record
    // An embedded store answers without ever waiting: homes have their turn between the pages.
    await turn()
    const last = found.at(-1)
    if (!last || found.length < limit) return
    // The next page begins with the moment this one ends with: more may have happened in it.
    const isOneMoment = found[0]?.at.getTime() === last.at.getTime()
    seen = new Set(found.filter(({ at }) => at.getTime() === last.at.getTime()).map(({ id }) => id))
    if (isOneMoment && limit === mostFound) from = new Date(last.at.getTime() + 1)
    else from = last.at
    limit = isOneMoment ? mostFound : page
  }
}
