import type { Policy, ReadMethodName } from '@mosaic/schemas/bss'

/** What a cache gives: what the back-end once answered, and when, in epoch milliseconds. */
export type Fetched = { value: unknown; fetchedAt: number }
/** One question: a method about one customer. All it asks for is drawn from the customer's number. */
export type Question = { method: AskedMethod; customer: number }
/** What a home of this bench hangs on. */
export const askedMethods = [
  'customer',
  'party',
  'lines',
  'account',
  'bills',
  'balance',
  'usage',
  'offers',
] as const satisfies readonly ReadMethodName[]
export type AskedMethod = (typeof askedMethods)[number]

/** The way to the back-end, as each peer finds it: one function for the libraries, a connector for the data layer. */
export type Origin = {
  /** One call. Throws when the back-end does not answer. */
  ask(question: Question): Promise<unknown>
}

export type PeerOptions<Way> = {
  origin: Way
  /** T1, T2 and times of each method. */
  policies: Readonly<Record<ReadMethodName, Policy>>
  /** `deadlineMs` is the longest an operation on Redis may take, for those who can be told. */
  redis: { url: string; deadlineMs: number } | undefined
  /** How many times faster than the clock a run passes, for libraries that know whole seconds only: `policies` are shortened by it. @default 1 */
  pace?: number
}

/** One instance of a cache before a back-end. */
export type PeerInstance = {
  /** Rejects when there is nothing to give. */
  get(question: Question): Fetched | Promise<Fetched>
  /** Until it uses its Redis, where it may do without. */
  untilShared?(): Promise<void>
  close(): Promise<void>
}

export type Peer<Way = Origin> = {
  name: string
  open(options: PeerOptions<Way>): Promise<PeerInstance>
}

export const keyOf = ({ method, customer }: Question): string => (method === 'offers' ? method : `${method}:${customer}`)

/** A call with its moment, as peers keep it. */
export async function fetched(origin: Origin, question: Question): Promise<Fetched> {
  return { value: await origin.ask(question), fetchedAt: Date.now() }
}
