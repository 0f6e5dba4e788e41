import { randomBytes, createHash } from 'node:crypto'
import type { Shelf } from '../store/contract.ts'
import { findAll } from '../store/pages.ts'
import { createStreams } from '../store/streams.ts'
import type { Contact, ContactEvent, ContactNews, Contacts, DeskNews } from './contract.ts'

type Options = {
  shelf: Shelf
  /** Epoch milliseconds. */
  now: () => number
  /** Hears of every contact that begins or moves. */
  told?: (news: DeskNews) => void
}

/** What is decided when a contact begins. */
type Facts = { brand: string; channel: Contact['channel']; callId?: string }

/** Nobody lets a telephone ring for longer, in milliseconds: the word that it has stopped was lost. */
const longestRing = 3 * 60_000
/** A shift, in milliseconds: what is open longer was left open. */
const shift = 12 * 3_600_000
/** For so long an agent is asked what a call was about, in milliseconds. */
export const askedForMs = 2 * 3_600_000
/** More of one talk is noise, or an attack. */
const mostEvents = 60
const mostOpen = 20

/**
 * Contacts on streams of events. A call is one contact because its id is made of the call's: two who hear of it first add the same head, and each word of it
 * is added only when it says something new.
 */
export function createContacts({ shelf, now, told }: Options): Contacts {
  const streams = createStreams<ContactEvent>(shelf, 'contactEvent')

  return {
    hear: (brand, callId, event) => begin(contactIdOf(brand, callId), { brand, channel: 'call', callId }, event),
    async open(brand, channel, agentId, customerId) {
      // A page that is opened twice is one talk.
      const already = (await openOf(brand, agentId)).find((contact) => contact.state === 'open' && contact.customerId === customerId)
      if (already) return already
      const id = randomBytes(16).toString('hex')
      await begin(id, { brand, channel }, { type: 'answered', agentId })
      return append(id, { brand, channel }, { type: 'picked', customerId })
    },
    async note(brand, id, event) {
      const facts = await factsOf(brand, id)
      return facts && append(id, facts, event)
    },
    async get(brand, id) {
      return (await read(brand, id)) ?? read(brand, contactIdOf(brand, id))
    },
    openOf,
    async *ended(brand, since, until) {
      for await (const { id } of findAll(shelf, 'contactEvent', { key: endedKey(brand), since, until })) {
        const facts = await factsOf(brand, streamOf(id))
        const events = facts ? await streams.read(streamOf(id)) : []
        // It rang at somebody who did not take it: nobody has talked.
        if (facts && events.some(({ type }) => type === 'answered')) yield contactOf(streamOf(id), facts, events)
      }
    },
    async ofCustomer(brand, customerId, limit) {
      const ids = await idsBy(`customer:${brand}/${customerId}`, undefined, limit * 2)
      const contacts = (await readAll(brand, ids)).filter((contact) => contact.customerId === customerId)
      return contacts.toSorted((one, other) => other.startedAt.getTime() - one.startedAt.getTime()).slice(0, limit)
    },
  }

  async function openOf(brand: string, agentId: string): Promise<Contact[]> {
    const [own, ringing] = await Promise.all([idsBy(`agent:${brand}/${agentId}`, shift, 60), idsBy(`ringing:${brand}`, longestRing, 60)])
    const contacts = await readAll(brand, [...new Set([...ringing, ...own])])
    return contacts.filter((contact) => isOpenFor(contact, agentId, now())).slice(0, mostOpen)
  }

  async function begin(id: string, facts: Facts, event: ContactNews): Promise<Contact> {
    await shelf.add('contact', { id, at: new Date(now()), keys: [`brand:${facts.brand}`], body: facts })
    return append(id, facts, event)
  }

  async function append(id: string, facts: Facts, news: ContactNews): Promise<Contact> {
    const event = { ...news, at: new Date(now()) } as ContactEvent
    const { added, events } = await streams.append(id, keysOf(facts, event), (past) => (isNews(past, event) ? event : undefined))
    const contact = contactOf(id, facts, events)
    if (added) told?.({ type: 'contact', brand: facts.brand, at: event.at, id, agentId: contact.agentId })
    return contact
  }

  async function factsOf(brand: string, id: string): Promise<Facts | undefined> {
    // Whatever could be no id is none: keys of the store have bounds of their own.
    if (!/^[0-9a-f]{32}$/.test(id)) return undefined
    const facts = (await shelf.get('contact', id))?.body as Facts | undefined
    return facts?.brand === brand ? facts : undefined
  }

  async function read(brand: string, id: string): Promise<Contact | undefined> {
    const facts = await factsOf(brand, id)
    if (!facts) return undefined
    const events = await streams.read(id)
    return events.length === 0 ? undefined : contactOf(id, facts, events)
  }

  async function readAll(brand: string, ids: readonly string[]): Promise<Contact[]> {
    return (await Promise.all(ids.map((id) => read(brand, id)))).filter((contact) => contact !== undefined)
  }

  /** The contacts whose events have a key, the latest event first. */
  async function idsBy(key: string, withinMs: number | undefined, limit: number): Promise<string[]> {
    const since = withinMs === undefined ? {} : { since: new Date(now() - withinMs) }
    const events = await shelf.find('contactEvent', { key, limit, newestFirst: true, ...since })
    return [...new Set(events.map(({ id }) => streamOf(id)))]
  }
}

