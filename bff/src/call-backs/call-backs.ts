import type { DayOf } from '../care/day.ts'
import { ClientError } from '../client-error.ts'
import { newId } from '../hand-over/tokens.ts'
import type { Metrics } from '../metrics.ts'
import type { ReleaseEngine } from '../release/engine.ts'
import type { Shelf, StoredRecord } from '../store/contract.ts'
import { findAll } from '../store/pages.ts'
import { createStreams } from '../store/streams.ts'
import type { Booked, CallBack, CallBacks } from './contract.ts'
import { slotsOf, type Calendar, type OpenSlot } from './hours.ts'
import { createTakenPlaces, giveBack, rowOf, takePlace, type Row } from './places.ts'
import { callBackOf, isOpen, mayClose, mayTake, type CallBackEvent, type CallBackFacts } from './state.ts'

type Options = {
  shelf: Shelf
  /** When each brand calls back; none: never. */
  calendarOf: (brand: string) => Calendar | undefined
  dayOf: DayOf
  /** Epoch milliseconds. */
  now: () => number
  metrics?: Pick<Metrics, 'callBacks'>
  /** Hears of every call-back that is booked or moves, before whoever did it is answered. */
  told?: (callBack: CallBack) => void | Promise<void>
}

const dayMs = 86_400_000
/** How far ahead is booked. */
export const mostDays = 7
/** How long whoever was not called stays in the queue. */
const lookBackDays = 3
/** More nobody works off. */
const mostQueued = 500
const mostOfCustomer = 20
/** One customer must not fill the desk's day. */
const mostADay = 4

/**
 * Call-backs of all brands: booked once however often they are asked for, never more in a slot than there are places, and taken by one agent. Everything
 * rejects with a ClientError STORE_UNAVAILABLE when the store cannot be asked; a booking that rejected is asked for again with the same key.
 */
