import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chiara } from '../../hand-over/testing/care-system.ts'
import { idOf, startGuestSystem, type GuestSystem } from '../testing/guest-system.ts'

/* Somebody has proven that he holds the number of a link, and wants more than its place. */

let system: GuestSystem
beforeAll(async () => void (system = await startGuestSystem()))
afterAll(() => system.close())
beforeEach(() => {
  system.simulator.reset()
  system.nextHour()
})

async function silent(wanted: Record<string, unknown> = {}) {
  const { id, claim } = await system.openLink(wanted)
  return { id, claim, grant: (await system.proveOn(claim, chiara.msisdn)).grant ?? '' }
}
async function byCode(wanted: Record<string, unknown> = {}) {
  const { id, claim } = await system.openLink(wanted)
  await system.step('/a/code', { claim })
  const { grant = '' } = await system.step('/a/code/check', { claim, code: system.codeOn(chiara.msisdn) })
  return { id, claim, grant }
}
const home = { formFactor: 'COMPACT' }
const key = () => ({ idempotencyKey: crypto.randomUUID() })
const codeOf = ({ status, body }: Awaited<ReturnType<GuestSystem['ask']>>) => [status, body.errors?.[0]?.extensions?.code]
const forbidden = [403, 'FORBIDDEN']
const unauthenticated = [401, 'UNAUTHENTICATED']

test('it shows its page, for its line, whatever else is not said', async () => {
  const { grant } = await silent()
  for (const variables of [home, { ...home, surface: 'summer', line: chiara.line }, { ...home, line: null }]) {
    const { status, body } = await system.ask(grant, 'home', variables)
    expect(status).toBe(200)
    expect(body.errors).toBeUndefined()
    expect(body.data).toMatchObject({
      mosaic: { line: chiara.line, widgets: expect.arrayContaining([expect.objectContaining({ id: 'welcome' })]) },
    })
  }
})

test('it tells how it goes with its link, and of no other', async () => {
  const others = await system.openLink()
  const { id, grant } = await silent()
  const accepted = await system.ask(grant, 'accept-hand-over', { claim: others.claim })
  expect(accepted.body.data).toMatchObject({ acceptHandOver: { id, place: { surface: 'summer' } } })
  expect((await system.ask(grant, 'hand-overs')).body.data).toMatchObject({ handOvers: [{ id }] })
  expect((await system.ask(grant, 'note-hand-over', { type: 'reached', step: 'summer' })).body.data).toMatchObject({
    noteHandOver: { id, state: 'reached' },
  })
  expect(codeOf(await system.ask(grant, 'note-hand-over', { id: others.id, type: 'done' }))).toEqual(forbidden)
  expect(codeOf(await system.ask(grant, 'accept-hand-over', { id: others.id }))).toEqual(forbidden)
})

describe('shown silently, he wants', () => {
  test.each([
    ['another page', 'home', { ...home, surface: 'home' }],
    ['another line', 'home', { ...home, line: 'L-0009-1' }],
    ['to top up', 'top-up', { lineId: chiara.line, amount: 500, ...key() }],
    ['to pay a bill', 'pay-bill', { billId: 'B-1', amount: 500, paymentMethodId: 'PM-1', ...key() }],
    ['the PUK of the SIM', 'sim-secrets', { lineId: chiara.line }],
    ['a new SIM', 'replace-sim', { lineId: chiara.line, form: 'esim', reason: 'lost', ...key() }],
    ['to send credit away', 'transfer-credit', { lineId: chiara.line, receiverNumber: '+393990000000', amount: 100, ...key() }],
    ['to buy', 'buy-offer', { lineId: chiara.line, offeringId: 'OPT-GIGA-20', ...key() }],
    ['another link to be opened', 'open-hand-over', { token: 'x' }],
  ])('%s: no', async (_title, file, variables) => {
    const { grant } = await silent({ target: 'recharging' })
    expect(codeOf(await system.ask(grant, file, variables))).toEqual(forbidden)
    expect(system.simulator.calls.of('topUp').total).toBe(0)
  })
})

