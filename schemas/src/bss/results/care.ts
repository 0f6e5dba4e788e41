import { Type, type Static } from 'typebox'
import { Instant, Money } from '../types.ts'

/* What a customer asks when something does not work: known faults, tickets, appointments, and his SIM. */

/** TMF656 service problem: something that does not work, or will not for a while, where the line is. `services` empty: not told which. */
export const NetworkOutage = Type.Object({
  id: Type.String(),
  isPlanned: Type.Boolean(),
  services: Type.Array(Type.Union([Type.Literal('data'), Type.Literal('voice'), Type.Literal('sms')])),
  startsOn: Instant,
  expectedEnd: Type.Optional(Instant),
  resolvedOn: Type.Optional(Instant),
})
export type NetworkOutage = Static<typeof NetworkOutage>
export const NetworkOutages = Type.Array(NetworkOutage)

/**
 * TMF646 appointment: when somebody calls, comes, or is met. `topic` is what it is about, `place` an address or the name of a shop. `calendar` tells call-backs that
 * stand in the operator's own from those of Mosaic's care desk, where there are both: each is moved within its own.
 */
export const Appointment = Type.Object({
  id: Type.String(),
  what: Type.Union([Type.Literal('callback'), Type.Literal('technician'), Type.Literal('store'), Type.Literal('other')]),
  status: Type.Union([Type.Literal('requested'), Type.Literal('confirmed'), Type.Literal('cancelled'), Type.Literal('completed')]),
  startsAt: Instant,
  endsAt: Type.Optional(Instant),
  topic: Type.Optional(Type.String()),
  place: Type.Optional(Type.String()),
  calendar: Type.Optional(Type.Literal('operator')),
})
export type Appointment = Static<typeof Appointment>
export const Appointments = Type.Array(Appointment)

/**
 * TMF646 time slot: when the operator can call back or, where `what` says so, a technician can come. The id says all that is needed to book it; slots that are
 * full are not told. `calendar`: as for an appointment; those of the care desk are what is offered for booking.
 */
export const CallbackSlot = Type.Object({
  id: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  what: Type.Optional(Type.Literal('technician')),
  calendar: Type.Optional(Type.Literal('operator')),
})
export type CallbackSlot = Static<typeof CallbackSlot>
export const CallbackSlots = Type.Array(CallbackSlot)

/** TMF637 product, its characteristics: the SIM of a line. Of the serial number only the end, and never a PUK: what is kept here is seen by many programs. */
export const Sim = Type.Object({
  form: Type.Union([Type.Literal('sim'), Type.Literal('esim')]),
  state: Type.Union([Type.Literal('active'), Type.Literal('blocked'), Type.Literal('replacing'), Type.Literal('toInstall')]),
  serialEnd: Type.Optional(Type.String({ pattern: '^\\d{4}$' })),
  device: Type.Optional(Type.String()),
  /** What another one costs, by its form; a form without a price cannot be ordered here. */
  replacement: Type.Optional(Type.Object({ sim: Type.Optional(Money), esim: Type.Optional(Money) })),
})
export type Sim = Static<typeof Sim>

/** TMF639 resource: the codes that unlock a SIM after a PIN was wrong too often. For its owner's eyes, when he asks: they are kept nowhere. */
const Puk = Type.String({ pattern: '^\\d{8}$' })
export const SimSecrets = Type.Object({ puk1: Puk, puk2: Type.Optional(Puk) })
export type SimSecrets = Static<typeof SimSecrets>

/** TMF621 trouble ticket: what a customer reported. `waiting` is for him: the operator needs something from him first. */
export const Ticket = Type.Object({
  id: Type.String(),
  title: Type.String(),
  status: Type.Union([Type.Literal('open'), Type.Literal('waiting'), Type.Literal('solved')]),
  openedOn: Instant,
  expectedOn: Type.Optional(Instant),
  lineId: Type.Optional(Type.String()),
})
export type Ticket = Static<typeof Ticket>
export const Tickets = Type.Array(Ticket)
