import { chargesOf, type SimCharge } from './charges-of.ts'
import { dayMs, plusDays, startOfDay } from './dates.ts'
import { createRandom, type Random } from './random.ts'
import type { SimCustomer, SimLine } from './types.ts'

/** One call, one data session, one message. Data in MB, voice in seconds, SMS in messages. */
export type SimUsageEvent = {
  id: string
  type: 'data' | 'voice' | 'sms'
  /** What it is called on the bill, where it is charged. */
  name?: string
  at: Date
  amount: number
  /** The number called or written to. */
  number?: string
  /** What it costs once it is rated: nothing, where the plan has it. */
  costCents: number
  isIncluded: boolean
  /** When its cost is known. */
  ratedAt: Date
}

const hourMs = 3_600_000
const cycleDays = 30

/**
 * What a line did since its last bill up to now, newest first. What is charged for it is what its charges say, event by event; the rest is in the plan, or
 * paid from the credit.
 */
export function usageEventsOf(customer: SimCustomer, line: SimLine, seed: number, now: Date): SimUsageEvent[] {
  const today = startOfDay(now)
  const charged = chargesOf(customer, seed, today).filter(({ lineId, type }) => lineId === line.id && type === 'usage')
  const events = [...charged.map((charge) => chargedEvent(charge, line, seed)), ...daily(customer, line, seed, today)]
  return events
    .filter(({ at }) => at <= now)
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
    .map((event, index, all) => ({ ...event, id: `UE-${line.id}-${all.length - index}` }))
}

type Event = Omit<SimUsageEvent, 'id'>

/** What the charges of usage are for. */
const charges: Readonly<Record<string, { type: Event['type']; amount: (random: Random) => number }>> = {
  'Roaming fuori UE': { type: 'data', amount: (random) => random.integer(4, 60) },
  'Numeri a pagamento': { type: 'voice', amount: (random) => random.integer(30, 240) },
  'Chiamate internazionali': { type: 'voice', amount: (random) => random.integer(60, 900) },
  'SMS internazionali': { type: 'sms', amount: () => 1 },
}

function chargedEvent({ id, name, at, amountCents }: SimCharge, line: SimLine, seed: number): Event {
  const random = createRandom(seed, `event-${id}`)
  const { type, amount } = charges[name] ?? { type: 'data', amount: () => 1 }
  const own = { type, name, at, amount: amount(random), costCents: amountCents, isIncluded: false, ratedAt: at }
  return { ...own, ...(type !== 'data' && { number: numberOf(random) }) }
}

/** Each day is drawn by itself: what happened yesterday is the same tomorrow. */
function daily(customer: SimCustomer, line: SimLine, seed: number, today: Date): Event[] {
  if (line.status !== 'active') return []
  const since = line.payment === 'prepaid' ? undefined : (customer.account?.bills[0]?.issuedOn ?? customer.account?.openedOn)
  const from = Math.max(startOfDay(since ?? plusDays(today, -cycleDays)).getTime() + dayMs, startOfDay(line.activatedOn).getTime() + dayMs)
  const days: Date[] = []
  for (let day = from; day <= today.getTime(); day += dayMs) days.push(new Date(day))
  return days.flatMap((day) => ofDay(line, createRandom(seed, `events-${line.id}-${day.toISOString().slice(0, 10)}`), day))
}

function ofDay(line: SimLine, random: Random, day: Date): Event[] {
  const minute = () => new Date(day.getTime() + random.integer(0, 22 * 60) * 60_000)
  // All are drawn, whatever the line has: a plan that changes must not change what was done.
  const drawn = [
    { type: 'data' as const, at: new Date(day.getTime() + random.integer(0, 5 * 60) * 60_000), amount: random.integer(20, 1_800) },
    { type: 'voice' as const, at: minute(), amount: random.integer(5, 1_500), number: numberOf(random) },
    { type: 'sms' as const, at: minute(), amount: 1, number: numberOf(random) },
  ]
  const happened = drawn.filter(({ type }) => random.chance(chances[type]))
  return happened.flatMap((event) => {
    const isIncluded = line.counters.some(({ type, isRoaming }) => type === event.type && !isRoaming)
    // On a bill it would be a charge, and those are told as such.
    if (!isIncluded && line.payment !== 'prepaid') return []
    if (line.kind === 'data' && event.type !== 'data') return []
    return [{ ...event, costCents: isIncluded ? 0 : random.integer(5, 45), isIncluded, ratedAt: ratedAt(event, day) }]
  })
}

const chances = { data: 1, voice: 0.5, sms: 0.15 } as const

/** Data is rated in one run, at noon of the next day; the rest within the hour. */
function ratedAt({ type, at }: Pick<Event, 'type' | 'at'>, day: Date): Date {
  return type === 'data' ? plusDays(day, 1, 12) : new Date(at.getTime() + hourMs)
}

/** Of numbers that nobody real has, like those of the lines. */
function numberOf(random: Random): string {
  return `+39399${String(random.integer(0, 9_999_999)).padStart(7, '0')}`
}
