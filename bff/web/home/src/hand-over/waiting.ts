import type { HandOver } from './hand-overs.ts'

/** Whether there is nothing more to do with it; states that this version does not know are on the way. */
export function isOver({ state }: Pick<HandOver, 'state'>): boolean {
  return over.has(state)
}

const over: ReadonlySet<string> = new Set(['done', 'revoked', 'expired', 'abandoned'])

/** What is offered to the customer: still good now, not what he is looking at or has put off, and first what expires first. Pure. */
export function waitingOf(handOvers: readonly HandOver[], now: Date, isPutAside: (id: string) => boolean): HandOver[] {
  return handOvers
    .filter((handOver) => !isOver(handOver) && !isPutAside(handOver.id) && isGood(handOver, now))
    .toSorted((a, b) => Date.parse(a.expiresAt) - Date.parse(b.expiresAt))
}

/** Until it is taken it is good as long as its link. */
function isGood({ state, expiresAt }: HandOver, now: Date): boolean {
  return taken.has(state) || now.getTime() < Date.parse(expiresAt)
}

const taken: ReadonlySet<string> = new Set(['opened', 'signedIn', 'reached', 'stuck'])
