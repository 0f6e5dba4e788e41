import { Type, type Static } from 'typebox'
import { Instant, Money } from '../types.ts'

/** TMF678 applied customer billing rate: something that will be on the next bill, newest first. `lineId` absent = about the whole account. */
export const Charge = Type.Object({
  id: Type.String(),
  lineId: Type.Optional(Type.String()),
  name: Type.String(),
  type: Type.Union([Type.Literal('recurring'), Type.Literal('oneTime'), Type.Literal('usage'), Type.Literal('thirdParty')]),
  amount: Money,
  at: Instant,
})
export type Charge = Static<typeof Charge>
export const Charges = Type.Array(Charge)

/** TMF635 usage, one summary a calendar month, newest first. What a system does not count is absent. Data in MB. */
export const UsageMonth = Type.Object({
  month: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }),
  dataMb: Type.Optional(Type.Number({ minimum: 0 })),
  voiceMinutes: Type.Optional(Type.Number({ minimum: 0 })),
  sms: Type.Optional(Type.Number({ minimum: 0 })),
  cost: Type.Optional(Money),
})
export type UsageMonth = Static<typeof UsageMonth>
export const UsageMonths = Type.Array(UsageMonth)

/**
 * TMF635 usage, the single events that are on no bill yet, newest first. Without a `cost` it is not rated yet; a cost of nothing is in the plan. Data in MB,
 * voice in minutes, SMS in messages. `numberEnd` is all that is ever known of a number that was called.
 */
export const UsageEvent = Type.Object({
  id: Type.String(),
  type: Type.Union([Type.Literal('data'), Type.Literal('voice'), Type.Literal('sms')]),
  name: Type.Optional(Type.String()),
  at: Instant,
  amount: Type.Optional(Type.Number({ minimum: 0 })),
  numberEnd: Type.Optional(Type.String({ pattern: '^\\d{3}$' })),
  cost: Type.Optional(Money),
})
export type UsageEvent = Static<typeof UsageEvent>
export const UsageEvents = Type.Array(UsageEvent)

/** TMF666 billing account: what may be spent between two bills; without a `limit` there is none. */
export const SpendingLimit = Type.Object({ limit: Type.Optional(Money) })
export type SpendingLimit = Static<typeof SpendingLimit>

/** TMF670 payment method, the preferred one first. Its name is all that is ever known of it: no number of a card or an account. */
export const PaymentMethod = Type.Object({
  id: Type.String(),
  name: Type.String(),
  isPreferred: Type.Boolean(),
  status: Type.Union([Type.Literal('active'), Type.Literal('expired'), Type.Literal('blocked')]),
  expiresOn: Type.Optional(Instant),
})
export type PaymentMethod = Static<typeof PaymentMethod>
export const PaymentMethods = Type.Array(PaymentMethod)

/** TMF676 payment, newest first. */
export const Payment = Type.Object({
  id: Type.String(),
  status: Type.Union([Type.Literal('pending'), Type.Literal('done'), Type.Literal('failed')]),
  amount: Money,
  at: Instant,
  billId: Type.Optional(Type.String()),
})
export type Payment = Static<typeof Payment>
export const Payments = Type.Array(Payment)
