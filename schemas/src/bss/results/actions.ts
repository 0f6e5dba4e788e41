import { Type, type Static } from 'typebox'
import { Receipt } from '../results.ts'
import { Instant, Money } from '../types.ts'

/* What a customer has done before: his top-ups, and the notices he has put away. */

const period = Type.Union([Type.Literal('weekly'), Type.Literal('fortnightly'), Type.Literal('monthly')])

/** TMF654 top-ups of one line: the latest, newest first, and the rule by which the line tops itself up. */
export const TopUps = Type.Object({
  recent: Type.Array(
    Type.Object({
      id: Type.String(),
      status: Type.Union([Type.Literal('completed'), Type.Literal('pending'), Type.Literal('failed')]),
      amount: Money,
      requestedOn: Type.Optional(Instant),
    }),
  ),
  auto: Type.Optional(
    Type.Object({
      id: Type.String(),
      amount: Money,
      period,
      /** Not told by every system. */
      nextOn: Type.Optional(Instant),
      status: Type.Union([Type.Literal('active'), Type.Literal('pending')]),
    }),
  ),
})
export type TopUps = Static<typeof TopUps>

/** What a system says to a transfer of credit; where it would not do it, `refusal` names what is in the way. */
export const TransferReceipt = Type.Object({
  ...Receipt.properties,
  refusal: Type.Optional(
    Type.Union([
      /** The credit does not cover the amount and what the transfer costs. */
      Type.Literal('credit'),
      /** The number is no prepaid line of the operator that can be sent credit. */
      Type.Literal('receiver'),
      /** The line that would send it cannot send any. */
      Type.Literal('sender'),
      /** The line has sent as much as it may for now. */
      Type.Literal('limit'),
      /** A transfer costs something else than the customer was told. */
      Type.Literal('cost'),
    ]),
  ),
})
export type TransferReceipt = Static<typeof TransferReceipt>

/** What came of booking a call. `isOneTooMany`: it failed because the customer is called often enough on that day, not because somebody else was quicker. */
export const CallReceipt = Type.Object({ ...Receipt.properties, isOneTooMany: Type.Optional(Type.Boolean()) })
export type CallReceipt = Static<typeof CallReceipt>

const Told = Type.Array(Type.Object({ contentId: Type.String(), at: Instant }))
/** TMF683 party interactions: the contents a customer has put away, and the questions he has answered, each once, and when last. */
export const Interactions = Type.Object({ dismissed: Told, answered: Type.Optional(Told) })
export type Interactions = Static<typeof Interactions>
