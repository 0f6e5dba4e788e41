import type { MethodName, MethodParams, MethodResult } from '@mosaic/schemas/bss'
import type { RestAnswer, RestRequest } from './connectors/rest/client.ts'

/** What a method may use while it asks: a back-end behind its limits, timeouts and retries, and the moment it was asked. */
export type AskContext = {
  /** Sends within the method's policy; a read is repeated as the policy says, a write never. */
  send(request: RestRequest): Promise<RestAnswer>
  /** The brand's currency, for answers that name none. */
  currency: string
  now: Date
}

/** How one BSS method is asked of the operator's systems, and how their answer becomes Mosaic's words. */
export type Method<Name extends MethodName> = {
  /** Part of the cache key: raised when the mapping changes, so that no instance reads what another version wrote. */
  version: number
  ask(context: AskContext, params: Required<MethodParams>, input: WriteInput<Name>): Promise<MethodResult<Name>>
}

/** What a write needs beyond its scope; reads need nothing. */
export type WriteInput<Name extends MethodName> = Name extends 'topUp' ? TopUpInput : undefined
export type TopUpInput = {
  /** Integer minor units of the brand's currency. */
  amountMinor: number
  /** Already unique to the customer and the line; the same key never buys twice. */
  idempotencyKey: string
}
