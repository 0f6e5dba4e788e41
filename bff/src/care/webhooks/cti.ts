import { Type, type Static } from 'typebox'
import { ClientError } from '../../client-error.ts'
import type { Handler } from '../../http/handler.ts'
import type { Logger } from '../../log.ts'
import type { ReleaseEngine } from '../../release/engine.ts'
import type { ContactNews, Contacts, Directory } from '../contract.ts'
import { msisdnOf } from '../wanted.ts'
import type { Signatures } from './signature.ts'
import { createWebhook } from './webhook.ts'

const Id = Type.String({ pattern: '^[\\w.:@-]{1,128}$', description: 'letters, digits and . : @ - _, at most 128' })
/** As telephone systems write them; `anonymous`, `unknown` and nothing at all where it is withheld. */
const Number = Type.String({ pattern: '^(\\+?[0-9 ./()-]{3,24}|anonymous|unknown|)$', description: 'a telephone number' })
const events = ['ringing', 'answered', 'hungUp'] as const

/** What a telephone system says of a call. `agent`: the account of whoever it rings at, as the staff's identity provider names him. */
const Call = Type.Object(
  {
    callId: Id,
    event: Type.Enum(events),
    from: Type.Optional(Number),
    dialled: Type.Optional(Number),
    agent: Type.Optional(Id),
    /** Only with several brands behind one telephone system, where the number that was dialled does not tell. */
    brand: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$', description: 'the id of a brand' })),
    at: Type.Optional(Type.String({ maxLength: 40 })),
  },
  { additionalProperties: false },
)
type Call = Static<typeof Call>

type Options = {
  signatures: Signatures | undefined
  contacts: Contacts
  directory: Directory
  engine: Pick<ReleaseEngine, 'get' | 'state'>
  log: Logger
}

/**
 * `POST /care/calls`: new call, answered, hung up. Each is answered as soon as it is kept; who is calling is looked up afterwards, and the desk hears of it when
 * it is known. What comes late, twice or in another order is borne: see `Contacts`.
 */
export function createCalls({ signatures, contacts, directory, engine, log }: Options): Handler {
  /** The calls whose callers are being looked for: said twice, it is asked once. */
  const looking = new Set<string>()
  return createWebhook<Call>({ path: '/care/calls', schema: Call, take }, { signatures, log })

  async function take(call: Call): Promise<{ status: 'taken' }> {
    const brand = call.brand ?? brandOf(engine, call.dialled)
    if (brand === undefined || !engine.get(brand)) throw badField('dialled', 'a number of a published brand, or its id in brand')
    const { callId, agent } = call
    const msisdn = call.from === undefined ? undefined : msisdnOf(call.from)
    switch (call.event) {
      case 'ringing':
        await ring(brand, callId, { type: 'ringing', msisdn, dialled: call.dialled, agentId: agent })
        break
      case 'answered':
        if (agent === undefined) throw badField('agent', 'whoever has answered')
        await contacts.hear(brand, callId, { type: 'answered', agentId: agent })
        break
      case 'hungUp':
        await contacts.hear(brand, callId, { type: 'closed' })
        break
    }
    return { status: 'taken' }
  }

  async function ring(brand: string, callId: string, ringing: Extract<ContactNews, { type: 'ringing' }>): Promise<void> {
    const { id, customerId } = await contacts.hear(brand, callId, ringing)
    if (ringing.msisdn === undefined || customerId !== undefined || looking.has(id)) return
    looking.add(id)
    // Nobody waits for it: an agent finds the caller himself when the systems do not.
    directory
      .byNumber(brand, ringing.msisdn)
      .then((person) => person && contacts.hear(brand, callId, { type: 'picked', customerId: person.customerId }))
      .catch((err: unknown) => log.warn({ err }, 'who is calling could not be found out'))
      .finally(() => looking.delete(id))
  }
}

function badField(field: string, expected: string): ClientError {
  return new ClientError('BAD_INPUT', `The field "${field}" cannot be used`, { expected, got: 'none', fix: 'Correct it and sign it anew' })
}

/** Whose number was dialled, by the voice menus; with one brand there is no question. */
function brandOf(engine: Pick<ReleaseEngine, 'get' | 'state'>, dialled: string | undefined): string | undefined {
  const live = engine.state().flatMap(({ brand }) => engine.get(brand) ?? [])
  const number = dialled === undefined ? undefined : msisdnOf(dialled)
  const owner = live.find(({ care }) => [...care.menus.values()].some(({ numbers }) => number !== undefined && numbers.includes(number)))
  return (owner ?? (live.length === 1 ? live[0] : undefined))?.brand.id
}
