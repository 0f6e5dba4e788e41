import type { Guide } from '@mosaic/schemas/release'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { careBody } from '../../hand-over/testing/care-body.ts'
import { chiara, startCareSystem, type CareSystem } from '../../hand-over/testing/care-system.ts'
import { listOf } from '../actions/testing/simulated.ts'

/* A walk that ends in a ticket, through the doors of the customer's app. */

const text = (it: string, en = it) => ({ it, en })
const reported = {
  id: 'reported',
  name: 'Reported',
  rule: { combinator: 'and' as const, rules: [{ field: 'tickets.open', operator: '>=' as const, value: 1 }] },
}
const broken: Guide = {
  id: 'broken',
  name: 'Broken',
  title: text('Internet non va', 'Internet is down'),
  words: [],
  steps: [
    { id: 'known', kind: 'check', title: text('Lo sappiamo già?', 'Known?'), trigger: 'reported', whenTrue: 'known-end', whenFalse: 'light', whenUnknown: 'light' },
    {
      id: 'light',
      kind: 'question',
      title: text('Che luce vedi?', 'Which light?'),
      answers: [
        { id: 'red', text: text('Rossa', 'Red'), to: 'report' },
        { id: 'green', text: text('Verde', 'Green'), to: 'fine' },
      ],
    },
    { id: 'known-end', kind: 'outcome', title: text('C’è già', 'Known'), outcome: 'callBack' },
    { id: 'fine', kind: 'outcome', title: text('Bene', 'Good'), outcome: 'solved' },
    { id: 'report', kind: 'outcome', title: text('Serve un tecnico', 'You need an engineer'), outcome: 'ticket' },
  ],
} // prettier-ignore

let system: CareSystem
beforeAll(async () => {
  const body = careBody()
  system = await startCareSystem({ body: { ...body, guides: [...body.guides, broken], triggers: [...body.triggers, reported] } })
})
// Nobody has a ticket yet.
beforeEach(() => system.simulator.reset())
afterAll(() => system.close())

type Walk = {
  run: string | null
  step: { id: string; outcome: string | null }
  trail: { found: { value: string } }[]
  ticket: { id: string | null; at: string } | null
  message: { value: string } | null
}
const walk = 'run step { id outcome } trail { found { value } } ticket { id at } message { value }'
const look = async (customer: string, run?: string | null) =>
  (await system.askApp<{ guide: Walk }>(customer, `query ($run: ID) { guide(id: "broken", run: $run) { ${walk} } }`, { run })).data?.guide
const say = async (customer: string, input: object) => {
  const document = `mutation ($input: AnswerGuideInput!) { answerGuide(input: $input) { ${walk} } }`
  const { data, codes } = await system.askApp<{ answerGuide: Walk }>(customer, document, { input: { guide: 'broken', ...input } })
  if (!data) throw new Error(`It was not answered: ${codes.join()}`)
  return data.answerGuide
}
type Opened = { openTicket: { status: string; ticket: string | null; message: { value: string } } }
const opening = 'mutation ($input: OpenTicketInput!) { openTicket(input: $input) { status ticket message { value } } }'
const openingOf = (run: string | null | undefined) => ({ input: { run, idempotencyKey: crypto.randomUUID() } })
const open = (customer: string, run: string | null | undefined) => system.askApp<Opened>(customer, opening, openingOf(run))
const ticketsOf = (customer: string) => listOf(system, 'troubleTicket', `relatedParty.id=${customer}`)
const { customer, line } = chiara

