import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createAudit } from '../../care/audit.ts'
import { chiara } from '../../hand-over/testing/care-system.ts'
import { openSqliteShelf } from '../../store/sqlite.ts'
import { startGuestSystem, type GuestSystem } from '../testing/guest-system.ts'
import { visitNetwork } from '../testing/network.ts'

/* Somebody has a link that is open on his device, and wants the network to say that he is its owner. */

const hourMs = 3_600_000
const folder = mkdtempSync(join(tmpdir(), 'mosaic-silent-'))
const storeFile = join(folder, 'store.sqlite')
let system: GuestSystem
let luca: string
beforeAll(async () => {
  system = await startGuestSystem({ storeFile })
  luca = system.simulator.customers.find(({ id }) => id === 'C-0009')?.lines[0]?.msisdn ?? ''
})
beforeEach(() => {
  system.simulator.reset()
  system.nextHour()
})
afterAll(async () => {
  await system.close()
  rmSync(folder, { recursive: true })
})

const begin = (claim: string) => system.step('/a/verify', { claim })
const visit = (location: string | undefined, phone: string | undefined) => visitNetwork(system.simulator, location ?? '', phone)
const register = async (id: string) => {
  const shelf = openSqliteShelf(storeFile)
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome', dateStyle: 'short' }).format(system.now())
  const found = await createAudit({ shelf, dayOf: () => day, now: Date.now }).find('aurora', { about: chiara.customer, day, limit: 1_000 })
  await shelf.close()
  return found.filter(({ what, details }) => what.startsWith('stepUp') && details['handOver'] === id).map(({ what }) => what)
}

test('the owner, on her own telephone, asks nothing and types nothing: it is proven, shown, and told to the agent', async () => {
  const { id, claim } = await system.openLink()
  const proven = await system.proveOn(claim, chiara.msisdn)
  expect(proven).toEqual({
    status: 'proven',
    level: 'silent',
    surface: 'summer',
    grant: expect.stringMatching(/^[\w-]{43}$/),
    expiresAt: expect.any(String),
  })
  const home = await system.ask(proven.grant, 'home', { formFactor: 'COMPACT' })
  expect(home.status).toBe(200)
  expect(home.body.data).toMatchObject({ me: { name: 'Chiara', lines: [{ id: chiara.line }] }, mosaic: { line: chiara.line } })
  const asked = await system.askDesk('S-anna', 'query ($id: ID!) { handOver(id: $id) { state } }', { id })
  expect(asked.data).toEqual({ handOver: { state: 'signedIn' } })
  expect(await register(id)).toEqual(['stepUp.silent'])
})

test('a telephone of somebody else: nothing is shown, a code to the owner is all that is offered, and it stands in the register', async () => {
  const { id, claim } = await system.openLink()
  expect(await system.proveOn(claim, luca)).toEqual({ status: 'code' })
  expect(await register(id)).toEqual(['stepUp.otherNumber'])
})

test.each([
  ['no telephone at all', undefined, {}],
  ['a telephone on Wi-Fi', chiara.msisdn, { isWifi: true }],
  ['a network that does not answer', chiara.msisdn, { isDown: true }],
])('%s: what cannot be told is no proof', async (_title, phone, behaviour) => {
  const { claim } = await system.openLink()
  system.simulator.network.behave(behaviour)
  expect(await system.proveOn(claim, phone)).toEqual({ status: 'code' })
})

test('the number has had a new SIM since yesterday: neither the network nor a code proves anything, and no code is sent', async () => {
  const { id, claim } = await system.openLink()
  system.simulator.network.swap(chiara.msisdn, new Date(Date.now() - 24 * hourMs))
  expect(await system.proveOn(claim, chiara.msisdn)).toEqual({ status: 'signIn' })
  expect(await system.step('/a/code', { claim })).toEqual({ status: 'signIn' })
  expect(system.simulator.texts.of(chiara.msisdn).filter(({ from }) => from === 'Verifica')).toEqual([])
  expect(await register(id)).toEqual(['stepUp.swapped', 'stepUp.swapped'])
  // After three days it is hers again.
  system.simulator.network.swap(chiara.msisdn, new Date(Date.now() - 73 * hourMs))
  expect(await system.proveOn(claim, chiara.msisdn)).toMatchObject({ status: 'proven' })
})

