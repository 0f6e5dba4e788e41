import type { HandOverEvent, HandOverFacts, Sender } from '../hand-over/contract.ts'
import type { Shelf, StoredRecord } from '../store/contract.ts'
import { findAll } from '../store/pages.ts'
import { daysFrom } from './days.ts'

/** What became of links: how many of them. */
export type Counts = { sent: number; delivered: number; opened: number; completed: number; stuck: number; avoided: number }

/** The links of one day that have the same target, sender and cluster. */
export type Tally = {
  day: string
  targetId: string
  sender: { id: string; name: string } | undefined
  cluster: string | undefined
} & Counts

/** What became of one link. `completedAt`: when its customer said that it was done. */
type Fate = Pick<HandOverFacts, 'targetId' | 'customerId' | 'contactId' | 'cluster'> & {
  sender: Sender
  isSent: boolean
  isDelivered: boolean
  isOpened: boolean
  isStuck: boolean
  completedAt: Date | undefined
}

/** What became of the links sent on a day of the brand's, as far as it is known. Rejects with a ClientError STORE_UNAVAILABLE. */
export type Reports = { of(brand: string, day: string): Promise<readonly Tally[]> }

const dayMs = 86_400_000
/** A link lives for a day, and what was begun in time may be ended some hours later. */
const daysOfLife = 2
/** After so many days nothing of a day changes any more: its links are over, and who was to ask again has. */
const daysUntilFinal = daysOfLife + 3
/** A call is avoided when the customer has done it by himself and does not ask again for so long. */
const silenceMs = dayMs
const mostKept = 400
/** So many customers are looked up at once. */
const batch = 20

/**
 * Reports are counted from the events themselves whenever somebody asks; what cannot change any more is kept.
 * @param now epoch milliseconds
 */
export function createReports({ shelf, now }: { shelf: Shelf; now: () => number }): Reports {
  const kept = new Map<string, Promise<readonly Tally[]>>()

  async function count(brand: string, day: string): Promise<readonly Tally[]> {
    const fates = await fatesOf(shelf, brand, day)
    const avoided = new Set<Fate>()
    const completed = fates.filter(({ completedAt }) => completedAt !== undefined)
    for (let first = 0; first < completed.length; first += batch)
      for (const fate of await which(completed.slice(first, first + batch), (one) => isAvoided(shelf, brand, one, now()))) avoided.add(fate)
    return talliesOf(day, fates, avoided)
  }

  return {
    of(brand, day) {
      const key = `${brand}/${day}`
      const known = kept.get(key)
      if (known) return known
      const counted = count(brand, day)
      // Two who ask at once wait for one answer; only of what is final it stays.
      kept.set(key, counted)
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
      const isFinal = Date.parse(`${day}T00:00:00Z`) + daysUntilFinal * dayMs < now()
      const forget = () => void (kept.get(key) === counted && kept.delete(key))
      counted.then(isFinal ? undefined : forget, forget)
      return counted
    },
  }
}

/** What became of one link, from all that happened to it. A link that was opened has left, whatever the network says. */
export function fateOf(facts: HandOverFacts, events: readonly HandOverEvent[]): Fate {
  const has = (...types: readonly HandOverEvent['type'][]) => events.some(({ type }) => types.includes(type))
  const { targetId, customerId, contactId, cluster, sender } = facts
  return {
    targetId,
    customerId,
    contactId,
    cluster,
    sender,
    isSent: has('sent', 'delivered', 'opened', 'signedIn'),
    isDelivered: has('delivered'),
    isOpened: has('opened', 'signedIn'),
    isStuck: has('stuck'),
    completedAt: events.find(({ type }) => type === 'done')?.at,
  }
}

/** One row for each target, sender and cluster. */
function talliesOf(day: string, fates: readonly Fate[], avoided: ReadonlySet<Fate>): Tally[] {
  const tallies = new Map<string, Tally>()
  for (const fate of fates) {
    const { targetId, cluster } = fate
    const sender = fate.sender.kind === 'agent' ? { id: fate.sender.id, name: fate.sender.name } : undefined
    const key = JSON.stringify([targetId, sender?.id, cluster])
    const tally = tallies.get(key) ?? {
      day,
      targetId,
      sender,
      cluster,
      sent: 0,
      delivered: 0,
      opened: 0,
      completed: 0,
      stuck: 0,
      avoided: 0,
    }
    tallies.set(key, tally)
    tally.sent += Number(fate.isSent)
    tally.delivered += Number(fate.isDelivered)
    tally.opened += Number(fate.isOpened)
    tally.completed += Number(fate.completedAt !== undefined)
    tally.stuck += Number(fate.isStuck)
    tally.avoided += Number(avoided.has(fate))
  }
  return [...tallies.values()]
}

async function fatesOf(shelf: Shelf, brand: string, day: string): Promise<Fate[]> {
  const links = new Map<string, { facts: HandOverFacts; events: HandOverEvent[] }>()
  for await (const { id, body } of findAll(shelf, 'handOver', { key: `day:${brand}:${day}` }))
    links.set(id, { facts: body as HandOverFacts, events: [] })
  if (links.size === 0) return []
  for (const later of daysFrom(day, daysOfLife + 1))
    for await (const record of findAll(shelf, 'handOverEvent', { key: `day:${brand}:${later}` }))
      links.get(streamOf(record))?.events.push({ ...(record.body as HandOverEvent), at: record.at })
  return [...links.values()].map(({ facts, events }) => fateOf(facts, events))
}

/** Not before the time is over in which he might still ask; the talk in which he got the link is not another one. */
async function isAvoided(shelf: Shelf, brand: string, { customerId, contactId, completedAt }: Fate, now: number): Promise<boolean> {
  if (completedAt === undefined || completedAt.getTime() + silenceMs > now) return false
  const wanted = {
    key: `customer:${brand}/${customerId}`,
    since: completedAt,
    until: new Date(completedAt.getTime() + silenceMs),
    limit: 20,
  }
  const [talks, callBacks] = await Promise.all([shelf.find('contactEvent', wanted), shelf.find('callBack', wanted)])
  return callBacks.length === 0 && talks.every((talk) => streamOf(talk) === contactId)
}

function streamOf({ id }: StoredRecord): string {
  return id.slice(0, id.lastIndexOf(':'))
}

async function which<Item>(items: readonly Item[], is: (item: Item) => Promise<boolean>): Promise<Item[]> {
  const answers = await Promise.all(items.map(is))
  return items.filter((_, n) => answers[n])
}
