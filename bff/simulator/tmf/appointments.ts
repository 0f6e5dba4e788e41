import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { checked, idempotencyKey } from '../http/asked.ts'
import { readJson } from '../http/body.ts'
import { HttpProblem, badRequest, conflict, notFound } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import {
  appointmentsOf,
  slotCapacity,
  slotsFrom,
  takenByOthers,
  type SimAppointment,
  type SimSlot,
  type SlotCategory,
} from '../population/appointments-of.ts'
import { startOfDay } from '../population/dates.ts'
import type { SimCustomer } from '../population/types.ts'
import type { Booking, SearchedPeriod } from '../state/appointments.ts'
import type { Task } from '../state/tasks.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import { readRoutes, type Resource } from './resource.ts'
import { customerParty, customersAskedFor, href, present } from './values.ts'

type SlotSearch = Task<SearchedPeriod>
type Appointment = { customer: SimCustomer; appointment: SimAppointment | Booking }

/** TMF646: when a customer meets the operator, and the hours in which he can be called back. */
export function appointmentRoutes(world: World): Route[] {
  return [
    ...readRoutes(appointments(world)),
    { method: 'POST', path: paths.appointment, bss: 'bookCallback', handle: (request) => book(world, request) },
    ...readRoutes(slotSearches(world)),
    { method: 'PATCH', path: `${paths.appointment}/:id`, bss: 'moveAppointment', handle: (request) => move(world, request) },
    { method: 'POST', path: paths.searchTimeSlot, bss: 'callbackSlots', handle: (request) => search(world, request) },
  ]
}