describe('proven by a code, he may do what the place is for', () => {
  test('on the page for payments: top up this line', async () => {
    const { grant } = await byCode({ target: 'recharging' })
    const { body } = await system.ask(grant, 'top-up', { lineId: chiara.line, amount: 500, ids: ['credit'], ...key() })
    expect(body.data).toMatchObject({ topUp: { status: 'completed' } })
  })

  test.each([
    ['another line', 'top-up', { lineId: 'L-0009-1', amount: 500, ...key() }],
    ['another page to be told of', 'top-up', { lineId: chiara.line, amount: 500, surface: 'home', ...key() }],
    ['credit sent away', 'transfer-credit', { lineId: chiara.line, receiverNumber: '+393990000000', amount: 100, ...key() }],
    ['an option', 'activate-option', { lineId: chiara.line, offeringId: 'OPT-GIGA-20', ...key() }],
    ['the PUK of the SIM', 'sim-secrets', { lineId: chiara.line }],
    ['a new SIM', 'replace-sim', { lineId: chiara.line, form: 'esim', reason: 'lost', ...key() }],
  ])('and no more: not %s', async (_title, file, variables) => {
    const { grant } = await byCode({ target: 'recharging' })
    expect(codeOf(await system.ask(grant, file, variables))).toEqual(forbidden)
  })

  test('on the page that explains a bill: nothing that moves money', async () => {
    const { grant } = await byCode()
    expect(codeOf(await system.ask(grant, 'top-up', { lineId: chiara.line, amount: 500, ...key() }))).toEqual(forbidden)
  })
})

describe('he asks in other words', () => {
  let grant: string
  beforeEach(async () => void ({ grant } = await silent()))
  const post = (body: unknown) => system.post('/a/graphql', body, { 'x-hand-over': grant })
  const documentId = idOf('home')

  test.each([
    ['a text of his own', { query: '{ me { name } }' }, 400],
    ['introspection', { query: '{ __schema { types { name } } }' }, 400],
    ['many at once', [{ documentId }, { documentId }], 400],
    ['a document nobody knows', { documentId: 'sha256:00' }, 403],
    ['none', {}, 403],
    ['both a text and an id', { documentId, query: '{ me { name } }' }, 400],
    [
      'the name of one and the text of another',
      { documentId: idOf('sim-secrets'), operationName: 'Home', variables: { lineId: chiara.line } },
      403,
    ],
    ['variables that are none', { documentId, variables: 'x' }, 400],
    ['something that inherits', { documentId: '__proto__', variables: {} }, 403],
  ])('%s: no', async (_title, body, status) => {
    const answer = await post(body)
    expect(answer.status).toBe(status)
    expect(answer.body.data).toBeUndefined()
  })

  test('as on the customers’ own door, where a grant is nothing', async () => {
    const { status } = await system.post(
      '/graphql',
      { query: '{ me { name } }' },
      { 'x-hand-over': grant, authorization: `Bearer ${grant}` },
    )
    expect(status).toBe(401)
  })
})

describe('a grant is over', () => {
  test('when the agent takes the link back', async () => {
    const { id, grant } = await silent()
    expect((await system.ask(grant, 'home', home)).status).toBe(200)
    await system.askDesk('S-anna', 'mutation ($id: ID!) { revokeHandOver(id: $id) { state } }', { id })
    expect(codeOf(await system.ask(grant, 'home', home))).toEqual(unauthenticated)
  })

  test('after its quarter of an hour', async () => {
    const { grant } = await silent()
    system.later(15 * 60_000 - 1_000)
    expect((await system.ask(grant, 'home', home)).status).toBe(200)
    system.later(1_001)
    expect(codeOf(await system.ask(grant, 'home', home))).toEqual(unauthenticated)
  })

  test('when it is another by one sign, the claim, or none', async () => {
    const { grant, claim } = await silent()
    const changed = (grant.startsWith('A') ? 'B' : 'A') + grant.slice(1)
    for (const wrong of [changed, claim, '', undefined, `${grant}, ${grant}`])
      expect(codeOf(await system.ask(wrong, 'home', home))).toEqual(unauthenticated)
  })
})
