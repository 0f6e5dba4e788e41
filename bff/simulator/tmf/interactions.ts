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
const Remark = Type.Object({
  id: Id,
  author: Type.String({ minLength: 1, maxLength: 200 }),
  date: Type.String({ minLength: 20 }),
  text: Type.String({ maxLength: 2_000 }),
})
/** What the contract demands of an interaction, and what this operator demands of the values. */
const Body = Type.Object({
  reason: Type.Enum(['alertDismissed', 'surveyAnswered', 'careContact']),
  status: Type.Literal('completed'),
  direction: Type.Enum(['inbound', 'outbound']),
  description: Type.Optional(Type.String({ maxLength: 2_000 })),
  interactionDate: Type.Object({
    startDateTime: Type.String({ minLength: 20 }),
    endDateTime: Type.Optional(Type.String({ minLength: 20 })),
  }),
  channel: Type.Array(Type.Object({ id: Id, href: Id }), { minItems: 1 }),
  relatedParty: Type.Array(Type.Object({ id: Id }), { minItems: 1 }),
  interactionItem: Type.Array(Type.Object({ id: Id, note: Type.Optional(Type.Array(Note, { maxItems: 2 })) }), {
    minItems: 1,
    maxItems: 10,
  }),
  note: Type.Optional(Type.Array(Remark, { maxItems: 1 })),
})
type Body = Static<typeof Body>

/** TMF683 partyInteraction: what a customer has told his operator to leave him alone with, what he has answered when he was asked, and his talks with care. */
export function interactionRoutes(world: World): Route[] {
  return [
    ...readRoutes(interactions(world)),
    { method: 'POST', path: paths.partyInteraction, bss: methodAskedFor, handle: (request) => create(world, request) },
  ]
}

function methodAskedFor(request: SimRequest) {
  const reason = /"reason"\s*:\s*"(surveyAnswered|careContact)"/.exec(request.body.toString('utf8'))?.[1]
  return reason === 'careContact' ? 'recordContact' : reason === 'surveyAnswered' ? 'answerSurvey' : 'dismissAlert'
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
  const parsed = parse(body)
  const { reason, description, relatedParty, interactionItem } = parsed
  const talk = talkOf(parsed)
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
    ...(talk && { talk }),
  })
  if (typeof key === 'string') world.interactions.idempotency.record(key, body, interaction.id)
  return created(world, interaction)
}

function talkOf({ reason, direction, interactionDate, note }: Body): Interaction['talk'] {
  const [remark] = note ?? []
  if ((reason === 'careContact') !== (remark !== undefined)) {
    throw badRequest('note: what came of a talk at the care desk, and of nothing else, stands in one note.')
  }
  if (!remark) return undefined
  const from = new Date(interactionDate.startDateTime)
  const until = new Date(interactionDate.endDateTime ?? interactionDate.startDateTime)
  if (Number.isNaN(from.getTime()) || !(until >= from))
    throw badRequest('interactionDate: expected a beginning and, not before it, an end.')
  return { id: remark.id, author: remark.author, text: remark.text, direction, from, until }
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

function toInteraction(world: World, { id, customerId, reason, description, itemIds, notes, talk, at }: Interaction) {
  const customer = world.population().customerById.get(customerId)
  const moment = at.toISOString()
  return present({
    id,
    href: href(world, 'partyInteraction', id),
    creationDate: moment,
    description,
    direction: talk?.direction ?? 'inbound',
    reason,
    status: 'completed',
    statusChangeDate: moment,
    channel: [talk ? channel(world, 'care', 'Care desk') : channel(world, 'self-care', 'Self care')],
    interactionDate: { startDateTime: talk?.from.toISOString() ?? moment, endDateTime: talk?.until.toISOString() ?? moment },
    interactionItem: itemIds.map((item) => ({ id: item, reason, creationDate: moment, ...(notes && { note: notes }) })),
    note: talk && [{ id: talk.id, author: talk.author, date: moment, text: talk.text }],
    relatedParty: customer && [customerParty(world, customer)],
    '@type': 'PartyInteraction',
  })
}

function channel(world: World, id: string, name: string) {
  return { id, href: `${world.origin}/channel/${id}`, name, '@referredType': 'Channel' }
}