export function createCallBacks({ shelf, calendarOf, dayOf, now, metrics, told }: Options): CallBacks {
  const streams = createStreams<CallBackEvent>(shelf, 'callBackEvent')
  const takenPlaces = createTakenPlaces(shelf, now)
  const moment = () => new Date(now())
  const count = (outcome: string) => metrics?.callBacks.inc({ outcome })
  const slotsFrom = (brand: string, days: number): OpenSlot[] => {
    const calendar = calendarOf(brand)
    return calendar ? slotsOf(calendar, moment(), Math.min(days, mostDays)) : []
  }
  const dueKey = (brand: string, at: Date) => `due:${brand}:${dayOf(brand, at)}`

  const known = async (id: string): Promise<CallBackFacts | undefined> => {
    const head = await shelf.get('callBack', id)
    return head && factsOf(head)
  }
  const whole = async (facts: CallBackFacts): Promise<CallBack> => callBackOf(facts, await streams.read(facts.id))

  async function bookNow(facts: Omit<CallBackFacts, 'placeId'>, slot: OpenSlot): Promise<Booked> {
    const { id, brand, customerId, startsAt } = facts
    const row = rowOf(brand, slot)
    const place = await takePlace(shelf, row, id, Number.parseInt(id.slice(0, 8), 16))
    if (!place) {
      count('full')
      return { status: 'full' }
    }
    // After the place: a permission is never given back, so that two requests of one key are both allowed it or both refused.
    if (!(await takePlace(shelf, permissionsOf(brand, customerId, dueKey(brand, startsAt), startsAt), id, 0))) {
      if (place.isNew) await giveBack(shelf, row, place.id)
      count('refused')
      throw tooMany()
    }
    const head: StoredRecord = {
      id,
      at: moment(),
      keys: [`brand:${brand}`, customerKey(brand, customerId), dueKey(brand, startsAt)],
      body: { ...facts, placeId: place.id },
    }
    if (await shelf.add('callBack', head)) {
      const callBack = callBackOf({ ...facts, placeId: place.id }, [])
      count('booked')
      await told?.(callBack)
      return { status: 'booked', callBack }
    }
    // The same key at the same moment: the other one has booked.
    const other = await known(id)
    if (place.isNew && other?.placeId !== place.id) await giveBack(shelf, row, place.id)
    return other ? { status: 'booked', callBack: await whole(other) } : { status: 'full' }
  }

  /** Adds an event if it may come now, and says what is so afterwards. */
  async function add(id: string, decide: (facts: CallBackFacts, past: readonly CallBackEvent[]) => CallBackEvent | undefined) {
    const facts = await known(id)
    if (!facts) return undefined
    const keys = [`brand:${facts.brand}`, dueKey(facts.brand, facts.startsAt)]
    const { added, events } = await streams.append(id, keys, (past) => decide(facts, past))
    const callBack = callBackOf(facts, events)
    if (added) {
      count(added.type === 'taken' ? 'taken' : added.state)
      await told?.(callBack)
    }
    return { facts, callBack, isAdded: added !== undefined }
  }

  return {
    async slots(brand, days) {
      const slots = slotsFrom(brand, days)
      if (slots.length === 0) return []
      const taken = await takenPlaces.of(brand)
      return slots.map((slot) => {
        const booked = taken.get(slot.startsAt.getTime()) ?? 0
        return { ...slot, booked, free: Math.max(0, slot.capacity - booked) }
      })
    },

    async book(key, wanted) {
      const id = newId(wanted.brand, wanted.customerId, 'callBack', key)
      const before = await known(id)
      if (before) return { status: 'booked', callBack: await whole(before) }
      const slot = slotsFrom(wanted.brand, mostDays).find(({ startsAt }) => startsAt.getTime() === wanted.startsAt.getTime())
      if (!slot) {
        count('closed')
        return { status: 'closed' }
      }
      return bookNow({ ...wanted, id, endsAt: slot.endsAt }, slot).finally(() => takenPlaces.changed(wanted.brand))
    },

    async get(id) {
      const facts = await known(id)
      return facts && whole(facts)
    },

    async queue(brand, until) {
      const heads: CallBackFacts[] = []
      const events = new Map<string, { n: string; event: CallBackEvent }[]>()
      for (const key of daysUntil(brand, until)) {
        for await (const record of findAll(shelf, 'callBack', { key })) heads.push(factsOf(record))
        for await (const record of findAll(shelf, 'callBackEvent', { key })) {
          const cut = record.id.lastIndexOf(':')
          const stream = record.id.slice(0, cut)
          const event = { ...(record.body as CallBackEvent), at: record.at }
          events.set(stream, [...(events.get(stream) ?? []), { n: record.id.slice(cut), event }])
        }
      }
      return heads
        .filter(({ startsAt }) => startsAt < until)
        .map((facts) => callBackOf(facts, inOrder(events.get(facts.id) ?? [])))
        .filter(isOpen)
        .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime() || (one.id < other.id ? -1 : 1))
        .slice(0, mostQueued)
    },

    async ofCustomer(brand, customerId) {
      const found = await shelf.find('callBack', { key: customerKey(brand, customerId), limit: mostOfCustomer, newestFirst: true })
      return Promise.all(found.map((head) => whole(factsOf(head))))
    },

    async take(id, agentId) {
      const at = moment()
      const taken = await add(id, (facts, past) => (mayTake(facts, past, at) ? { type: 'taken', by: agentId, at } : undefined))
      // Twice by the same agent is no mistake.
      return taken?.callBack.state === 'taken' && taken.callBack.agentId === agentId
    },

    async close(id, state, by) {
      const at = moment()
      const closed = await add(id, (facts, past) => (mayClose(facts, past, state, by) ? { type: 'closed', state, by, at } : undefined))
      // Somebody else can be called then.
      if (closed?.isAdded && state === 'cancelled') {
        await shelf.remove('place', closed.facts.placeId)
        takenPlaces.changed(closed.facts.brand)
      }
      return closed?.isAdded === true
    },
  }

  /** The days that the queue looks at. Half a day at a time: one of 23 hours would be stepped over. */
  function daysUntil(brand: string, until: Date): ReadonlySet<string> {
    const last = Math.min(until.getTime(), now() + mostDays * dayMs)
    const keys = new Set<string>()
    for (let at = now() - lookBackDays * dayMs; at < last; at += dayMs / 2) keys.add(dueKey(brand, new Date(at)))
    return keys.add(dueKey(brand, new Date(last)))
  }
}

/** The hours that stand in the live release. */
export function createCalendarOf(engine: Pick<ReleaseEngine, 'get'>): (brand: string) => Calendar | undefined {
  return (id) => {
    const brand = engine.get(id)?.brand
    return brand?.care && { ...brand.care, timeZone: brand.timeZone }
  }
}

const customerKey = (brand: string, customerId: string) => `customer:${brand}/${customerId}`

function factsOf({ body }: StoredRecord): CallBackFacts {
  const facts = body as Omit<CallBackFacts, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string }
  return { ...facts, startsAt: new Date(facts.startsAt), endsAt: new Date(facts.endsAt) }
}

function inOrder(events: readonly { n: string; event: CallBackEvent }[]): CallBackEvent[] {
  return events.toSorted((one, other) => (one.n < other.n ? -1 : 1)).map(({ event }) => event)
}

/** What one customer may book of a day. They bear no name, but they are always the same for him. */
function permissionsOf(brand: string, customerId: string, day: string, at: Date): Row {
  const id = `callBack:${newId(brand, customerId)}:${day}`
  return { kind: 'rate', id, keys: [id], at, capacity: mostADay }
}

function tooMany(): ClientError {
  const fault = { expected: `at most ${mostADay} bookings for one day`, got: 'one more', fix: 'Take another day' }
  return new ClientError('TOO_MANY', 'This customer is called often enough on that day', fault)
}
