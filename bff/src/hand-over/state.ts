import type { HandOver, HandOverEvent, HandOverFacts, HandOverState, WithoutTime } from './contract.ts'

/** Opened and then nothing: so long until it counts as abandoned, in milliseconds. */
const patienceMs = 15 * 60_000
/** Begun and then nothing: so long until it cannot be gone on with, in milliseconds. */
export const lifeMs = 2 * 3_600_000
/** Whoever took somebody and went home must not keep him, in milliseconds. */
const holdMs = 15 * 60_000
/** Whoever goes to and fro for ever is not written down for ever. */
const mostEvents = 200

type EventType = HandOverEvent['type']

/** What an event may follow: the events that must have been, and those that must not. */
const rules: Record<EventType, { after?: EventType; not: readonly EventType[] }> = {
  sent: { not: ['sent', 'revoked'] },
  unsent: { not: ['sent', 'unsent', 'revoked'] },
  delivered: { after: 'sent', not: ['delivered'] },
  undelivered: { after: 'sent', not: ['delivered', 'undelivered'] },
  opened: { not: ['opened', 'revoked', 'done'] },
  // Also without a link: the app shows what waits to whoever signs in.
  signedIn: { not: ['signedIn', 'revoked', 'done'] },
  reached: { after: 'signedIn', not: ['revoked', 'done'] },
  stuck: { after: 'signedIn', not: ['revoked', 'done'] },
  taken: { after: 'stuck', not: ['revoked', 'done'] },
  givenBack: { after: 'taken', not: ['revoked', 'done'] },
  done: { after: 'signedIn', not: ['done', 'revoked'] },
  revoked: { not: ['done', 'revoked'] },
}

const receipts: ReadonlySet<EventType> = new Set<EventType>(['sent', 'unsent', 'delivered', 'undelivered'])
/** What others do for him: it moves him nowhere, and gives him no more time. */
const asides: ReadonlySet<EventType> = new Set<EventType>([...receipts, 'taken', 'givenBack'])
const ends: ReadonlySet<EventType> = new Set<EventType>(['done', 'revoked'])

/** Whether an event may come now. A link opens until it expires; what was begun in time may be ended later. */
export function mayFollow(facts: HandOverFacts, events: readonly HandOverEvent[], type: EventType, now: Date): boolean {
  const { after, not } = rules[type]
  const has = (wanted: EventType) => events.some((event) => event.type === wanted)
  if (not.some(has) || (after && !has(after))) return false
  if (receipts.has(type) || type === 'revoked') return true
  if (events.length >= mostEvents && !ends.has(type)) return false
  return now < (type === 'opened' ? facts.expiresAt : goodUntil(facts, events))
}

/** Whether who is stuck may be taken, or given back, by this agent now: he is one agent's until he goes on, is given back, or nothing comes of it. */
export function mayTurn(events: readonly HandOverEvent[], event: WithoutTime, now: Date): boolean {
  if (event.type !== 'taken' && event.type !== 'givenBack') return true
  const taker = takerOf(events, now)
  if (event.type === 'givenBack') return taker?.id === event.by
  return taker === undefined && isStuck(events)
}

/** A hand-over from what is known of it. Receipts that come late are kept and change nothing: the furthest word stands. */
export function handOverOf(facts: HandOverFacts, events: readonly HandOverEvent[], now: Date): HandOver {
  const opened = events.find((event) => event.type === 'opened')
  const reached = events.findLast((event) => event.type === 'reached')
  return {
    ...facts,
    events,
    state: stateOf(facts, events, now),
    claimHash: opened?.claimHash,
    step: reached?.step,
    taker: takerOf(events, now),
  }
}

/** Whether there is still something to go on with: neither ended nor over. */
export function isGood({ events, ...facts }: HandOver, now: Date): boolean {
  return !events.some(({ type }) => ends.has(type)) && now < goodUntil(facts, events)
}

function goodUntil({ expiresAt }: HandOverFacts, events: readonly HandOverEvent[]): Date {
  const last = events.findLast(({ type }) => !asides.has(type))
  return last ? new Date(Math.max(last.at.getTime() + lifeMs, expiresAt.getTime())) : expiresAt
}

function isStuck(events: readonly HandOverEvent[]): boolean {
  return events.findLast(({ type }) => !asides.has(type))?.type === 'stuck'
}

function takerOf(events: readonly HandOverEvent[], now: Date): HandOver['taker'] {
  const last = events.findLast(({ type }) => !receipts.has(type))
  if (last?.type !== 'taken' || now.getTime() - last.at.getTime() > holdMs) return undefined
  return { id: last.by, name: last.name }
}

function stateOf({ expiresAt }: HandOverFacts, events: readonly HandOverEvent[], now: Date): HandOverState {
  const isSignedIn = events.some(({ type }) => type === 'signedIn')
  // A link that is tapped by somebody who is in already leads no step back.
  const doings = events.filter(({ type }) => !asides.has(type) && !(isSignedIn && type === 'opened'))
  const last = doings.at(-1)
  if (last) {
    if (last.type === 'done' || last.type === 'revoked') return last.type
    const isSilent = now.getTime() - last.at.getTime() > patienceMs
    return isSilent && last.type !== 'stuck' ? 'abandoned' : (last.type as HandOverState)
  }
  if (now >= expiresAt) return 'expired'
  if (events.some(({ type }) => type === 'delivered')) return 'delivered'
  if (events.some(({ type }) => type === 'undelivered' || type === 'unsent')) return 'undelivered'
  return events.some(({ type }) => type === 'sent') ? 'sent' : 'issued'
}
