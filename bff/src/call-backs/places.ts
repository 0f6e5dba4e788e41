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
export type TakenPlaces = {
  of(brand: string): Promise<ReadonlyMap<number, number>>
  /** Something has been booked here: it is counted anew. */
  changed(brand: string): void
}

/** So old a count may be, in milliseconds: everybody who wants to be called asks for it, and booking looks for itself. */
const keptMs = 2_000

/** @param now epoch milliseconds */
export function createTakenPlaces(shelf: Shelf, now: () => number): TakenPlaces {
  const kept = new Map<string, { at: number; taken: Promise<ReadonlyMap<number, number>> }>()

  async function count(brand: string): Promise<ReadonlyMap<number, number>> {
    const taken = new Map<number, number>()
    for await (const { at } of findAll(shelf, 'place', { key: brandKey(brand), since: new Date(now()) }))
      taken.set(at.getTime(), (taken.get(at.getTime()) ?? 0) + 1)
    return taken
  }

  return {
    of(brand) {
      const known = kept.get(brand)
      if (known && now() - known.at < keptMs) return known.taken
      const taken = count(brand)
      const counted = { at: now(), taken }
      kept.set(brand, counted)
      // What failed is asked for again.
      taken.catch(() => kept.get(brand) === counted && kept.delete(brand))
      return taken
    },
    changed: (brand) => void kept.delete(brand),
  }
}

/**
 * A place of a row for an owner, or none when all are taken. The one he has already is his still: after a crash, and when he asks twice at once.
 * @param first where he begins: who ask at once should not go through the places together
 */
export async function takePlace(shelf: Shelf, row: Row, owner: string, first: number): Promise<Place | undefined> {
  for (;;) {
    const owners = await ownersOf(shelf, row)
    for (const [id, other] of owners) if (other === owner) return { id, isNew: false }
    // The editor may have made the row shorter than it was.
    if (owners.size >= row.capacity) return undefined
    const free = Array.from({ length: row.capacity }, (_, step) => `${row.id}:${(first + step) % row.capacity}`).find(
      (id) => !owners.has(id),
    )
    if (free === undefined) return undefined
    if (await shelf.add(row.kind, { id: free, at: row.at, keys: row.keys, body: { owner } })) return { id: free, isNew: true }
    // Somebody was first, perhaps this owner himself in another request: with each round there is one place less.
  }
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
