import { Type, type Static } from 'typebox'
import { Instant, Money } from './types.ts'

/* What each BSS method answers, after parsing: Mosaic's own words, whatever the operator's systems call them. */

/** TMF629 customer. */
export const Customer = Type.Object({
  id: Type.String(),
  segment: Type.Union([Type.Literal('consumer'), Type.Literal('business')]),
  status: Type.String(),
  since: Type.Optional(Instant),
})
export type Customer = Static<typeof Customer>

/** TMF632 individual or organization. */
export const Party = Type.Object({
  id: Type.String(),
  displayName: Type.String(),
  givenName: Type.Optional(Type.String()),
  language: Type.Optional(Type.String()),
  birthDate: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
})
export type Party = Static<typeof Party>

/** TMF637 product: one SIM of the customer. A hybrid line is paid by bill and by credit. */
export const Line = Type.Object({
  id: Type.String(),
  msisdn: Type.String(),
  kind: Type.Union([Type.Literal('voice'), Type.Literal('data')]),
  device: Type.Union([Type.Literal('smartphone'), Type.Literal('tablet'), Type.Literal('router')]),
  status: Type.Union([Type.Literal('active'), Type.Literal('suspended'), Type.Literal('pending'), Type.Literal('terminated')]),
  payment: Type.Union([Type.Literal('prepaid'), Type.Literal('postpaid'), Type.Literal('hybrid')]),
  planName: Type.String(),
  planType: Type.Union([Type.Literal('allInclusive'), Type.Literal('base')]),
  activatedOn: Type.Optional(Instant),
  renewsOn: Type.Optional(Instant),
  renewalPrice: Type.Optional(Money),
  options: Type.Array(Type.String()),
})
export type Line = Static<typeof Line>
export const Lines = Type.Array(Line)

/** TMF654 bucket, usageType monetary: the credit of one prepaid or hybrid line; `amount` is absent when the line has no credit. */
export const Balance = Type.Object({ amount: Type.Optional(Money), expiresOn: Type.Optional(Instant) })
export type Balance = Static<typeof Balance>

/**
 * TMF677 query usage consumption. `total` absent = unlimited. Data in MB, voice in minutes, SMS in messages. Of an allowance that several lines share
 * `used` is what all of them used, `usedByLine` this line's part of it.
 */
export const Counter = Type.Object({
  id: Type.String(),
  type: Type.Union([Type.Literal('data'), Type.Literal('voice'), Type.Literal('sms')]),
  name: Type.String(),
  used: Type.Number({ minimum: 0 }),
  total: Type.Optional(Type.Number({ minimum: 0 })),
  resetsOn: Type.Optional(Instant),
  /** For use abroad only. */
  isRoaming: Type.Optional(Type.Boolean()),
  isShared: Type.Optional(Type.Boolean()),
  usedByLine: Type.Optional(Type.Number({ minimum: 0 })),
  /** Until when the system has counted, where that may be hours ago: abroad. */
  countedAt: Type.Optional(Instant),
})
export type Counter = Static<typeof Counter>
export const Usage = Type.Object({ counters: Type.Array(Counter) })
export type Usage = Static<typeof Usage>

/** TMF678 customer bill, newest first. */
export const Bill = Type.Object({
  id: Type.String(),
  number: Type.String(),
  amount: Money,
  remaining: Money,
  issuedOn: Instant,
  dueOn: Type.Optional(Instant),
  state: Type.Union([Type.Literal('issued'), Type.Literal('paid'), Type.Literal('overdue')]),
})
export type Bill = Static<typeof Bill>
export const Bills = Type.Array(Bill)

/** TMF666 billing account. `due` is all that is open, `overdue` the part past its due date. */
export const Account = Type.Object({ id: Type.Optional(Type.String()), due: Money, overdue: Money, autopay: Type.Boolean() })
export type Account = Static<typeof Account>

/** TMF620 product offering. */
export const Offering = Type.Object({
  id: Type.String(),
  name: Type.String(),
  description: Type.Optional(Type.String()),
  price: Type.Optional(Money),
  recurring: Type.Boolean(),
  /** What sort of thing it is; absent when the operator does not tell, or tells of something else. */
  category: Type.Optional(Type.Union([Type.Literal('option'), Type.Literal('plan'), Type.Literal('device')])),
})
export type Offering = Static<typeof Offering>
export const Offerings = Type.Array(Offering)

/** What a system says to a write. Asynchronous by contract, so `pending` is an ordinary answer. */
export const Receipt = Type.Object({
  id: Type.String(),
  status: Type.Union([Type.Literal('completed'), Type.Literal('pending'), Type.Literal('failed')]),
})
export type Receipt = Static<typeof Receipt>
