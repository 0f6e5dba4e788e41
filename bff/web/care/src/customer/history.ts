import type { Entry } from '../types.ts'

/** A link he has been sent, as the past tells it. */
export type LinkSent = { id: string; code: string; state: string; target: string; agent: string; issuedAt: string }

/** A link as an entry of the past. Pure. */
export function entryOfLink({ id, code, state, target, agent, issuedAt }: LinkSent, states: Readonly<Record<string, string>>): Entry {
  return { id, kind: 'handOver', title: target, text: `${agent} · ${code}`, state: states[state] ?? state, at: issuedAt }
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
