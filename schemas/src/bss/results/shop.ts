import { Type, type Static } from 'typebox'
import { Instant, Money } from '../types.ts'

/** TMF671 promotion: something one gets for points; `cost` absent = it costs none. */
export const Reward = Type.Object({
  id: Type.String(),
  name: Type.String(),
  cost: Type.Optional(Type.Integer({ minimum: 0 })),
  expiresOn: Type.Optional(Instant),
})
export type Reward = Static<typeof Reward>

/** TMF671 and the TMF654 bucket of points: `points` absent = the customer is in no programme. `expiresOn` is when points are lost next. */
export const Rewards = Type.Object({
  points: Type.Optional(Type.Integer({ minimum: 0 })),
  programme: Type.Optional(Type.String()),
  expiresOn: Type.Optional(Instant),
  items: Type.Array(Reward),
})
export type Rewards = Static<typeof Rewards>

/** TMF680: an offering that would do a line good; `reason` is the operator's word for why. */
export const Recommendation = Type.Object({ offeringId: Type.String(), reason: Type.Optional(Type.String()) })
export type Recommendation = Static<typeof Recommendation>
/** Best first, each offering once. */
export const Recommendations = Type.Array(Recommendation)

/** TMF679: whether a line can have an offering; `reason` is the operator's word for why it cannot. */
export const OfferEligibility = Type.Object({
  offeringId: Type.String(),
  isEligible: Type.Boolean(),
  reason: Type.Optional(Type.String()),
})
export type OfferEligibility = Static<typeof OfferEligibility>
/** Each offering once. Of one that is not here nobody knows. */
export const Eligibility = Type.Array(OfferEligibility)

/** TMF654 accumulatedBalance and TMF677 of all lines of a customer: what each has left. Data in MB; `total` absent = unlimited. */
export const LineOverview = Type.Object({
  lineId: Type.String(),
  credit: Type.Optional(Money),
  data: Type.Optional(Type.Object({ used: Type.Number({ minimum: 0 }), total: Type.Optional(Type.Number({ minimum: 0 })) })),
})
export type LineOverview = Static<typeof LineOverview>
export const Overview = Type.Array(LineOverview)
