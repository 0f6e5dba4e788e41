import { setTimeout as wait } from 'node:timers/promises'
import type { Audit } from '../care/contract.ts'
import type { Session } from '../identity/session.ts'
import type { HandOver, HandOvers, WithoutTime } from './contract.ts'
import { isGood } from './state.ts'

/* What a customer may do with hand-overs. Whatever he may not do is one and the same answer: there is none. */

type Dependencies = { handOvers: HandOvers; audit: Audit }
type Asked = { session: Session; now: Date }

/** How long a home waits to hear of hand-overs, in milliseconds: it is complete without them. */
const patienceMs = 300
/** More than anybody is sent in the time they are good for. */
const mostWaiting = 10

/** What waits for the customer, newest first. Nothing while it cannot be asked for: his app does not wait for it. */
export async function waitingFor({ handOvers }: Pick<Dependencies, 'handOvers'>, { session, now }: Asked): Promise<HandOver[]> {
  const found = handOvers.ofCustomer(session.brand, session.customerId, mostWaiting).catch(() => [])
  const inTime = await Promise.race([found, wait(patienceMs, [], { ref: false })])
  return inTime.filter((handOver) => isGood(handOver, now) && isHis(handOver, session))
}

/** Takes a hand-over for the customer, by the claim of the device that opened its link, or by its id. */
export async function accept(
  dependencies: Dependencies,
  asked: Asked,
  { id, claim }: { id?: string | undefined; claim?: string | undefined },
): Promise<HandOver | undefined> {
  const { handOvers } = dependencies
  const handOver = claim === undefined ? id && (await handOvers.get(id)) : await handOvers.byClaim(claim)
  if (!handOver || !(await isAllowed(dependencies, asked, handOver)) || !isGood(handOver, asked.now)) return undefined
  // Whoever comes back has signed in already.
  await handOvers.note(handOver.id, { type: 'signedIn', by: 'session' })
  const taken = await handOvers.get(handOver.id)
  return taken && isGood(taken, asked.now) ? taken : undefined
}

/** Writes down what the customer does; what cannot come now changes nothing. Saying twice that it is done is no mistake. */
export async function noteFor(dependencies: Dependencies, asked: Asked, id: string, event: WithoutTime): Promise<HandOver | undefined> {
  const { handOvers } = dependencies
  const handOver = await handOvers.get(id)
  if (!handOver || !(await isAllowed(dependencies, asked, handOver))) return undefined
  // A page that is loaded again is not another step.
  const isThere = event.type === 'reached' && handOver.state === 'reached' && handOver.step === event.step
  if (!isThere) await handOvers.note(id, event)
  const noted = await handOvers.get(id)
  return noted?.state === 'done' || (noted && isGood(noted, asked.now)) ? noted : undefined
}

/** Somebody else who tries is written down, for whoever looks into it. */
async function isAllowed({ audit }: Dependencies, { session }: Asked, handOver: HandOver): Promise<boolean> {
  if (isHis(handOver, session)) return true
  const { brand, customerId: about, id } = handOver
  await audit.write({ brand, who: `customer:${session.customerId}`, what: 'handOver.refused', about, details: { handOver: id } })
  return false
}

function isHis({ brand, customerId, lineId }: HandOver, session: Session): boolean {
  return brand === session.brand && customerId === session.customerId && session.lines.includes(lineId)
}
