import { createHmac, randomBytes } from 'node:crypto'
import type { World } from '../state/world.ts'

/** Whom the telephone system tells of its calls, and the secret it signs them with. */
export type TelephoneLine = { /** Such as http://127.0.0.1:4000: without a path. */ url: string; secret: string }

/** A call of a customer, as the operator's telephone system sees it. */
export type TelephoneCall = {
  id: string
  customerId: string
  name: string
  msisdn: string
  /** That the caller does not show his number. */
  isWithheld: boolean
  dialled: string
  /** At whom it rings; absent: at anybody. */
  agent: string | undefined
  state: 'ringing' | 'talking' | 'over'
  since: Date
  /** What was said to the last word about it; absent: it was taken. */
  trouble: string | undefined
}

export type Ring = { lineId: string; agent?: string; dialled?: string; isWithheld?: boolean }

/** The operator's telephone system: its calls are played by hand, and told as such systems tell them. */
export type Telephone = {
  /** From now on calls are told there. */
  connect(line: TelephoneLine): void
  line(): TelephoneLine | undefined
  /** @throws {RangeError} for an unknown line */
  ring(ring: Ring): Promise<TelephoneCall>
  /** @throws {RangeError} for a call that is not ringing */
  answer(id: string, agent: string): Promise<TelephoneCall>
  /** @throws {RangeError} for a call that is over */
  hangUp(id: string): Promise<TelephoneCall>
  /** Newest first. */
  calls(): readonly TelephoneCall[]
  reset(): void
}

const kept = 50
const timeoutMs = 3_000
export const usualNumber = '+39800399100'

export function createTelephone(world: Pick<World, 'population' | 'now'>, given: TelephoneLine | undefined): Telephone {
  const calls = new Map<string, TelephoneCall>()
  let line = given

  return {
    connect: (next) => void (line = next),
    line: () => line,
    calls: () => [...calls.values()].reverse(),
    reset: () => calls.clear(),
    async ring({ lineId, agent, dialled = usualNumber, isWithheld = false }) {
      const customer = world.population().customerByLineId.get(lineId)
      const msisdn = customer?.lines.find(({ id }) => id === lineId)?.msisdn
      if (!customer || msisdn === undefined) throw new RangeError(`There is no line ${lineId}`)
      return tell('ringing', {
        id: `call-${randomBytes(6).toString('hex')}`,
        customerId: customer.id,
        name: customer.displayName,
        msisdn,
        isWithheld,
        dialled,
        agent,
        state: 'ringing',
        since: world.now(),
        trouble: undefined,
      })
    },
    answer: (id, agent) => tell('answered', { ...found(id, 'ringing'), agent, state: 'talking' }),
    hangUp: (id) => tell('hungUp', { ...found(id, 'ringing', 'talking'), state: 'over' }),
  }

  function found(id: string, ...states: TelephoneCall['state'][]): TelephoneCall {
    const call = calls.get(id)
    if (!call || !states.includes(call.state)) throw new RangeError(`There is no call ${id} that is ${states.join(' or ')}`)
    return call
  }

  async function tell(event: 'ringing' | 'answered' | 'hungUp', call: TelephoneCall): Promise<TelephoneCall> {
    // What has happened has happened, whether or not anybody could be told.
    calls.delete(call.id)
    calls.set(call.id, call)
    const oldest = calls.keys().next()
    if (calls.size > kept && !oldest.done) calls.delete(oldest.value)
    const trouble = await send({
      callId: call.id,
      event,
      from: call.isWithheld ? 'anonymous' : call.msisdn,
      dialled: call.dialled,
      ...(call.agent !== undefined && { agent: call.agent }),
      at: world.now().toISOString(),
    })
    const told = { ...call, trouble }
    if (calls.get(call.id) === call) calls.set(call.id, told)
    return told
  }

  async function send(word: object): Promise<string | undefined> {
    if (!line) return 'nobody is connected'
    const body = JSON.stringify(word)
    const seconds = Math.floor(world.now().getTime() / 1_000)
    const signature = createHmac('sha256', line.secret).update(`${seconds}.${body}`).digest('hex')
    try {
      const response = await fetch(`${line.url}/care/calls`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-mosaic-signature': `t=${seconds},v1=${signature}` },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      })
      await response.body?.cancel()
      return response.ok ? undefined : `HTTP ${response.status}`
    } catch {
      return 'no answer'
    }
  }
}
