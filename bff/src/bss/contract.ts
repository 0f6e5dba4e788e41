import type { MethodName, MethodParams, MethodResult, MethodScopes, WriteMethodName } from '@mosaic/schemas/bss'
import type { ConnectorName, ConnectorTypes } from './connectors/index.ts'

/** What a method may use while it asks: one connector behind the method's limits, timeouts and retries, and the moment it was asked. */
export type AskContext<Kind extends ConnectorName> = {
  /** Sends a request that changes nothing; repeated as the method's policy says. */
  send(request: ConnectorTypes[Kind]['request']): Promise<ConnectorTypes[Kind]['answer']>
  /** Sends a request that changes something: once. */
  sendOnce(request: ConnectorTypes[Kind]['request']): Promise<ConnectorTypes[Kind]['answer']>
  /** The brand's currency, for answers that name none. */
  currency: string
  now: Date
}

/** How one BSS method is asked of one kind of system, and how its answer becomes Mosaic's words. */
export type Source<Name extends MethodName, Kind extends ConnectorName> = {
  /** Part of the cache key: raised when the mapping changes, so that no instance reads what another version wrote. */
  version: number
  /**
   * Whoever is asked about is in `params`: those of the method's scope, and those its policy makes part of the key. Others are not there, so no
   * answer can depend on something that its key does not tell apart.
   */
  ask(context: AskContext<Kind>, params: AskedParams<Name>, input: WriteInput<Name>): Promise<MethodResult<Name>>
}

/** How one method can be asked: over REST by the TM Forum contract, and over what else there is a file for in its folder. */
export type Sources<Name extends MethodName> = { rest: Source<Name, 'rest'> } & { [Kind in ConnectorName]?: Source<Name, Kind> }

type Param<Name extends keyof MethodParams> = Required<Pick<MethodParams, Name>>
type ScopeParams = { brand: MethodParams; customer: Param<'customerId'>; party: Param<'partyId' | 'partyType'>; line: Param<'lineId'> }
export type AskedParams<Name extends MethodName> = ScopeParams[MethodScopes[Name]] & MethodParams

/** What a write needs beyond its scope; reads need nothing. */
export type WriteInput<Name extends MethodName> = Name extends WriteMethodName ? WriteInputs[Name] & Once : undefined
/** `idempotencyKey`: already unique to the customer and what it is about; the same key never does anything twice. */
type Once = { idempotencyKey: string }
/** Amounts are integer minor units of the brand's currency. */
type WriteInputs = {
  topUp: { amountMinor: number }
  /** `from` and `to`: the numbers of both sides, as the operator's systems write them or in E.164. The sender pays the fee. */
  transferCredit: { from: string; to: string; amountMinor: number; feeMinor: number }
  /** The rule to be, in the place of the one there may be; or none. */
  autoTopUp: { isOn: true; amountMinor: number; period: 'weekly' | 'fortnightly' | 'monthly' } | { isOn: false }
  /** On: an offering of the catalogue. Off: a product the line has. */
  switchOption: { turn: 'on'; offeringId: string } | { turn: 'off'; productId: string }
  buyOffer: { offeringId: string }
  payBill: { billId: string; amountMinor: number; paymentMethodId: string }
  /** `msisdn`: where to call; sent along where Mosaic's own desk calls. */
  bookCallback: { slotId: string; topic?: string; lineId?: string; msisdn?: string }
  dismissAlert: { contentId: string }
  /** `answer`: in the words of the brand's own language. */
  answerSurvey: { contentId: string; answer: string; comment?: string }
  moveAppointment: { appointmentId: string; slotId: string }
  /** A talk at the care desk. `about`: what it was about, by id; moments are ISO 8601 in UTC. */
  recordContact: {
    contactId: string
    agentId: string
    channel: 'call' | 'callBack' | 'other'
    about?: string
    text?: string
    startedAt: string
    endedAt: string
  }
  replaceSim: { form: 'sim' | 'esim'; reason: 'lost' | 'stolen' | 'broken' }
  /** `title`: in one line; `description`: all that is known, in the language of the operator's agents. */
  openTicket: { title: string; description: string; lineId?: string }
}
