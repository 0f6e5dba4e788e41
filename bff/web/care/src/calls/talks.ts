import type { Contact } from './types.ts'

/** The agent's talks as they stand. Pure. */
export function talksOf(contacts: readonly Contact[], me: string) {
  const isMine = ({ agentId }: Contact) => agentId === me
  return {
    /** Nobody's yet, or meant for this agent. */
    ringing: contacts.filter((contact) => contact.state === 'ringing' && (contact.agentId === null || isMine(contact))),
    open: contacts.filter((contact) => contact.state === 'open' && isMine(contact)),
    /** Over, and nobody has said what it was about. */
    toNote: contacts.filter((contact) => contact.state === 'closed' && isMine(contact) && contact.reason === null),
  }
}

/** Calls that this agent has answered between two looks: their page pops up. What was open at the first look pops nothing. Pure. */
export function answeredSince(before: readonly Contact[] | undefined, now: readonly Contact[], me: string): Contact[] {
  if (!before) return []
  const known = new Set(talksOf(before, me).open.map(({ id }) => id))
  return talksOf(now, me).open.filter(({ id, channel }) => channel === 'call' && !known.has(id))
}

/** The talks with a customer: the open one first, then those of which nobody has said what they were about. Pure. */
export function talksWith(contacts: readonly Contact[], customer: string, me: string): Contact[] {
  const { open, toNote } = talksOf(contacts, me)
  return [...open, ...toNote].filter((contact) => contact.customerId === customer)
}
