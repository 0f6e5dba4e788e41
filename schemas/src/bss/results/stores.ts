import { Type, type Static } from 'typebox'

/** `HH:MM` on the shop's own clock; a day that ends at midnight ends at 24:00. */
const WallTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$|^24:00$' })

/** When a shop is open: a day of the week, from 1 for Monday to 7 for Sunday, and from when to when. A day may have several. */
export const StoreHours = Type.Object({ day: Type.Integer({ minimum: 1, maximum: 7 }), opens: WallTime, closes: WallTime })
export type StoreHours = Static<typeof StoreHours>

/** TMF674 geographic site: a shop of the operator. `services` are in the operator's words. */
export const Store = Type.Object({
  id: Type.String(),
  name: Type.String(),
  street: Type.Optional(Type.String()),
  postCode: Type.Optional(Type.String()),
  city: Type.String(),
  location: Type.Optional(
    Type.Object({ latitude: Type.Number({ minimum: -90, maximum: 90 }), longitude: Type.Number({ minimum: -180, maximum: 180 }) }),
  ),
  phone: Type.Optional(Type.String()),
  /** IANA: what the hours are told in; absent when the operator does not say. */
  timeZone: Type.Optional(Type.String()),
  hours: Type.Array(StoreHours),
  services: Type.Array(Type.String()),
})
export type Store = Static<typeof Store>
export const Stores = Type.Array(Store)
