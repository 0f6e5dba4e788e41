import { Type, type Static } from 'typebox'
import { Instant, Money } from '../types.ts'

/** TMF637 product: what a line has beside its plan. What was turned off not long ago is still told, so that it can be turned on again. */
export const Product = Type.Object({
  id: Type.String(),
  offeringId: Type.Optional(Type.String()),
  name: Type.String(),
  category: Type.Union([Type.Literal('option'), Type.Literal('service'), Type.Literal('thirdParty'), Type.Literal('device')]),
  /** Who provides it, where that is not the operator. */
  provider: Type.Optional(Type.String()),
  status: Type.Union([
    Type.Literal('active'),
    Type.Literal('turningOn'),
    Type.Literal('turningOff'),
    Type.Literal('suspended'),
    Type.Literal('off'),
  ]),
  price: Type.Optional(Money),
  recurring: Type.Boolean(),
  activatedOn: Type.Optional(Instant),
  renewsOn: Type.Optional(Instant),
  /** When it ends by itself. */
  endsOn: Type.Optional(Instant),
  /** When it was turned off. */
  endedOn: Type.Optional(Instant),
  /** Of a device: how many instalments are paid, of how many. */
  instalments: Type.Optional(Type.Object({ paid: Type.Integer({ minimum: 0 }), of: Type.Integer({ minimum: 1 }) })),
})
export type Product = Static<typeof Product>
export const Products = Type.Array(Product)

/** TMF637 product: the plan of one line. Data in MB, voice in minutes, SMS in messages; without an amount it is unlimited. */
export const Plan = Type.Object({
  id: Type.String(),
  name: Type.String(),
  status: Type.Union([Type.Literal('active'), Type.Literal('suspended'), Type.Literal('pending'), Type.Literal('terminated')]),
  price: Type.Optional(Money),
  renewsOn: Type.Optional(Instant),
  allowances: Type.Array(
    Type.Object({
      type: Type.Union([Type.Literal('data'), Type.Literal('voice'), Type.Literal('sms')]),
      amount: Type.Optional(Type.Number({ minimum: 0 })),
    }),
  ),
  /** What binds the line for a time, and what leaving before costs. */
  contract: Type.Optional(Type.Object({ startsOn: Instant, endsOn: Instant, penalty: Type.Optional(Money) })),
})
export type Plan = Static<typeof Plan>

const OrderState = Type.Union([
  Type.Literal('acknowledged'),
  Type.Literal('inProgress'),
  Type.Literal('held'),
  Type.Literal('pending'),
  Type.Literal('completed'),
  Type.Literal('failed'),
  Type.Literal('cancelled'),
  Type.Literal('partial'),
])

/** TMF622 product order. The steps are those the operator names; an order of one thing has one. */
export const Order = Type.Object({
  id: Type.String(),
  kind: Type.Union([
    Type.Literal('option'),
    Type.Literal('offer'),
    Type.Literal('portIn'),
    Type.Literal('device'),
    Type.Literal('sim'),
    Type.Literal('other'),
  ]),
  action: Type.Union([Type.Literal('add'), Type.Literal('change'), Type.Literal('remove')]),
  state: OrderState,
  /** What is ordered, as the operator calls it. */
  name: Type.Optional(Type.String()),
  placedOn: Instant,
  expectedOn: Type.Optional(Instant),
  completedOn: Type.Optional(Instant),
  lineId: Type.Optional(Type.String()),
  offeringId: Type.Optional(Type.String()),
  steps: Type.Array(
    Type.Object({
      name: Type.String(),
      state: Type.Union([Type.Literal('done'), Type.Literal('current'), Type.Literal('todo'), Type.Literal('failed')]),
    }),
  ),
})
export type Order = Static<typeof Order>
export const Orders = Type.Array(Order)
