import type { Locale } from '@mosaic/schemas/text'

/** What a target is filled in with for one customer: never in an address, only here. */
export type TargetParams = { billId?: string; productId?: string; offeringId?: string; guideRunId?: string }

/** Who sent it: an agent, or the voice menu by itself. */
export type Sender = { kind: 'agent'; id: string; name: string } | { kind: 'voiceMenu'; callId: string }

/** What is decided when a hand-over is made, and never changes. */
export type HandOverFacts = {
  id: string
  brand: string
  customerId: string
  lineId: string
  msisdn: string
  targetId: string
  params: TargetParams
  locale: Locale
  sender: Sender
  /** The contact it belongs to, and the cluster the customer was in: for reports. */
  contactId: string | undefined
  cluster: string | undefined
  /** Read out and written in the SMS: it proves nothing and finds nothing. */
  code: string
  issuedAt: Date
  expiresAt: Date
  /** SHA-256 of the token. The token itself is known to the SMS alone. */
  tokenHash: string
}

export type StepUp = 'session' | 'silent' | 'otp'
export type HandOverEvent = { at: Date } & (
  | { type: 'sent'; messageId: string }
  | { type: 'unsent'; reason: string }
  | { type: 'delivered' }
  | { type: 'undelivered'; reason: string }
  /** A tap, by POST; the device that did it holds the claim from then on. */
  | { type: 'opened'; claimHash: string; salt?: string }
  | { type: 'signedIn'; by: StepUp }
  | { type: 'reached'; step: string }
  | { type: 'stuck'; wants: 'connect' | 'callBack'; note?: string }
  /** An agent helps who is stuck, and no longer does. */
  | { type: 'taken'; by: string; name: string }
  | { type: 'givenBack'; by: string }
  | { type: 'done' }
  | { type: 'revoked'; by: string }
)

/** As the agent sees it. `expired` and `abandoned` come of time alone and are never written. */
export type HandOverState =
  | 'issued' | 'sent' | 'delivered' | 'undelivered' | 'opened' | 'signedIn' | 'reached' | 'stuck' | 'done' | 'abandoned' | 'revoked' | 'expired' // prettier-ignore
export type HandOver = HandOverFacts & {
  state: HandOverState
  events: readonly HandOverEvent[]
  claimHash: string | undefined
  step: string | undefined
  /** Who helps the customer, who is stuck. */
  taker: { id: string; name: string } | undefined
}

/** `minutes`: how long it can be opened. `key`: the sender's own for this one, so that sending it twice is one link. */
export type HandOverWanted = Omit<HandOverFacts, 'id' | 'code' | 'issuedAt' | 'expiresAt' | 'tokenHash'> & { minutes: number; key: string }

/** One repository for links: kept by `Shelf`. */
export type HandOvers = {
  /**
   * `token`: to be sent and forgotten; none when the sender's `key` has been issued before, whose hand-over this is then.
   * @throws {ClientError} TOO_MANY for a sender or a number above the limits
   */
  issue(wanted: HandOverWanted): Promise<{ handOver: HandOver; token: string | undefined }>
  get(id: string): Promise<HandOver | undefined>
  /** Newest first. */
  ofCustomer(brand: string, customerId: string, limit: number): Promise<HandOver[]>
  /** Today's of an agent, newest first. */
  ofAgent(brand: string, agentId: string, limit: number): Promise<HandOver[]>
  /** Who is stuck and wants to talk about it now, newest first: whoever led them there. */
  stuck(brand: string, limit: number): Promise<HandOver[]>
  /**
   * Opens by token, once: the claim is for the device that did. `undefined` for every token that cannot be opened, whatever the reason.
   * @param opener a secret of that device: with the same one it is told the same claim again for two minutes, in case it did not hear it
   */
  open(token: string, opener?: string): Promise<{ handOver: HandOver; claim: string; isAgain: boolean } | undefined>
  /** `undefined` also when it has been ended or is over: a claim is worth nothing then. */
  byClaim(claim: string): Promise<HandOver | undefined>
  /** By the network's name of the SMS it was sent with. */
  byMessage(messageId: string): Promise<HandOver | undefined>
  /** False: not from the state it is in. Who is told of it hears it through the feed. */
  note(id: string, event: WithoutTime): Promise<boolean>
}
export type WithoutTime = HandOverEvent extends infer Event ? (Event extends unknown ? Omit<Event, 'at'> : never) : never