export function appointments(world: World): Resource<Appointment> {
  return {
    path: paths.appointment,
    bss: 'appointments',
    attributes: [
      'id', 'href', 'category', 'creationDate', 'description', 'externalId', 'lastUpdate', 'attachment', 'calendarEvent', 'contactMedium',
      'note', 'relatedEntity', 'relatedParty', 'relatedPlace', 'status', 'validFor', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    // Its type says that the period is no ornament: see sloppy.ts.
    required: ['validFor', '@type'],
    list: (query) => customersAskedFor(world, query, 'relatedParty.id').flatMap((customer) => allOf(world, customer)),
    get(id) {
      const booking = world.appointments.find(id)
      const customer = world.population().customerById.get(booking?.customerId ?? `C-${id.split('-')[1]}`)
      return customer && allOf(world, customer).find(({ appointment }) => appointment.id === id)
    },
    represent: (source) => toAppointment(world, source),
  }
}

export function slotSearches(world: World): Resource<SlotSearch> {
  return {
    path: paths.searchTimeSlot,
    bss: 'callbackSlots',
    attributes: [
      'id', 'href', 'searchDate', 'searchResult', 'availableTimeSlot', 'relatedEntity', 'relatedParty', 'relatedPlace', 'requestedTimeSlot',
      'status', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list: () => world.appointments.searches.list(),
    get: (id) => world.appointments.searches.find(id),
    represent: (found) => toSearch(world, found),
  }
}

function allOf(world: World, customer: SimCustomer): Appointment[] {
  const arranged = appointmentsOf(world.seed, customer, startOfDay(world.now())).map((appointment) => world.appointments.moved(appointment))
  return [...arranged, ...world.appointments.of(customer.id)].map((appointment) => ({ customer, appointment }))
}

// Writing

const Period = Type.Object({ startDateTime: Type.String({ format: 'date-time' }), endDateTime: Type.String({ format: 'date-time' }) })

/** What the contract demands of an appointment, and what this operator demands of a call-back. */
const Body = Type.Object({
  validFor: Period,
  category: Type.Literal('callback'),
  externalId: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  description: Type.Optional(Type.String({ maxLength: 500 })),
  relatedParty: Type.Array(Type.Object({ id: Type.String(), '@referredType': Type.String() }), { minItems: 1, maxItems: 1 }),
  relatedEntity: Type.Optional(
    Type.Array(Type.Object({ id: Type.String(), role: Type.String(), '@referredType': Type.String() }), { maxItems: 5 }),
  ),
})

function book(world: World, request: SimRequest): Reply {
  const body = readJson(request)
  const asked = parse(Body, body)
  const key = request.headers['idempotency-key'] ?? asked.externalId
  if (typeof key === 'string') {
    const earlier = world.appointments.idempotency.check(key, body)
    if (earlier === 'conflict') throw conflict('The key was already used for another appointment. Use a new key for a new one.')
    const booking = earlier && world.appointments.find(earlier.resultId)
    if (earlier && !booking) throw conflict('The key was used for an appointment too old to be shown again. Use a new key for a new one.')
    if (booking) return booked(world, booking, { 'idempotency-replayed': 'true' })
  }
  const customer = world.population().customerById.get(asked.relatedParty[0]?.id ?? '')
  if (!customer) throw badRequest('relatedParty[0].id: there is no such customer.')
  const lineId = asked.relatedEntity?.find(({ role }) => role === 'line')?.id
  if (lineId !== undefined && !customer.lines.some(({ id }) => id === lineId))
    throw badRequest('relatedEntity: the line is not this customer’s.')

  const slot = slotsFrom(startOfDay(world.now())).find((one) => isOf(one, asked))
  const isToCome = slot !== undefined && slot.startsAt > world.now()
  const booking =
    slot && isToCome
      ? world.appointments.book(slot, requestOf(customer, asked, lineId), takenByOthers(world.seed, slot), request.delay)
      : undefined
  if (!booking) throw slotTaken()
  if (typeof key === 'string') world.appointments.idempotency.record(key, body, booking.id)
  return booked(world, booking)
}

/** What is asked of an appointment that is moved: another period, of whoever it is. */
const Change = Type.Object({
  validFor: Period,
  externalId: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  relatedParty: Type.Optional(Type.Array(Type.Object({ id: Type.String(), '@referredType': Type.String() }), { minItems: 1, maxItems: 1 })),
})

function move(world: World, request: SimRequest): Reply {
  const body = readJson(request)
  const asked = checked(Change, body)
  const id = request.params.id ?? ''
  const own = appointments(world).get(id)
  if (!own || (asked.relatedParty && asked.relatedParty[0]?.id !== own.customer.id))
    throw notFound(`There is no appointment with id ${id}.`)
  const key = idempotencyKey(request) ?? asked.externalId
  const earlier = key && world.appointments.idempotency.check(key, { id, body })
  if (earlier === 'conflict') throw conflict('The key was already used for another appointment. Use a new key for a new one.')
  if (earlier) return { status: 200, headers: { 'idempotency-replayed': 'true' }, json: toAppointment(world, own) }

  const { category, status } = own.appointment
  if (category === 'store' || status === 'cancelled' || status === 'completed' || status === 'failed') {
    throw new HttpProblem(422, 'notMovable', 'The appointment cannot be moved', 'It is over, cancelled, or arranged by the shop.')
  }
  const slot = slotsFrom(startOfDay(world.now()), category).find((one) => isOf(one, asked))
  const isMoved =
    slot !== undefined && slot.startsAt > world.now() && world.appointments.move(id, slot, takenByOthers(world.seed, slot), request.delay)
  if (!isMoved) throw slotTaken()
  if (key) world.appointments.idempotency.record(key, { id, body }, id)
  const now = appointments(world).get(id) ?? own
  return { status: 200, json: toAppointment(world, now) }
}

function slotTaken(): HttpProblem {
  return new HttpProblem(409, 'slotTaken', 'The time slot is taken', `Ask POST ${paths.searchTimeSlot} for those that are free.`)
}

function isOf(slot: SimSlot, { validFor }: Pick<Static<typeof Body>, 'validFor'>): boolean {
  return slot.startsAt.getTime() === Date.parse(validFor.startDateTime) && slot.endsAt.getTime() === Date.parse(validFor.endDateTime)
}

function requestOf(customer: SimCustomer, { externalId, description }: Static<typeof Body>, lineId: string | undefined) {
  return {
    customerId: customer.id,
    ...(externalId !== undefined && { externalId }),
    ...(description !== undefined && { topic: description }),
    ...(lineId !== undefined && { lineId }),
  }
}

function booked(world: World, booking: Booking, headers: Record<string, string> = {}): Reply {
  const customer = world.population().customerById.get(booking.customerId)
  if (!customer) throw conflict('The customer of this appointment is not there any more.')
  const json = toAppointment(world, { customer, appointment: booking })
  return { status: 201, headers: { location: json.href, ...headers }, json }
}

const Search = Type.Object({
  requestedTimeSlot: Type.Optional(Type.Array(Type.Object({ validFor: Period }), { maxItems: 1 })),
  relatedEntity: Type.Optional(Type.Array(Type.Object({ id: Type.String(), role: Type.String() }), { maxItems: 5 })),
})

function search(world: World, request: SimRequest): Reply {
  const { requestedTimeSlot: [wanted] = [], relatedEntity = [] } = parse(Search, readJson(request))
  const category = relatedEntity.find(({ role }) => role === 'category')?.id === 'technicianVisit' ? 'technicianVisit' : 'callback'
  const period = {
    category,
    ...(wanted && { from: new Date(wanted.validFor.startDateTime), to: new Date(wanted.validFor.endDateTime) }),
  } as const
  const found = world.appointments.searches.create(period, request.delay)
  return { status: 201, headers: { location: href(world, 'searchTimeSlot', found.id) }, json: toSearch(world, found) }
}

function parse<const Schema extends typeof Body | typeof Search>(schema: Schema, body: unknown): Static<Schema> {
  if (Value.Check(schema, body)) return body
  const first = Value.Errors(schema, body)[0]
  throw badRequest(`${first?.instancePath.slice(1).replaceAll('/', '.') || 'The body'}: ${first?.message ?? 'is not valid'}.`)
}

// Representing

function toAppointment(world: World, { customer, appointment }: Appointment) {
  const { id, category, status, startsAt, endsAt, place, topic, madeOn } = appointment
  return present({
    id,
    href: href(world, 'appointment', id),
    category,
    status,
    description: topic,
    externalId: 'externalId' in appointment ? appointment.externalId : undefined,
    creationDate: madeOn.toISOString(),
    validFor: { startDateTime: startsAt.toISOString(), endDateTime: endsAt.toISOString() },
    relatedParty: [customerParty(world, customer)],
    relatedPlace: place === undefined ? undefined : { name: place, role: 'place of the appointment', '@referredType': 'GeographicAddress' },
    '@type': 'Appointment',
  })
}

function toSearch(world: World, { id, from, to, category, requestedAt, state }: SlotSearch) {
  const period = from && to && { startDateTime: from.toISOString(), endDateTime: to.toISOString() }
  return present({
    id,
    href: href(world, 'searchTimeSlot', id),
    searchDate: requestedAt.toISOString(),
    status: state === 'accepted' ? 'inProgress' : state,
    searchResult: state === 'done' ? 'success' : undefined,
    requestedTimeSlot: period && [{ id: '1', validFor: period, '@type': 'TimeSlot' }],
    availableTimeSlot: state === 'done' ? freeSlots(world, category, from, to).map(toSlot) : undefined,
    '@type': 'SearchTimeSlot',
  })
}

function freeSlots(world: World, category: SlotCategory | undefined, from?: Date, to?: Date): SimSlot[] {
  const now = world.now()
  return slotsFrom(startOfDay(now), category).filter(
    (slot) =>
      slot.startsAt > now &&
      (!from || slot.startsAt >= from) &&
      (!to || slot.endsAt <= to) &&
      takenByOthers(world.seed, slot) + world.appointments.takenOf(slot.id) < slotCapacity,
  )
}

function toSlot({ id, startsAt, endsAt }: SimSlot) {
  return { id, validFor: { startDateTime: startsAt.toISOString(), endDateTime: endsAt.toISOString() }, '@type': 'TimeSlot' }
}