const endedKey = (brand: string) => `ended:${brand}`

/** The same for the same call, and another for the same call of another brand. */
function contactIdOf(brand: string, callId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([brand, callId]))
    .digest('hex')
    .slice(0, 32)
}

function keysOf({ brand }: Facts, event: ContactEvent): string[] {
  const own = `brand:${brand}`
  switch (event.type) {
    case 'ringing':
      return [own, `ringing:${brand}`, ...(event.agentId === undefined ? [] : [`agent:${brand}/${event.agentId}`])]
    case 'answered':
      return [own, `agent:${brand}/${event.agentId}`]
    case 'picked':
      return [own, `customer:${brand}/${event.customerId}`]
    case 'closed':
      return [own, endedKey(brand)]
    default:
      return [own]
  }
}

/** The n-th event of a stream has its id, and the number. */
function streamOf(event: string): string {
  return event.slice(0, event.lastIndexOf(':'))
}

/** Whether an event says something that the ones before it do not. Calls of the network come late, twice, and in any order. */
function isNews(past: readonly ContactEvent[], event: ContactEvent): boolean {
  if (past.length >= mostEvents) return false
  const last = <Type extends ContactEvent['type']>(type: Type) =>
    past.findLast((one): one is Extract<ContactEvent, { type: Type }> => one.type === type)
  switch (event.type) {
    case 'ringing':
    case 'closed':
      return last(event.type) === undefined
    case 'answered':
      return last('answered')?.agentId !== event.agentId
    case 'picked':
      return last('picked')?.customerId !== event.customerId
    case 'noted': {
      const before = last('noted')
      return before?.reason !== event.reason || before.text !== event.text
    }
  }
}

function contactOf(id: string, { brand, channel, callId }: Facts, events: readonly ContactEvent[]): Contact {
  const contact: Contact = {
    id, brand, channel, callId, msisdn: undefined, customerId: undefined, agentId: undefined, reason: undefined, text: undefined,
    state: 'ringing', startedAt: events[0]?.at ?? new Date(0), endedAt: undefined,
  } // prettier-ignore
  for (const event of events) {
    switch (event.type) {
      case 'ringing':
        contact.msisdn = event.msisdn
        contact.agentId ??= event.agentId
        break
      case 'answered':
        contact.agentId = event.agentId
        if (contact.state === 'ringing') contact.state = 'open'
        break
      case 'picked':
        contact.customerId = event.customerId
        break
      case 'noted':
        contact.reason = event.reason
        contact.text = event.text
        break
      case 'closed':
        contact.state = 'closed'
        contact.endedAt = event.at
        break
    }
  }
  return contact
}

function isOpenFor({ state, agentId, reason, channel, endedAt, startedAt }: Contact, mine: string, now: number): boolean {
  if (state === 'ringing') return (agentId === undefined || agentId === mine) && startedAt.getTime() > now - longestRing
  if (agentId !== mine) return false
  if (state === 'open') return startedAt.getTime() > now - shift
  // A call that nobody answered was about nothing that anybody knows.
  return channel === 'call' && reason === undefined && endedAt !== undefined && endedAt.getTime() > now - askedForMs
}
