import type { Entry } from '../types.ts'

/** What the desk itself knows of the past; null: it could not be read. */
export type DeskPast = { handOvers: readonly LinkSent[] | null; callBacks: readonly CallBackAsked[] | null }
type LinkSent = { id: string; code: string; state: string; target: string; agent: string; issuedAt: string }
type CallBackAsked = { id: string; topic: string; startsAt: string; state: string }
type States = Readonly<Record<string, string>>

/** A link as an entry of the past; a state this build has no word for stays as it came. Pure. */
export function entryOfLink({ id, code, state, target, agent, issuedAt }: LinkSent, states: States): Entry {
  return { id, kind: 'handOver', title: target, text: `${agent} · ${code}`, state: states[state] ?? state, at: issuedAt }
}

/** A call-back as an entry of the past, or of what is to come. @param title what it is called when he has not said what it is about. Pure. */
export function entryOfCallBack({ id, topic, startsAt, state }: CallBackAsked, states: States, title: string): Entry {
  return { id, kind: 'callBackAsked', title: topic || title, text: null, state: states[state] ?? state, at: startsAt }
}

/** All of it, newest first; what has no moment (that a system does not answer) comes before everything. Pure. */
export function merged(...parts: readonly (readonly Entry[])[]): readonly Entry[] {
  const moment = ({ at }: Entry) => (at === null ? Number.POSITIVE_INFINITY : Date.parse(at))
  return parts.flat().toSorted((one, other) => (moment(one) === moment(other) ? 0 : moment(other) - moment(one)))
}

/** The kinds there are, in the order in which they come first. Pure. */
export function kindsOf(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.map(({ kind }) => kind))].filter((kind) => kind !== unavailable)
}

/** Those of one kind; `all` leaves out none. That a system does not answer is said whatever is looked for. Pure. */
export function ofKind(entries: readonly Entry[], kind: string): readonly Entry[] {
  return kind === 'all' ? entries : entries.filter((entry) => entry.kind === kind || entry.kind === unavailable)
}

/** The kind of an entry that stands for those that could not be read. */
const unavailable = 'unavailable'
