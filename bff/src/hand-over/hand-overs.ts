import { setTimeout as wait } from 'node:timers/promises'
import type { DayOf } from '../care/day.ts'
import { ClientError } from '../client-error.ts'
import type { Shelf, StoredRecord } from '../store/contract.ts'
import { createStreams } from '../store/streams.ts'
import type { HandOver, HandOverEvent, HandOverFacts, HandOvers, HandOverWanted, WithoutTime } from './contract.ts'
import { take, type Limit } from './limits.ts'
import type { HandOverSettings } from './settings.ts'
import { handOverOf, isGood, lifeMs, mayFollow, mayTurn } from './state.ts'
import { claimFor, hashOf, newClaim, newCode, newId, newSalt, newToken } from './tokens.ts'

type Options = {
  shelf: Shelf
  dayOf: DayOf
  limits: HandOverSettings
  /** Epoch milliseconds. */
  now: () => number
  /** Hears of every hand-over that is made or moves. */
  told?: (handOver: HandOver) => void
  /** No answer about a token comes sooner, in milliseconds: its time must not tell a token that was good once from one that never was. */
  openingMs?: number
}

const minuteMs = 60_000
const tenMinutesMs = 10 * minuteMs
const dayMs = 24 * 60 * minuteMs
/** For so long whoever opened a link is told its claim again. */
const againMs = 2 * minuteMs

/**
 * The hand-overs of all brands. A link is opened once because its `opened` event is an addition that only one can make; it stands in the store when it is told.
 * Everything rejects with a ClientError STORE_UNAVAILABLE when the store cannot be asked.
 */
export function createHandOvers({ shelf, dayOf, limits, now, told, openingMs = 40 }: Options): HandOvers {
  const streams = createStreams<HandOverEvent>(shelf, 'handOverEvent')
  const moment = () => new Date(now())

  const whole = async (record: StoredRecord): Promise<HandOver> => {
    const facts = factsOf(record)
    return handOverOf(facts, await streams.read(facts.id), moment())
  }
  const wholes = (records: readonly StoredRecord[]) => Promise.all(records.map(whole))
  const get = async (id: string) => {
    const head = await shelf.get('handOver', id)
    return head && whole(head)
  }
  const byEvent = async (key: string) => {
    const [event] = await shelf.find('handOverEvent', { key, limit: 1 })
    return event && get(streamOf(event))
  }

  /** Adds an event if it may come now. As much is asked of the store when there is no such hand-over: nobody can tell by its work. */
  async function add(facts: HandOverFacts | undefined, event: WithoutTime): Promise<Added> {
    const at = moment()
    const keys = facts ? [`brand:${facts.brand}`, `day:${facts.brand}:${dayOf(facts.brand, at)}`, ...keysOf(facts.brand, event)] : []
    const { added, events } = await streams.append(facts?.id ?? 'nobody', keys, (past) =>
      facts && mayFollow(facts, past, event.type, at) && mayTurn(past, event, at) ? ({ ...event, at } as HandOverEvent) : undefined,
    )
    if (!facts || !added) return { handOver: undefined, events }
    const handOver = handOverOf(facts, events, at)
    told?.(handOver)
    return { handOver, events }
  }

  async function openNow(token: string, opener: string | undefined) {
    const [head] = await shelf.find('handOver', { key: `token:${hashOf(token)}`, limit: 1 })
    const facts = head && factsOf(head)
    const salt = newSalt()
    const { secret: claim, hash: claimHash } = opener === undefined ? newClaim() : claimFor(token, opener, salt)
    const { handOver, events } = await add(facts, { type: 'opened', claimHash, ...(opener !== undefined && { salt }) })
    if (handOver) return { handOver, claim, isAgain: false }
    // Worked out for everybody: nobody can tell a used link by its time.
    const opened = events.findLast((event) => event.type === 'opened')
    const again = claimFor(token, opener ?? salt, opened?.salt ?? salt)
    if (!facts || !opened || again.hash !== opened.claimHash) return undefined
    const known = handOverOf(facts, events, moment())
    const isInTime = now() - opened.at.getTime() < againMs
    return isInTime && isGood(known, moment()) ? { handOver: known, claim: again.secret, isAgain: true } : undefined
  }

  async function issue(given: HandOverWanted): Promise<{ handOver: HandOver; token: string | undefined }> {
    const { minutes, key, ...wanted } = given
    const id = newId(wanted.brand, idOfSender(wanted), key)
    const known = await get(id)
    if (known) return { handOver: known, token: undefined }
    const issuedAt = moment()
    if (!(await take(shelf, limitsOf(wanted, limits), issuedAt))) throw tooMany()
    const { secret: token, hash: tokenHash } = newToken()
    const expiresAt = new Date(issuedAt.getTime() + minutes * minuteMs)
    const facts: HandOverFacts = { ...wanted, id, code: newCode(), issuedAt, expiresAt, tokenHash }
    // The same key at the same moment: the other one sends.
    if (!(await shelf.add('handOver', { id, at: issuedAt, keys: keysOfHead(facts, dayOf), body: facts }))) return issue(given)
    const handOver = handOverOf(facts, [], issuedAt)
    told?.(handOver)
    return { handOver, token }
  }

  return {
    issue,
    get,
    ofCustomer: async (brand, customerId, limit) =>
      wholes(await shelf.find('handOver', { key: customerKey(brand, customerId), limit, newestFirst: true })),
    async ofAgent(brand, agentId, limit) {
      const today = dayOf(brand, moment())
      // A day has 25 hours once a year.
      const since = new Date(now() - dayMs - 60 * minuteMs)
      const found = await shelf.find('handOver', { key: agentKey(brand, agentId), since, limit, newestFirst: true })
      return wholes(found.filter(({ at }) => dayOf(brand, at) === today))
    },
    async stuck(brand, limit) {
      const found = await shelf.find('handOverEvent', { key: stuckKey(brand), since: new Date(now() - lifeMs), limit, newestFirst: true })
      const all = await Promise.all([...new Set(found.map(streamOf))].map(get))
      return all.filter((one) => one !== undefined && one.state === 'stuck' && isToTalk(one) && isGood(one, moment())) as HandOver[]
    },
    async open(token, opener) {
      const [opened] = await Promise.all([openNow(token, opener), wait(openingMs)])
      return opened
    },
    async byClaim(claim) {
      const handOver = await byEvent(`claim:${hashOf(claim)}`)
      return handOver && isGood(handOver, moment()) ? handOver : undefined
    },
    byMessage: (messageId) => byEvent(messageKey(messageId)),
    async note(id, event) {
      const head = await shelf.get('handOver', id)
      return head !== undefined && (await add(factsOf(head), event)).handOver !== undefined
    },
  }
}

