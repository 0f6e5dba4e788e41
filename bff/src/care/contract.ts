import type { Locale } from '@mosaic/schemas/text'
import type { Bss } from '../bss/bss.ts'
import type { CallBacks } from '../call-backs/contract.ts'
import type { GuideRuns } from '../guides/contract.ts'
import type { HandOvers } from '../hand-over/contract.ts'
import type { HomeDependencies } from '../home/compose-home.ts'
import type { Sms } from '../sms/contract.ts'
import type { Reports } from './reports.ts'
import type { Talks } from './talks/contract.ts'

export const staffRoles = ['agent', 'supervisor'] as const
export type StaffRole = (typeof staffRoles)[number]
/** A person of the operator's, as the staff's identity provider says. */
export type Staff = { id: string; name: string; brand: string; roles: readonly StaffRole[]; locale: Locale | undefined }

/** Who is behind an Authorization header of the care desk: tokens of customers are none. Rejects with a ClientError: UNAUTHENTICATED, FORBIDDEN, IDENTITY_UNAVAILABLE. */
export type StaffIdentity = { staffOf(authorization: string | undefined): Promise<Staff> }

/** Somebody the operator knows, found on behalf of an agent. */
export type Person = {
  customerId: string
  partyId: string
  partyType: 'individual' | 'organization'
  name: string
  locale: Locale | undefined
  city: string | undefined
  lines: readonly PersonLine[]
  /** Whether SMS about his calls may be sent; absent: he was never asked. */
  mayBeTexted: boolean | undefined
}
export type PersonLine = { id: string; msisdn: string; kind: 'voice' | 'data'; status: string }

/** The operator's customers, by number, name or code. Nothing is cached: what an agent asks is his alone. Rejects with a ClientError BACKEND_UNAVAILABLE. */
export type Directory = {
  search(brand: string, text: string): Promise<readonly Person[]>
  person(brand: string, customerId: string): Promise<Person | undefined>
  byNumber(brand: string, msisdn: string): Promise<Person | undefined>
}

/** A call, or another talk with a customer, from the first ring to what came of it. */
export type Contact = {
  id: string
  brand: string
  channel: 'call' | 'callBack' | 'other'
  /** The call of the telephone system; two webhooks of one call are one contact. */
  callId: string | undefined
  msisdn: string | undefined
  customerId: string | undefined
  agentId: string | undefined
  reason: string | undefined
  /** What the agent wrote down. */
  text: string | undefined
  state: 'ringing' | 'open' | 'closed'
  startedAt: Date
  endedAt: Date | undefined
}
export type ContactEvent = { at: Date } &
  /** Without a number when the caller withholds it. */
  (
    | { type: 'ringing'; msisdn: string | undefined; dialled: string | undefined; agentId: string | undefined }
    | { type: 'answered'; agentId: string }
    | { type: 'picked'; customerId: string }
    | { type: 'noted'; reason: string; text: string | undefined }
    | { type: 'closed' }
  )
export type ContactNews = ContactEvent extends infer Event ? (Event extends unknown ? Omit<Event, 'at'> : never) : never
/** Rejects when the store cannot be asked. */
export type Contacts = {
  /** What the telephone system says of a call: the first word of a call begins its contact, whichever comes first; what is said twice is one thing. */
  hear(brand: string, callId: string, event: ContactNews): Promise<Contact>
  /** A talk that no telephone system tells of; the one that is open between the two already, where there is one. */
  open(brand: string, channel: 'callBack' | 'other' | 'call', agentId: string, customerId: string): Promise<Contact>
  /** Absent: there is none of this id. */
  note(brand: string, id: string, event: ContactNews): Promise<Contact | undefined>
  /** By its own id, or by the call's. */
  get(brand: string, id: string): Promise<Contact | undefined>
  /** What rings for an agent or for anybody, what he is talking about, and what has ended without a word what it was about. */
  openOf(brand: string, agentId: string): Promise<Contact[]>
  /** What ended in a period and somebody had answered, earliest first. `since` is in, `until` is not. */
  ended(brand: string, since: Date, until: Date): AsyncIterable<Contact>
  /** Newest first. */
  ofCustomer(brand: string, customerId: string, limit: number): Promise<Contact[]>
}

/** Something there has been between a customer and his operator, or is under way, in the words of who asks. */
export type Entry = {
  id: string
  /** `call`, `alertDismissed`, `order` …; may grow. */
  kind: string
  title: string
  text: string | undefined
  state: string | undefined
  at: Date | undefined
}

/** Everything there has been, newest first: what the operator's systems have written down (TMF683), and what the desk has. Never rejects: what cannot be had is said. */
export type History = { of(brand: string, customerId: string, locale: Locale, limit: number): Promise<Entry[]> }

/** What was done, by whom, about whom: written before it is answered, never changed. Personal data only as ids. */
export type AuditEntry = {
  at: Date
  brand: string
  who: string
  what: string
  about: string | undefined
  details: Readonly<Record<string, string>>
}
export type Audit = {
  /** @param onceInMs for what a screen asks for again and again: of entries that are the same it keeps the first in each such time */
  write(entry: Omit<AuditEntry, 'at'>, onceInMs?: number): Promise<void>
  find(brand: string, wanted: { who?: string; about?: string; day: string; limit: number }): Promise<AuditEntry[]>
}

/** What the desk hears at once. Ids only: who hears it asks for the rest, with his own rights. */
export type DeskNews = { brand: string; at: Date } & (
  | { type: 'handOver'; id: string; customerId: string; agentId: string | undefined }
  /** Who is stuck, or who helps whom. */
  | { type: 'stuck'; id: string }
  | { type: 'contact'; id: string; agentId: string | undefined }
  | { type: 'callBack'; id: string }
  /** A walk through a guide has begun or moved, or somebody takes part in it. */
  | { type: 'guide'; id: string; customerId: string }
  /** Too much was new at once: everything on screen is to be asked for anew. */
  | { type: 'reload' }
)
export type Feed = {
  tell(news: DeskNews): void
  /** Ends when the caller stops, or the server closes. */
  hear(brand: string): AsyncIterableIterator<DeskNews>
  close(): void
}

/** How often each target of a brand was sent in the last 30 days, about. It never rejects. */
export type TargetUses = (brand: string) => Promise<ReadonlyMap<string, number>>

/** Everything the care desk is made of. */
export type CareDependencies = HomeDependencies & {
  bss: Bss
  staff: StaffIdentity
  directory: Directory
  history: History
  handOvers: HandOvers
  contacts: Contacts
  callBacks: CallBacks
  guideRuns: GuideRuns
  talks: Pick<Talks, 'write'>
  audit: Audit
  reports: Reports
  targetUses: TargetUses
  sms: Sms
  /** Where links lead whose brand has no address of its own; without either none are sent. */
  linkOrigin: string | undefined
  feed: Feed
  now: () => number
}
