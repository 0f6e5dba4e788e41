import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { chiara, startCareSystem, type CareSystem } from '../../hand-over/testing/care-system.ts'

/* An agent leads a customer to a place of the app, and follows her there. */

/** The network says so by itself. */
const soon = { timeout: 10_000 }
let system: CareSystem
beforeAll(async () => void (system = await startCareSystem()))
beforeEach(() => system.simulator.reset())
afterAll(() => system.close())

const shown =
  'id code state target targetId customerId lineId agent locale params { name value } step wants note reason events { type text } issuedAt expiresAt'
const sending = `mutation ($input: SendHandOverInput!) { sendHandOver(input: $input) { status message handOver { ${shown} } } }`
const looking = `query ($id: ID!) { handOver(id: $id) { ${shown} } }`

type Shown = Record<string, unknown> & { id: string; code: string; state: string; events: { type: string; text: string }[] }
type SentAnswer = { sendHandOver: { status: string; message: string; handOver: Shown | null } }
const send = async (wanted: Record<string, unknown> = {}, staffId = 'S-anna') => {
  const input = {
    customer: chiara.customer,
    line: chiara.line,
    target: 'bill-explained',
    locale: 'it',
    idempotencyKey: crypto.randomUUID(),
    ...wanted,
  }
  const { data, codes } = await system.askDesk<SentAnswer>(staffId, sending, { input })
  return { ...data?.sendHandOver, codes }
}
const look = async (id: string, staffId = 'S-anna') =>
  (await system.askDesk<{ handOver: Shown | null }>(staffId, looking, { id })).data?.handOver
const marks = async (id: string) => (await look(id))?.events.map(({ text }) => text)

test('sent and delivered, over the network and back', async () => {
  const { status, message, handOver } = await send({ params: [{ name: 'billId', value: 'B-1' }] })
  expect([status, message]).toEqual(['sent', 'SMS inviato.'])
  expect(handOver).toMatchObject({
    target: 'Spiegazione della fattura',
    targetId: 'bill-explained',
    customerId: chiara.customer,
    lineId: chiara.line,
    agent: 'Anna Agente',
    locale: 'it',
    params: [{ name: 'billId', value: 'B-1' }],
  })
  const [text] = system.simulator.texts.of(chiara.msisdn)
  expect([text?.from, text?.text]).toEqual(['Aurora', expect.stringContaining(handOver?.code ?? 'none')])
  await expect.poll(() => marks(handOver?.id ?? ''), soon).toEqual(['SMS inviato', 'SMS consegnato'])
})

test('what she does is followed: opened, signed in, arrived, stuck, done', async () => {
  const { id, token } = await system.sendLink()
  const { claim } = (JSON.parse((await system.open(token)).body) as { data: { openHandOver: { claim: string } } }).data.openHandOver
  const accepting =
    'mutation ($claim: String) { acceptHandOver(claim: $claim) { id title { value } helper place { webPath deepLink widgetId } } }'
  expect((await system.askApp(chiara.customer, accepting, { claim })).data).toEqual({
    acceptHandOver: {
      id,
      title: { value: 'Spiegazione della fattura' },
      helper: 'Anna',
      place: { webPath: '/surface/summer#welcome', deepLink: 'mosaic://surface/summer#welcome', widgetId: 'welcome' },
    },
  })
  const noting = 'mutation ($input: NoteHandOverInput!) { noteHandOver(input: $input) { state } }'
  const note = (input: Record<string, string>) => system.askApp(chiara.customer, noting, { input: { id, ...input } })
  await note({ type: 'reached', step: 'welcome' })
  await note({ type: 'reached', step: 'welcome' })
  await note({ type: 'stuck', wants: 'connect', note: ' Non capisco <b>questa</b> voce ' })
  expect(await look(id)).toMatchObject({ state: 'stuck', step: 'welcome', wants: 'connect', note: 'Non capisco <b>questa</b> voce' })
  expect((await note({ type: 'done' })).data).toEqual({ noteHandOver: { state: 'done' } })
  expect((await note({ type: 'done' })).data).toEqual({ noteHandOver: { state: 'done' } })
  const walked = (await marks(id))?.filter((text) => !text.startsWith('SMS'))
  expect(walked).toEqual([
    'Ha aperto il link',
    'È entrato con il suo account',
    'È arrivato a «Spiegazione della fattura»',
    'Si è bloccato: vuole parlarne con te',
    'Fatto',
  ])
})