/** What it is after an addition; undefined when nothing was added. */
type Added = { handOver: HandOver | undefined; events: readonly HandOverEvent[] }

const customerKey = (brand: string, customerId: string) => `customer:${brand}/${customerId}`
const agentKey = (brand: string, agentId: string) => `agent:${brand}/${agentId}`
const stuckKey = (brand: string) => `stuck:${brand}`
/** Networks choose these names: hashed they are always short and in one word. */
const messageKey = (messageId: string) => `message:${hashOf(messageId)}`

function keysOfHead({ brand, customerId, sender, tokenHash, issuedAt }: HandOverFacts, dayOf: DayOf): string[] {
  return [
    customerKey(brand, customerId),
    `token:${tokenHash}`,
    `brand:${brand}`,
    `day:${brand}:${dayOf(brand, issuedAt)}`,
    ...(sender.kind === 'agent' ? [agentKey(brand, sender.id)] : []),
  ]
}

/** The n-th event of a stream has its id, and the number. */
const streamOf = ({ id }: StoredRecord) => id.slice(0, id.lastIndexOf(':'))

function isToTalk({ events }: HandOver): boolean {
  const last = events.findLast((event) => event.type === 'stuck')
  return last?.wants === 'connect'
}

function keysOf(brand: string, event: WithoutTime): string[] {
  if (event.type === 'opened') return [`claim:${event.claimHash}`]
  if (event.type === 'stuck') return [stuckKey(brand)]
  return event.type === 'sent' ? [messageKey(event.messageId)] : []
}

function factsOf({ body }: StoredRecord): HandOverFacts {
  const facts = body as HandOverFacts
  return { ...facts, issuedAt: new Date(facts.issuedAt), expiresAt: new Date(facts.expiresAt) }
}

function idOfSender({ sender }: Pick<HandOverFacts, 'sender'>): string {
  return sender.kind === 'agent' ? `agent:${sender.id}` : 'voiceMenu'
}

/** The voice menu answers everybody who calls: only the number limits it. */
function limitsOf(
  { brand, sender, msisdn }: Pick<HandOverWanted, 'brand' | 'sender' | 'msisdn'>,
  { agent, number }: HandOverSettings,
): Limit[] {
  const both = (scope: string, { inTenMinutes, aDay }: HandOverSettings['agent']): Limit[] => [
    { scope: `${scope}-10m`, most: inTenMinutes, windowMs: tenMinutesMs },
    { scope: `${scope}-day`, most: aDay, windowMs: dayMs },
  ]
  return [
    ...(sender.kind === 'agent' ? both(`agent-${hashOf(`${brand}/${sender.id}`)}`, agent) : []),
    ...both(`number-${hashOf(`${brand}/${msisdn}`)}`, number),
  ]
}

function tooMany(): ClientError {
  const fault = {
    expected: 'fewer links from this sender or to this number',
    got: 'as many as may be sent',
    fix: 'Wait ten minutes, then try again',
  }
  return new ClientError('TOO_MANY', 'No more links for now', fault)
}
