import { setImmediate as turn } from 'node:timers/promises'
import type { ReleaseEngine } from '../../release/engine.ts'
import { askedForMs } from '../contacts.ts'
import type { Contacts } from '../contract.ts'
import type { Talks } from './contract.ts'

type Options = {
  contacts: Pick<Contacts, 'ended'>
  talks: Pick<Talks, 'keep'>
  engine: Pick<ReleaseEngine, 'state'>
  /** Epoch milliseconds. */
  now: () => number
}

/** So far back is looked after a start, in milliseconds: for what ended before it and nobody has written down. */
const lookBackMs = 3 * 86_400_000
/** Clocks of processes differ, and a record may be seen some time after its moment, in milliseconds. */
const overlapMs = 60_000

/**
 * Finds what has ended and stands in no register, when the desk asks about it no more: calls that nobody has said a word about, and what a crash has kept from
 * being written. Each process looks at all of it: keeping something twice is keeping it once.
 * @returns one look. Rejects when the store cannot be asked; then the next one looks at the same again.
 */
export function createEndedTalks({ contacts, talks, engine, now }: Options): (isOver: () => boolean) => Promise<void> {
  const looked = new Map<string, number>()

  return async (isOver) => {
    const until = now() - askedForMs
    for (const { brand } of engine.state()) {
      const since = (looked.get(brand) ?? until - lookBackMs) - overlapMs
      for await (const contact of contacts.ended(brand, new Date(since), new Date(until))) {
        if (isOver()) return
        await talks.keep(contact)
        // An embedded store answers without ever waiting: homes have their turn.
        await turn()
      }
      looked.set(brand, until)
    }
  }
}
