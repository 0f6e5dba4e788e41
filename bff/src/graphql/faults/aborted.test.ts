import { request, type ClientRequest } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { undisturbed } from '../../testing/strike.ts'
import { policiesFor, shownMethods, startStruckHome, type StruckHome } from '../../testing/struck-home.ts'
import { homeDocument } from '../../testing/system.ts'

/* A customer whose connection is cut while others wait for the same answers. */

let home: StruckHome
beforeAll(async () => {
  home = await startStruckHome(policiesFor(undisturbed))
})
beforeEach(() => {
  home.system.simulator.reset()
  home.age(2 * undisturbed.t2Ms)
  for (const method of shownMethods) home.system.simulator.faults.set(method, { kind: 'latency', ms: 300 })
})
afterAll(() => home.system.close())

/** An app that asks for its home, and may lose its connection. */
async function begin(): Promise<ClientRequest> {
  const token = await home.system.simulator.issueToken(home.customerId)
  const app = request(`${home.system.bff.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-client-platform': 'web', authorization: `Bearer ${token}` },
  })
  app.on('error', () => {})
  app.end(JSON.stringify({ query: homeDocument }))
  return app
}

const calls = () => shownMethods.map((name) => home.system.simulator.calls.of(name))
const asked = () => expect.poll(() => calls().map(({ total }) => total), { timeout: 10_000 }).toEqual(shownMethods.map(() => 1))
const onceEach = shownMethods.map(() => expect.objectContaining({ total: 1, inFlight: 0 }) as object)

test('the first one leaves: all who have joined him get their home, from the calls he began', async () => {
  const leader = await begin()
  await asked()
  const others = Array.from({ length: 20 }, () => home.ask())
  leader.destroy()
  for (const { widgets } of await Promise.all(others)) expect(new Set(widgets.map(({ state }) => state))).toEqual(new Set(['READY']))
  expect(calls()).toEqual(onceEach)
})

test('all but one leave, and he gets his home', async () => {
  const apps = await Promise.all(Array.from({ length: 20 }, begin))
  await asked()
  const last = home.ask()
  for (const app of apps) app.destroy()
  expect(new Set((await last).widgets.map(({ state }) => state))).toEqual(new Set(['READY']))
  expect(calls()).toEqual(onceEach)
})

test('everybody leaves: what was asked for is there for the next one', async () => {
  const apps = await Promise.all(Array.from({ length: 20 }, begin))
  await asked()
  for (const app of apps) app.destroy()
  await expect.poll(calls, { timeout: 10_000 }).toEqual(onceEach)
  expect(new Set((await home.ask()).widgets.map(({ state }) => state))).toEqual(new Set(['READY']))
  expect(calls()).toEqual(onceEach)
})
