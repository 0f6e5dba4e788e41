import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'
import { readJson } from '../http/body.ts'
import { badRequest, conflict } from '../http/problem.ts'
import type { Reply, Route, SimRequest } from '../http/types.ts'
import type { Interaction } from '../state/interactions.ts'
import type { World } from '../state/world.ts'
import { paths } from './paths.ts'
import { readRoutes, type Resource } from './resource.ts'
import { customerParty, href, present } from './values.ts'

const Id = Type.String({ minLength: 1, maxLength: 200 })
const Note = Type.Object({ id: Type.Enum(['answer', 'comment']), text: Type.String({ minLength: 1, maxLength: 500 }) })
/** What the contract demands of an interaction, and what this operator demands of the values. */
const Body = Type.Object({
  reason: Type.Enum(['alertDismissed', 'surveyAnswered']),
  status: Type.Literal('completed'),
  direction: Type.Literal('inbound'),
  description: Type.Optional(Type.String({ maxLength: 500 })),
  interactionDate: Type.Object({ startDateTime: Type.String({ minLength: 20 }) }),
  channel: Type.Array(Type.Object({ id: Id, href: Id }), { minItems: 1 }),
  relatedParty: Type.Array(Type.Object({ id: Id }), { minItems: 1 }),
  interactionItem: Type.Array(Type.Object({ id: Id, note: Type.Optional(Type.Array(Note, { maxItems: 2 })) }), {
    minItems: 1,
    maxItems: 10,
  }),
})
type Body = Static<typeof Body>

/** TMF683 partyInteraction: what a customer has told his operator to leave him alone with, and what he has answered when he was asked. */
export function interactionRoutes(world: World): Route[] {
  return [
    ...readRoutes(interactions(world)),
    { method: 'POST', path: paths.partyInteraction, bss: methodAskedFor, handle: (request) => create(world, request) },
  ]
}

function methodAskedFor(request: SimRequest) {
  return /"reason"\s*:\s*"surveyAnswered"/.test(request.body.toString('utf8')) ? 'answerSurvey' : 'dismissAlert'
}

export function interactions(world: World): Resource<Interaction> {
  return {
    path: paths.partyInteraction,
    bss: 'interactions',
    attributes: [
      'id', 'href', 'creationDate', 'description', 'direction', 'reason', 'status', 'statusChangeDate', 'attachment', 'channel',
      'interactionDate', 'interactionItem', 'interactionRelationship', 'note', 'relatedParty', '@baseType', '@schemaLocation', '@type',
    ], // prettier-ignore
    list(query) {
      const asked = new Set(query.getAll('relatedParty.id').flatMap((value) => value.split(',')))
      return world.interactions.list().filter(({ customerId }) => asked.size === 0 || asked.has(customerId))
    },
    get: (id) => world.interactions.find(id),
    represent: (interaction) => toInteraction(world, interaction),
  }
}

function create(world: World, request: SimRequest): Reply {
  const body = readJson(request)
  const key = request.headers['idempotency-key']
  if (typeof key === 'string') {
    const earlier = world.interactions.idempotency.check(key, body)
    if (earlier === 'conflict') throw conflict('The Idempotency-Key was already used for another interaction. Use a new key for a new one.')
    const made = earlier && world.interactions.find(earlier.resultId)
    if (made) return created(world, made, { 'idempotency-replayed': 'true' })
  }
  const { reason, description, relatedParty, interactionItem } = parse(body)
  const customerId = relatedParty[0]?.id ?? ''
  if (!world.population().customerById.get(customerId)) throw badRequest(`relatedParty: there is no customer "${customerId}".`)
  const notes = interactionItem.flatMap(({ note = [] }) => note)
  if ((reason === 'surveyAnswered') !== notes.some(({ id }) => id === 'answer')) {
    throw badRequest('interactionItem[0].note: the answer to a question, and to nothing else, stands in the note "answer".')
  }
  const itemIds = interactionItem.map(({ id }) => id)
  // Who answers on two devices at once has answered once.
  const before = reason === 'surveyAnswered' ? world.interactions.answerOfToday(customerId, itemIds) : undefined
  if (before) return created(world, before)
  const interaction = world.interactions.record({
    customerId,
    reason,
    itemIds,
    ...(notes.length > 0 && { notes }),
    ...(description ? { description } : {}),
  })
  if (typeof key === 'string') world.interactions.idempotency.record(key, body, interaction.id)
  return created(world, interaction)
}

function created(world: World, interaction: Interaction, headers: Record<string, string> = {}): Reply {
  const location = href(world, 'partyInteraction', interaction.id)
  return { status: 201, headers: { location, ...headers }, json: toInteraction(world, interaction) }
}

function parse(body: unknown): Body {
  if (Value.Check(Body, body)) return body
  const first = Value.Errors(Body, body)[0]
  throw badRequest(`${first?.instancePath.slice(1).replaceAll('/', '.') || 'The body'}: ${first?.message ?? 'is not valid'}.`)
}

function toInteraction(world: World, { id, customerId, reason, description, itemIds, notes, at }: Interaction) {
  const customer = world.population().customerById.get(customerId)
  const moment = at.toISOString()
  return present({
    id,
    href: href(world, 'partyInteraction', id),
    creationDate: moment,
    description,
    direction: 'inbound',
    reason,
    status: 'completed',
    statusChangeDate: moment,
    channel: [{ id: 'self-care', href: `${world.origin}/channel/self-care`, name: 'Self care', '@referredType': 'Channel' }],
    interactionDate: { startDateTime: moment, endDateTime: moment },
    interactionItem: itemIds.map((item) => ({ id: item, reason, creationDate: moment, ...(notes && { note: notes }) })),
    relatedParty: customer && [customerParty(world, customer)],
    '@type': 'PartyInteraction',
  })
}
