import type { RecordKind, Shelf } from '../store/contract.ts'
import { findAll } from '../store/pages.ts'
import type { OpenSlot } from './hours.ts'

/* What there is only so much of: there are as many ids as places, so that no slot is ever given to more than its capacity. */

/** A row of numbered places, each with an id that one owner can have. */
export type Row = { kind: Extract<RecordKind, 'place' | 'rate'>; id: string; keys: readonly string[]; at: Date; capacity: number }
/** `isNew`: taken just now by who asks. Nobody else may give it back: it might be another's by then. */
export type Place = { id: string; isNew: boolean }

/** More than any row has. */
const longest = 1_000

export function rowOf(brand: string, { startsAt, capacity }: OpenSlot): Row {
  const id = `${brand}:${startsAt.toISOString()}`
  return { kind: 'place', id, keys: [`slot:${id}`, brandKey(brand)], at: startsAt, capacity }
}

/** How many places of each slot are taken, by the epoch milliseconds of its beginning. */
export async function takenPlaces(shelf: Shelf, brand: string, since: Date): Promise<ReadonlyMap<number, number>> {
  const taken = new Map<number, number>()
  for await (const { at } of findAll(shelf, 'place', { key: brandKey(brand), since }))
    taken.set(at.getTime(), (taken.get(at.getTime()) ?? 0) + 1)
  return taken
}

/** Whether nobody but who has a place already can have one now. */
export async function isFull(shelf: Shelf, row: Row, owner: string): Promise<boolean> {
  const owners = await ownersOf(shelf, row)
  return owners.size >= row.capacity && ![...owners.values()].includes(owner)
}

/**
 * A place of a row for an owner, or none when all are taken. The one he has already is his still: after a crash, and when he asks twice at once.
 * @param first where he begins: who ask at once should not go through the places together
 */
export async function takePlace(shelf: Shelf, row: Row, owner: string, first: number): Promise<Place | undefined> {
  const owners = await ownersOf(shelf, row)
  for (const [id, other] of owners) if (other === owner) return { id, isNew: false }
  // The editor may have made the row shorter than it was.
  if (owners.size >= row.capacity) return undefined
  for (let step = 0; step < row.capacity; step++) {
    const id = `${row.id}:${(first + step) % row.capacity}`
    if (owners.has(id)) continue
    if (await shelf.add(row.kind, { id, at: row.at, keys: row.keys, body: { owner } })) return { id, isNew: true }
    // By somebody else, or by ourselves in another request.
    if (ownerIn(await shelf.get(row.kind, id)) === owner) return { id, isNew: false }
  }
  return undefined
}

export async function giveBack(shelf: Shelf, { kind }: Row, id: string): Promise<void> {
  await shelf.remove(kind, id)
}

const brandKey = (brand: string) => `places:${brand}`

/** By the ids of the places. */
async function ownersOf(shelf: Shelf, { kind, keys: [key = ''] }: Row): Promise<ReadonlyMap<string, string | undefined>> {
  const found = await shelf.find(kind, { key, limit: longest })
  return new Map(found.map((record) => [record.id, ownerIn(record)]))
}

function ownerIn(record: { body: unknown } | undefined): string | undefined {
  return (record?.body as { owner: string } | undefined)?.owner
}
