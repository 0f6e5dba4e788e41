import type { Appointment, CallbackSlot, MethodResult } from '@mosaic/schemas/bss'
import { BssFailure } from '../bss/failure.ts'
import type { InHouseMethod, InHouseOf } from '../bss/in-house.ts'
import { slotIdOf, slotOf } from '../bss/methods/callback-slots/slot-id.ts'
import { ClientError } from '../client-error.ts'
import { mostDays } from './call-backs.ts'
import { awaitedBy, byCustomer } from './cancel.ts'
import type { CallBack, CallBacks } from './contract.ts'
import type { Calendar } from './hours.ts'

/* One calendar: where a brand’s desk has opening hours, its tiles offer, book, show and move the desk’s call-backs. Visits, and the call-backs that stand in
   the operator’s calendar already, stay there. */

type Dependencies = { callBacks: CallBacks; calendarOf: (brand: string) => Calendar | undefined }

/** More nobody chooses from. */
const mostSlots = 60

/** What the desk answers for a brand that has opening hours; others keep the operator’s calendar. */
export function createDeskCalendar({ callBacks, calendarOf }: Dependencies): InHouseOf {
  // Asked for each question to a back-end: what does not depend on it is made once, for as many brands as are published.
  const made = new Map<string, ReturnType<typeof methodsOf>>()
  return (brand) => {
    const hasHours = (calendarOf(brand)?.hours.length ?? 0) > 0
    if (!hasHours) return undefined
    const own = made.get(brand) ?? methodsOf(brand, callBacks)
    made.set(brand, own)
    return own
  }
}

/** Whether calls are booked at the desk. Said by the release alone, so that whoever books knows it before anything is asked. */
export function isDeskCalling({ care }: { care?: Pick<Calendar, 'hours'> | undefined }): boolean {
  return (care?.hours.length ?? 0) > 0
}

function methodsOf(brand: string, callBacks: CallBacks) {
  /** Each with the id it has had from the beginning: who moves one must find it again. */
  const awaited = async (customerId: string, now: Date) => {
    const all = await awaitedBy(callBacks, { brand, customerId }, now)
    const ids = new Set(all.map(({ id }) => id))
    return all.map((callBack) => {
      const first = callBack.context.movedFrom
      // Whoever was cut off while he moved it has both.
      const id = first === undefined || ids.has(first) ? callBack.id : first
      ids.add(id)
      return { id, callBack }
    })
  }

  const callbackSlots: InHouseMethod<'callbackSlots'> = async ({ theirs }) => {
    const [own, others] = await Promise.all([ofStore(callBacks.slots(brand, mostDays)), theirs().catch(noneWhereItFailed)])
    const free = own.filter((slot) => slot.free > 0).slice(0, mostSlots)
    return [
      ...free.map(({ startsAt, endsAt }) => slotFrom(startsAt.toISOString(), endsAt.toISOString())),
      ...others.map((slot) => (slot.what === undefined ? { ...slot, calendar: 'operator' as const } : slot)),
    ]
  }

  const appointments: InHouseMethod<'appointments'> = async ({ params, now, theirs }) => {
    const [own, others] = await Promise.all([ofStore(awaited(params.customerId, now)), theirs()])
    return [
      ...own.map(({ id, callBack }) => appointmentFrom(id, callBack)),
      ...others.map((one) => (one.what === 'callback' ? { ...one, calendar: 'operator' as const } : one)),
    ].toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))
  }

  const bookCallback: InHouseMethod<'bookCallback'> = async ({ params, input, onWrite }) => {
    const startsAt = startOf(input.slotId)
    if (input.msisdn === undefined) throw failure('where to call', 'no number')
    onWrite()
    const wanted = {
      brand,
      customerId: params.customerId,
      lineId: input.lineId,
      msisdn: input.msisdn,
      topic: input.topic ?? '',
      context: {},
    }
    return book(input.idempotencyKey, { ...wanted, startsAt, endsAt: startsAt }, ({ id }) => id)
  }

  const moveAppointment: InHouseMethod<'moveAppointment'> = async ({ params, input, now, theirs, onWrite }) => {
    const { appointmentId, slotId, idempotencyKey } = input
    const before = (await ofStore(awaited(params.customerId, now))).find(({ id }) => id === appointmentId)?.callBack
    if (!before) return theirs()
    const startsAt = startOf(slotId)
    onWrite()
    const { state: _state, agentId: _agentId, attempts: _attempts, id: _id, ...facts } = before
    const context = { ...facts.context, movedFrom: appointmentId }
    return book(idempotencyKey, { ...facts, context, startsAt, endsAt: startsAt }, async ({ id }) => {
      // It was moved already.
      if (id === before.id) return appointmentId
      // The new one first: whoever is cut off in between is called twice rather than never.
      if (await ofStore(callBacks.close(before.id, 'cancelled', byCustomer))) return appointmentId
      // Somebody is calling already.
      await ofStore(callBacks.close(id, 'cancelled', byCustomer))
      return undefined
    })
  }

  /** `then` says under which id it is known; nothing when it came to nothing after all. */
  async function book(
    key: string,
    wanted: Parameters<CallBacks['book']>[1],
    then: (booked: CallBack) => string | undefined | Promise<string | undefined>,
  ): Promise<MethodResult<'bookCallback'>> {
    const slotId = slotFrom(wanted.startsAt.toISOString(), wanted.endsAt.toISOString()).id
    try {
      const booked = await callBacks.book(key, wanted)
      const id = booked.status === 'booked' ? await then(booked.callBack) : undefined
      return id === undefined ? { id: slotId, status: 'failed' } : { id, status: 'completed' }
    } catch (error) {
      if (error instanceof ClientError && error.code === 'TOO_MANY') return { id: slotId, status: 'failed', isOneTooMany: true }
      throw asFailure(error)
    }
  }

  return { callbackSlots, appointments, bookCallback, moveAppointment }
}

function slotFrom(startsAt: string, endsAt: string): CallbackSlot {
  return { id: slotIdOf({ startsAt, endsAt }), startsAt, endsAt }
}

function appointmentFrom(id: string, { startsAt, endsAt, topic }: CallBack): Appointment {
  return {
    id,
    what: 'callback',
    status: 'confirmed',
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    ...(topic && { topic }),
  }
}

function startOf(slotId: string): Date {
  const slot = slotOf(slotId)
  if (!slot) throw failure('an id of a call-back slot', 'another text')
  return new Date(slot.startsAt)
}

function noneWhereItFailed(error: unknown): CallbackSlot[] {
  if (error instanceof BssFailure) return []
  throw error
}

/** A store that cannot be asked is to the data layer a system that is down. */
function ofStore<T>(asked: Promise<T>): Promise<T> {
  return asked.catch((error: unknown) => {
    throw asFailure(error)
  })
}

function asFailure(error: unknown): unknown {
  if (!(error instanceof ClientError)) return error
  const fault = { expected: 'the store of the care desk', got: error.code, fix: 'Ask again with the same key in a moment' }
  return new BssFailure('BSS_UNAVAILABLE', 'The desk’s calendar cannot be asked', fault, { wasSent: true, isRetryable: true, cause: error })
}

/** Before anything has been written, so nothing has happened. */
function failure(expected: string, got: string): BssFailure {
  const fault = { expected, got, fix: 'Ask for the free times again' }
  return new BssFailure('BSS_BAD_ANSWER', 'A call-back cannot be booked like this', fault, { wasSent: false, isRetryable: false })
}