test('who is stuck is seen by all agents, taken by one, and all see by whom; the customer too', async () => {
  const { id } = await system.sendLink()
  const app = (query: string, variables = {}) => system.askApp<Record<string, unknown>>(chiara.customer, query, variables)
  await app('mutation ($id: ID) { acceptHandOver(id: $id) { id } }', { id })
  await app(`mutation { noteHandOver(input: { id: "${id}", type: "stuck", wants: "connect", note: "Non capisco" }) { state } }`)
  type Stuck = { stuckHandOvers: { id: string; agentId: string; note: string; takenBy: string | null; isTakenByMe: boolean }[] }
  const stuck = async (staffId: string) =>
    (await system.askDesk<Stuck>(staffId, '{ stuckHandOvers { id agentId note takenBy isTakenByMe } }')).data?.stuckHandOvers.find(
      (one) => one.id === id,
    )
  expect(await stuck('S-sandro')).toEqual({ id, agentId: 'S-anna', note: 'Non capisco', takenBy: null, isTakenByMe: false })
  const turn = async (staffId: string, what: string) =>
    (await system.askDesk<Record<string, unknown>>(staffId, `mutation { ${what}(id: "${id}") { takenBy isTakenByMe state } }`)).data?.[what]
  const both = await Promise.all([turn('S-bruno', 'takeHandOver'), turn('S-sandro', 'takeHandOver')])
  const winner = await stuck('S-anna')
  expect(both).toContainEqual({ takenBy: winner?.takenBy, isTakenByMe: true, state: 'stuck' })
  expect(both).toContainEqual({ takenBy: winner?.takenBy, isTakenByMe: false, state: 'stuck' })
  const helper = winner?.takenBy?.split(' ')[0]
  expect((await app('{ handOvers { id helper } }')).data?.['handOvers']).toContainEqual({ id, helper })
  const mine = winner?.takenBy?.startsWith('Bruno') ? 'S-bruno' : 'S-sandro'
  expect(await turn('S-anna', 'giveBackHandOver')).toMatchObject({ takenBy: winner?.takenBy })
  expect(await turn(mine, 'giveBackHandOver')).toMatchObject({ takenBy: null })
  expect(await turn('S-anna', 'takeHandOver')).toEqual({ takenBy: 'Anna Agente', isTakenByMe: true, state: 'stuck' })
  expect((await look(id))?.events.map(({ type }) => type).filter((type) => type === 'taken' || type === 'givenBack')).toEqual([
    'taken',
    'givenBack',
    'taken',
  ])
  expect(await turn('S-anna', 'takeHandOver')).toMatchObject({ isTakenByMe: true })
  expect((await system.askDesk('S-anna', 'mutation { takeHandOver(id: "none") { id } }')).data).toEqual({ takeHandOver: null })
})

test('a double Enter is one SMS', async () => {
  const idempotencyKey = crypto.randomUUID()
  const answers = await Promise.all([send({ idempotencyKey }), send({ idempotencyKey })])
  expect(new Set(answers.map(({ handOver }) => handOver?.id)).size).toBe(1)
  expect(system.simulator.texts.of(chiara.msisdn)).toHaveLength(1)
})

test('sent anew: the new one is sent, then the old one is taken back', async () => {
  const first = await system.sendLink()
  const second = await send({ replaces: first.id })
  expect([(await look(first.id))?.state, second.status]).toEqual(['revoked', 'sent'])
  expect((await system.open(first.token)).body).toContain('gone')
})

