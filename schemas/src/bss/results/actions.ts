import { Type, type Static } from 'typebox'
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

/** TMF683 party interactions: the contents a customer has put away, each once, and when last. */
export const Interactions = Type.Object({ dismissed: Type.Array(Type.Object({ contentId: Type.String(), at: Instant })) })
export type Interactions = Static<typeof Interactions>
