import type { CallBack } from './contract.ts'

/** What is decided when a call-back is booked, and never changes. */
export type CallBackFacts = Omit<CallBack, 'state' | 'agentId' | 'attempts'> & {
  /** Its place in its slot. */
  placeId: string
}
export type CallBackEvent = { at: Date } & (
  { type: 'taken'; by: string } | { type: 'closed'; state: 'done' | 'unreached' | 'cancelled'; by: string }
)

/** Whoever could not be reached is tried again, so often in all. */
const mostAttempts = 3
/** Whoever took one and went home must not keep it, in milliseconds. */
const holdMs = 45 * 60_000

export function callBackOf(facts: CallBackFacts, events: readonly CallBackEvent[]): CallBack {
  const { placeId: _, ...known } = facts
  const last = events.at(-1)
  const attempts = events.filter((event) => event.type === 'closed' && event.state === 'unreached').length
  if (last === undefined || (last.type === 'closed' && last.state === 'unreached' && attempts < mostAttempts))
    return { ...known, state: 'waiting', agentId: undefined, attempts }
  return { ...known, state: last.type === 'taken' ? 'taken' : last.state, agentId: last.by, attempts }
}

/** Whether somebody is still to be called. */
export function isOpen({ state }: Pick<CallBack, 'state'>): boolean {
  return state === 'waiting' || state === 'taken'
}

/** Taken by somebody else it is nobody's again only after a while. */
export function mayTake(facts: CallBackFacts, events: readonly CallBackEvent[], now: Date): boolean {
  const last = events.at(-1)
  if (last?.type === 'taken') return now.getTime() - last.at.getTime() > holdMs
  return isOpen(callBackOf(facts, events))
}

/** Who took it says what came of it; that it is not needed any more, anybody may say before it is taken. */
export function mayClose(
  facts: CallBackFacts,
  events: readonly CallBackEvent[],
  state: 'done' | 'unreached' | 'cancelled',
  by: string,
): boolean {
  const callBack = callBackOf(facts, events)
  if (callBack.state === 'taken') return callBack.agentId === by
  return state === 'cancelled' && isOpen(callBack)
}
