import { setTimeout as wait } from 'node:timers/promises'
import { MosaicError } from '@mosaic/schemas/errors'
import type { RecordKind, Shelf, Streams } from './contract.ts'

/** More events than any stream here ever has. */
const longest = 1_000
/** Whoever decides anew loses each time to somebody who has added: with so many rounds he must have had his turn. */
const mostRounds = 100

/** Streams of events on a shelf: the n-th event of a stream has the id that only the n-th can have. */
export function createStreams<Event extends { at: Date }>(shelf: Shelf, kind: RecordKind): Streams<Event> {
  const read = async (stream: string): Promise<Event[]> => {
    const records = await shelf.find(kind, { key: `stream:${stream}`, limit: longest })
    // By place and not by moment: clocks of different processes differ.
    return records.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map(({ at, body }) => ({ ...(body as Event), at }))
  }
  return {
    read,
    async append(stream, keys, decide) {
      for (let round = 0; round < mostRounds; round++) {
        const events = await read(stream)
        const event = decide(events)
        if (event === undefined) return { added: undefined, events }
        if (events.length >= longest) {
          const fault = { expected: `at most ${longest} events`, got: 'one more', fix: 'Let what decides say no earlier' }
          throw new MosaicError('STREAM_FULL', 'More has happened to one thing than is kept', fault)
        }
        const { at, ...body } = event
        const id = `${stream}:${String(events.length).padStart(6, '0')}`
        if (await shelf.add(kind, { id, at, keys: [`stream:${stream}`, ...keys], body }))
          return { added: event, events: [...events, event] }
        // Not all at once again.
        await wait(Math.random() * Math.min(round, 20))
      }
      const fault = { expected: `a turn within ${mostRounds} rounds`, got: 'none', fix: 'Try again in a moment' }
      throw new MosaicError('STREAM_BUSY', 'Too many write to one thing at once', fault)
    },
  }
}