test.each([
  {
    name: 'who was asked and said no',
    who: { customer: 'C-0002', line: 'L-0002-1' },
    consent: true,
    says: 'noConsent',
    words: /non ha acconsentito/,
  },
  {
    name: 'who was never asked',
    who: { customer: 'C-0004', line: 'L-0004-1' },
    consent: false,
    says: 'noConsent',
    words: /chiediglielo ora/,
  },
  {
    name: 'who was never asked and says yes now',
    who: { customer: 'C-0004', line: 'L-0004-1' },
    consent: true,
    says: 'sent',
    words: /inviato/,
  },
])('$name: $says', async ({ who, consent, says, words }) => {
  const { status, message, handOver } = await send({ ...who, consent })
  expect([status, handOver !== null]).toEqual([says, says === 'sent'])
  expect(message).toMatch(words)
})

test('a network that refuses is told in words, and the app has it all the same', async () => {
  system.simulator.texts.behave({ refuse: 'number' })
  const { status, message, handOver } = await send()
  expect([status, message]).toEqual(['refused', 'L’SMS non è partito. Questo numero non riceve SMS.'])
  expect(handOver).toMatchObject({ state: 'undelivered', reason: 'Questo numero non riceve SMS.' })
  const { data } = await system.askApp<{ handOvers: { id: string }[] }>(chiara.customer, '{ handOvers { id } }')
  expect(data?.handOvers.map(({ id }) => id)).toContain(handOver?.id)
})

test('a telephone that is off', async () => {
  system.simulator.texts.behave({ undelivered: true })
  const { handOver } = await send()
  await expect.poll(async () => (await look(handOver?.id ?? ''))?.state, soon).toBe('undelivered')
})

test.each([
  { field: 'customer', wanted: { customer: 'C-999999' } },
  { field: 'line', wanted: { line: 'L-0009-1' } },
  { field: 'target', wanted: { target: 'nowhere' } },
  { field: 'locale', wanted: { locale: 'fr' } },
  { field: 'idempotencyKey', wanted: { idempotencyKey: 'short' } },
  { field: 'params', wanted: { params: [{ name: 'amount', value: '1' }] } },
  { field: 'params.billId', wanted: { params: [{ name: 'billId', value: 'a\r\nb' }] } },
])('what cannot be sent is refused: $field', async ({ wanted }) => {
  expect((await send(wanted)).codes).toEqual(['BAD_INPUT'])
  expect(system.simulator.texts.of(chiara.msisdn)).toEqual([])
})

test('mine of today, newest first, and nobody else’s', async () => {
  const first = await send({}, 'S-bruno')
  const second = await send({}, 'S-bruno')
  const { data } = await system.askDesk<{ myHandOvers: { id: string }[] }>('S-bruno', '{ myHandOvers { id } }')
  expect(data?.myHandOvers.map(({ id }) => id)).toEqual([second.handOver?.id, first.handOver?.id])
})

test('who is no agent sends and takes back nothing', async () => {
  const { id } = await system.sendLink()
  expect((await send({}, 'S-nadia')).codes).toEqual(['FORBIDDEN'])
  const revoking = 'mutation ($id: ID!) { revokeHandOver(id: $id) { state } }'
  expect((await system.askDesk('S-nadia', revoking, { id })).codes).toEqual(['FORBIDDEN'])
  expect((await system.askDesk('S-bruno', revoking, { id })).data).toEqual({ revokeHandOver: { state: 'revoked' } })
  expect((await system.askDesk('S-bruno', revoking, { id: 'nobody' })).data).toEqual({ revokeHandOver: null })
})

test('those of a customer stand on her page', async () => {
  const { id } = await system.sendLink()
  const query = '{ customer(id: "C-0014") { handOvers(limit: 1) { id state } } }'
  expect((await system.askDesk<{ customer: { handOvers: { id: string }[] } }>('S-anna', query)).data?.customer.handOvers).toMatchObject([
    { id },
  ])
})

test('the desk hears of each step', async () => {
  const token = await system.simulator.issueStaffToken('S-anna')
  const response = await fetch(`${system.bff.url}/care/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: 'subscription { desk { type id customerId agentId } }' }),
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const { id } = await system.sendLink()
  let heard = ''
  while (!heard.includes(id)) heard += (await reader?.read())?.value ?? ''
  expect(heard).toContain(`{"type":"handOver","id":"${id}","customerId":"${chiara.customer}","agentId":"S-anna"}`)
  await reader?.cancel()
})