test('all that was said stands in it, in the language of who reads it; the walk says so, and stands where it was', async () => {
  const { run } = await say(customer, { step: 'light', answer: 'red' })
  expect(await look(customer, run)).toMatchObject({ step: { id: 'report', outcome: 'ticket' }, ticket: null })
  const { body } = await system.ask(customer, opening, openingOf(run), { 'accept-language': 'en' })
  const { openTicket } = body.data as unknown as Opened
  const [ticket, ...others] = await ticketsOf(customer)
  expect(others).toEqual([])
  expect(openTicket).toMatchObject({ status: 'completed', ticket: ticket?.['id'] })
  expect(openTicket.message.value).toBe(
    `Done: your report ${String(ticket?.['id'])} is open. Whoever takes care of it knows what you have told us.`,
  )
  expect(ticket).toMatchObject({
    name: 'Internet non va',
    description: 'Internet non va\nLo sappiamo già?: No\nChe luce vedi?: Rossa',
    relatedEntity: [{ id: line, role: 'line' }],
  })

  // The ticket itself makes the check come out otherwise: the walk that opened it is not led away from it.
  const stands = { step: { id: 'report' }, trail: [{ found: { value: 'No' } }, {}], ticket: { id: ticket?.['id'] } }
  expect(await look(customer, run)).toMatchObject(stands)
  expect(await say(customer, { run, backTo: 'light' })).toMatchObject({ ...stands, message: null })
  expect(await say(customer, { run, step: 'light', answer: 'green' })).toMatchObject({ ...stands, message: null })
  // Asked again from another device, with another key.
  expect((await open(customer, run)).data?.openTicket).toMatchObject({ status: 'completed', ticket: ticket?.['id'] })
  expect(await ticketsOf(customer)).toHaveLength(1)
  // Whoever begins anew is told that it is known.
  expect(await look(customer)).toMatchObject({ run: null, step: { id: 'known-end' }, ticket: null })
  // And the desk sees it on his page.
  const desk = await system.askDesk('S-anna', 'query ($id: ID!) { customer(id: $id) { tickets { kind title } } }', { id: customer })
  expect(desk.data).toEqual({ customer: { tickets: [{ kind: 'ticket', title: 'Internet non va' }] } })
})

test('two taps at once, each with a key of its own, are one ticket', async () => {
  const { run } = await say('C-0009', { step: 'light', answer: 'red' })
  system.simulator.faults.set('openTicket', { kind: 'latency', ms: 200 })
  const both = await Promise.all([open('C-0009', run), open('C-0009', run)])
  const [ticket, ...others] = await ticketsOf('C-0009')
  expect(others).toEqual([])
  expect(both.map(({ data }) => data?.openTicket.ticket)).toEqual([ticket?.['id'], ticket?.['id']])
})

test('an answer that was lost: the walk says that it is not known yet, and asking again finds the same ticket', async () => {
  const { run } = await say('C-0010', { step: 'light', answer: 'red' })
  system.simulator.faults.set('openTicket', { kind: 'reset', afterHandling: true, times: 1 })
  expect((await open('C-0010', run)).data?.openTicket).toMatchObject({ status: 'pending', ticket: null })
  expect(await look('C-0010', run)).toMatchObject({ step: { id: 'report' }, ticket: { id: null } })
  const [ticket] = await ticketsOf('C-0010')
  expect((await open('C-0010', run)).data?.openTicket).toMatchObject({ status: 'completed', ticket: ticket?.['id'] })
  expect(await ticketsOf('C-0010')).toHaveLength(1)
})

test('refused by the operator’s system: said so, and it can be asked for again', async () => {
  const { run } = await say('C-0013', { step: 'light', answer: 'red' })
  system.simulator.faults.set('openTicket', { kind: 'error', status: 422, times: 1 })
  expect((await open('C-0013', run)).data?.openTicket).toMatchObject({ status: 'failed', ticket: null })
  expect(await ticketsOf('C-0013')).toEqual([])
  expect((await open('C-0013', run)).data?.openTicket).toMatchObject({ status: 'completed' })
})

test('nobody opens one from somebody else’s walk, from one that ends otherwise, or from one that has not ended', async () => {
  const { run } = await say('C-0012', { step: 'light', answer: 'red' })
  expect((await open('C-0001', run)).codes).toEqual(['BAD_INPUT'])
  const { run: begun } = await say('C-0001', {})
  expect((await open('C-0001', begun)).codes).toEqual(['BAD_INPUT'])
  await say('C-0001', { run: begun, step: 'light', answer: 'green' })
  expect((await open('C-0001', begun)).codes).toEqual(['BAD_INPUT'])
  expect(system.simulator.calls.of('openTicket').total).toBe(0)
})
