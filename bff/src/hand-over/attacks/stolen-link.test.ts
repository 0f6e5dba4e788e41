import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAudit } from '../../care/audit.ts'
import { openSqliteShelf } from '../../store/sqlite.ts'
import { chiara, startCareSystem, type CareSystem } from '../testing/care-system.ts'

/* Somebody who has read another’s SMS, and customers who try what is not theirs. */

const folder = mkdtempSync(join(tmpdir(), 'mosaic-stolen-'))
const storeFile = join(folder, 'store.sqlite')
let system: CareSystem
beforeAll(async () => void (system = await startCareSystem({ storeFile })))
beforeEach(() => system.simulator.reset())
afterAll(async () => {
  await system.close()
  rmSync(folder, { recursive: true })
})

const luca = 'C-0009'
const accepting = 'mutation ($id: ID, $claim: String) { acceptHandOver(id: $id, claim: $claim) { id code helper title { value } } }'
const noting = 'mutation ($input: NoteHandOverInput!) { noteHandOver(input: $input) { id state } }'
const waiting = '{ handOvers { id } }'

type Opened = { status: string; claim: string | null; code: string | null }
const tap = async (token: string) => {
  const { body } = await system.open(token)
  return { body, ...(JSON.parse(body) as { data: { openHandOver: Opened } }).data.openHandOver }
}
const desk = async (id: string) => {
  const { data } = await system.askDesk<{ handOver: { state: string } }>('S-anna', 'query ($id: ID!) { handOver(id: $id) { state } }', {
    id,
  })
  return data?.handOver.state
}
/** What the register says of attempts on a hand-over. */
const attempts = async (id: string) => {
  const shelf = openSqliteShelf(storeFile)
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome', dateStyle: 'short' }).format(new Date())
  const audit = createAudit({ shelf, dayOf: () => day, now: Date.now })
  const found = await audit.find('aurora', { about: chiara.customer, day, limit: 1_000 })
  await shelf.close()
  return found
    .filter(({ what, details }) => what === 'handOver.refused' && details['handOver'] === id)
    .map(({ who }) => who)
    .sort()
}
/** As the customer, with a token that says something else of her. */
const as = async (customerId: string, claims: Record<string, unknown>, query: string, variables: Record<string, unknown>) => {
  const authorization = `Bearer ${await system.simulator.issueToken(customerId, { claims })}`
  return (await system.ask(undefined, query, variables, { authorization })).body
}

test('the thief taps first: he learns nothing, the owner is told that it is gone, the agent sees it, takes it back and sends anew', async () => {
  const { id, code, token } = await system.sendLink()
  const thief = await tap(token)
  expect(thief).toMatchObject({ status: 'open', code })
  for (const hers of [chiara.name, 'Chiara', chiara.customer, chiara.line, chiara.msisdn, 'Spiegazione', 'Anna', id])
    expect(thief.body).not.toContain(hers)

  const { claim } = thief
  expect(await system.askApp(undefined, accepting, { claim })).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'] })
  expect((await system.askApp(luca, accepting, { claim })).data).toEqual({ acceptHandOver: null })
  expect((await tap(token)).status).toBe('gone')
  expect(await desk(id)).toBe('opened')

  const anew = await system.sendLink({ replaces: id })
  expect(await desk(id)).toBe('revoked')
  // Even with the owner’s own session: what was taken back is over.
  for (const who of [luca, chiara.customer]) expect((await system.askApp(who, accepting, { claim })).data).toEqual({ acceptHandOver: null })
  const owner = await tap(anew.token)
  expect((await system.askApp(chiara.customer, accepting, { claim: owner.claim })).data).toMatchObject({ acceptHandOver: { id: anew.id } })
})

test('signed in as another customer, another line, another brand: there is no such hand-over, and it stands in the register', async () => {
  const { id, token } = await system.sendLink()
  const { claim } = await tap(token)
  const nothing = { acceptHandOver: null }
  expect((await system.askApp(luca, accepting, { claim })).data).toEqual(nothing)
  expect((await system.askApp(luca, accepting, { id })).data).toEqual(nothing)
  expect((await system.askApp(luca, noting, { input: { id, type: 'done' } })).data).toEqual({ noteHandOver: null })
  expect((await system.askApp<{ handOvers: { id: string }[] }>(luca, waiting)).data?.handOvers).toEqual([])
  // The right customer, whose token is about another of her lines.
  expect((await as(chiara.customer, { lines: ['L-0014-2'] }, accepting, { claim })).data).toEqual(nothing)
  // The same id at another brand of the operator's.
  expect((await as(chiara.customer, { brand: 'borealis' }, accepting, { claim })).data).toEqual(nothing)
  expect((await as(chiara.customer, { brand: 'borealis' }, waiting, {})).data).toEqual({ handOvers: [] })
  expect(await attempts(id)).toEqual([luca, luca, luca, chiara.customer, chiara.customer].map((who) => `customer:${who}`))
  expect(await desk(id)).toBe('opened')
})

test('claims and ids that never were: the same nothing, and nobody is told why', async () => {
  const tried = [{ claim: 'x'.repeat(43) }, { claim: `${'x'.repeat(10_000)}\u0000` }, { id: 'nobody' }, { id: "'; DROP TABLE records; --" }]
  const answers = await Promise.all(tried.map((one) => system.askApp(chiara.customer, accepting, one)))
  for (const { status, data, codes } of answers) expect([status, data, codes]).toEqual([200, { acceptHandOver: null }, []])
  expect((await system.askApp(chiara.customer, accepting, {})).codes).toEqual(['BAD_INPUT'])
})

test('nobody says that he is done who has not signed in to it', async () => {
  const { id } = await system.sendLink()
  const note = (input: Record<string, string>) => system.askApp(chiara.customer, noting, { input: { id, ...input } })
  await note({ type: 'reached', step: 'welcome' })
  await note({ type: 'done' })
  expect(await desk(id)).toMatch(/^(sent|delivered)$/)
  await system.askApp(chiara.customer, accepting, { id })
  expect((await note({ type: 'done' })).data).toMatchObject({ noteHandOver: { state: 'done' } })
})
