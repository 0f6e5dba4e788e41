import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { chiara } from '../../../../../src/hand-over/testing/care-system.ts'
import { startGuestSystem, type GuestSystem } from '../../../../../src/step-up/testing/guest-system.ts'
import { visitNetwork } from '../../../../../src/step-up/testing/network.ts'
import { askGraphql, lookGraphql, type RequestContext } from '../../api/client.ts'
import type { ActionResult, HomeData } from '../../api/types.ts'
import { askCallBackTimes, requestCallBack } from '../../call-back/call-backs.ts'
import { acceptHandOver, askHandOvers, noteHandOver } from '../hand-overs.ts'
import { beginSilently, checkCode, endSilently, sendCode, tokenOf } from './steps.ts'

/* The app of a guest asks a real server, behind which there is the mobile network. */

let system: GuestSystem
let wire: { method: string; address: string; headers: Headers }[]
beforeAll(async () => void (system = await startGuestSystem()))
beforeEach(() => {
  system.simulator.reset()
  wire = []
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string | URL, init?: RequestInit) => {
    if (typeof path === 'string' && path.startsWith('/'))
      wire.push({ method: init?.method ?? 'GET', address: path, headers: new Headers(init?.headers) })
    return fetch(new URL(path, system.bff.url), init)
  })
})
afterEach(() => vi.unstubAllGlobals())
afterAll(() => system.close())

const home = { operationName: 'Home', variables: { surface: 'summer', line: null, formFactor: 'COMPACT' } } as const
const contextOf = (accessToken: string): RequestContext => ({ accessToken, locale: 'it', formFactor: 'compact' })

test('from the network’s word to the page: no token, nothing in an address, and the helper hears of it', async () => {
  const { id, claim } = await system.openLink()
  const begun = await beginSilently(claim)
  if (begun.status !== 'go') throw new Error(begun.status)
  const { state, code = '' } = await visitNetwork(system.simulator, begun.location, chiara.msisdn)
  const proven = await endSilently(claim, { state, code })
  if (proven.status !== 'proven') throw new Error(proven.status)
  expect(proven.proof).toMatchObject({ level: 'silent', place: { surface: 'summer' } })

  const context = contextOf(tokenOf(proven.proof))
  const taken = await acceptHandOver({ claim }, context)
  expect(taken).toMatchObject({ id, lineId: chiara.line, place: { surface: 'summer' } })
  expect(await askHandOvers(context)).toEqual([taken])
  const { data, etag } = await lookGraphql<HomeData>(home, context)
  expect(data.me).toMatchObject({ name: 'Chiara', lines: [{ id: chiara.line }] })
  expect(etag).toBeUndefined()
  expect((await noteHandOver(id, { type: 'stuck', wants: 'connect' }, context))?.state).toBe('stuck')
  const { startsAt = '' } = (await askCallBackTimes(context))[0] ?? {}
  expect(await requestCallBack({ startsAt, handOver: id }, 'guest-0000', context)).toMatchObject({ status: 'booked', startsAt })

  const asked = wire.filter(({ address }) => address.includes('graphql'))
  expect(asked.map(({ method, address }) => `${method} ${address}`)).toEqual(Array(6).fill('POST /a/graphql'))
  for (const { headers } of asked) expect([headers.get('authorization'), headers.get('x-hand-over')]).toEqual([null, proven.proof.grant])
  for (const { address } of wire) for (const secret of [claim, proven.proof.grant, state]) expect(address).not.toContain(secret)
})

test('what he may not do is told apart from what went wrong, and done after a code', async () => {
  const { claim } = await system.openLink({ target: 'recharging' })
  const begun = await beginSilently(claim)
  if (begun.status !== 'go') throw new Error(begun.status)
  const { state, code = '' } = await visitNetwork(system.simulator, begun.location, chiara.msisdn)
  const silent = await endSilently(claim, { state, code })
  if (silent.status !== 'proven') throw new Error(silent.status)
  const topUp = (idempotencyKey: string) =>
    ({ operationName: 'TopUp', variables: { lineId: chiara.line, amount: 500, ids: [], surface: 'summer', idempotencyKey } }) as const
  await expect(askGraphql(topUp('guest-0001'), contextOf(tokenOf(silent.proof)))).rejects.toMatchObject({
    failure: 'SERVER',
    serverCode: 'FORBIDDEN',
  })

  expect(await sendCode(claim)).toEqual({ status: 'sent' })
  const proven = await checkCode(claim, system.codeOn(chiara.msisdn))
  if (proven.status !== 'proven') throw new Error(proven.status)
  const { topUp: done } = await askGraphql<{ topUp: ActionResult }>(topUp('guest-0002'), contextOf(tokenOf(proven.proof)))
  expect(done.status).toBe('completed')
})

test('a proof that is over is as a session that is', async () => {
  await expect(lookGraphql(home, contextOf('guest nothing'))).rejects.toMatchObject({ failure: 'UNAUTHENTICATED' })
})

test('a server that is not there, or says nothing that can be read, is told as a step', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await sendCode('claim')).toEqual({ status: 'lost' })
  for (const [status, step] of [
    [503, 'later'],
    [429, 'signIn'],
    [404, 'signIn'],
  ] as const) {
    // prettier-ignore
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status })))
    expect(await sendCode('claim')).toEqual({ status: step })
  }
})