test('the thief lures the owner to the network by the address that was made for him: what she brings back is of no use without his claim, nor to him', async () => {
  const thief = await system.openLink()
  const lure = await begin(thief.claim)
  const { state, code = '' } = await visit(lure.location, chiara.msisdn)
  // Her browser knows no claim, or another.
  const owner = await system.openLink()
  expect(await system.step('/a/verified', { claim: owner.claim, state, code })).toEqual({ status: 'code' })
  // Without what came back to her browser he has nothing.
  expect(await system.step('/a/verified', { claim: thief.claim, state, code: 'guessed' })).toEqual({ status: 'code' })
})

test('what comes back is good once, for five minutes, and for what was asked', async () => {
  const { claim } = await system.openLink()
  const first = await visit((await begin(claim)).location, chiara.msisdn)
  expect(await system.step('/a/verified', { claim, state: first.state, code: first.code })).toMatchObject({ status: 'proven' })
  expect(await system.step('/a/verified', { claim, state: first.state, code: first.code })).toEqual({ status: 'code' })
  // The network's code of before, with a fresh beginning.
  const second = await visit((await begin(claim)).location, undefined)
  expect(await system.step('/a/verified', { claim, state: second.state, code: first.code })).toEqual({ status: 'code' })
  const late = await visit((await begin(claim)).location, chiara.msisdn)
  system.later(5 * 60_000 + 1)
  expect(await system.step('/a/verified', { claim, state: late.state, code: late.code })).toEqual({ status: 'code' })
  for (const state of ['', 'invented', `${late.state}x`])
    expect(await system.step('/a/verified', { claim, state, code: 'x' })).toEqual({ status: 'code' })
})

test('a claim that is unknown, taken back or none at all: one and the same answer at every door, to the byte', async () => {
  const { id, claim } = await system.openLink()
  await system.askDesk('S-anna', 'mutation ($id: ID!) { revokeHandOver(id: $id) { state } }', { id })
  const others = { '/a/verify': {}, '/a/verified': { state: 's', code: 'c' }, '/a/code': {}, '/a/code/check': { code: '123456' } }
  for (const [path, other] of Object.entries(others)) {
    for (const dead of [claim, 'x'.repeat(43), '', `${claim}\u0000`]) {
      const { status, text } = await system.post(path, { claim: dead, ...other })
      expect([path, status, text]).toEqual([path, 200, '{"status":"gone"}'])
    }
  }
})

test('one claim may be tried twenty times an hour', async () => {
  const { claim } = await system.openLink()
  const statuses = (await Promise.all(Array.from({ length: 30 }, () => begin(claim)))).map(({ status }) => status)
  expect(statuses.filter((status) => status === 'go')).toHaveLength(20)
  expect(statuses.filter((status) => status === 'tooMany')).toHaveLength(10)
})

test.each([
  ['text/plain', 415],
  ['application/x-www-form-urlencoded', 415],
  ['multipart/form-data; boundary=x', 415],
])('a page elsewhere can send %s without being asked: it is refused', async (type, status) => {
  for (const path of ['/a/verify', '/a/verified', '/a/code', '/a/code/check', '/a/graphql'])
    expect((await system.post(path, '{"claim":"x"}', { 'content-type': type })).status).toBe(status)
})

test('what is no question is refused with what is wrong, and a GET does nothing', async () => {
  for (const body of ['', '[]', '{"claim":7}', '{"claim":"x","more":1}', 'x'])
    expect((await system.post('/a/verify', body)).status).toBe(400)
  expect((await system.post('/a/verify', JSON.stringify({ claim: 'x'.repeat(20_000) }))).status).toBe(413)
  for (const path of ['/a/verify', '/a/code', '/a/code/check', '/a/graphql']) expect((await fetch(system.bff.url + path)).status).toBe(405)
})
