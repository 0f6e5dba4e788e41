import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startSystem, type System } from '../../../../src/testing/system.ts'
import { askGraphql, lookGraphql, type GraphqlRequest, type RequestContext, type Tagged } from './client.ts'
import type { ActionResult, HomeData } from './types.ts'

/* The web home's client asks a real BFF. All it has here that a browser gives it is the origin. */

let system: System
let context: RequestContext
/** What went over the wire, oldest first. */
let wire: { method: string; url: URL; status: number; bytes: number }[]
beforeAll(async () => {
  system = await startSystem()
  context = { accessToken: await system.simulator.issueToken('C-0014'), locale: 'en', formFactor: 'compact' }
})
beforeEach(() => {
  wire = []
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    const url = new URL(path, system.bff.url)
    const response = await fetch(url, init)
    const bytes = (await response.clone().arrayBuffer()).byteLength
    wire.push({ method: init?.method ?? 'GET', url, status: response.status, bytes })
    return response
  })
})
afterEach(() => system.simulator.faults.clear())
afterAll(() => system.close())

const home: GraphqlRequest = { operationName: 'Home', variables: { surface: 'home', line: null, formFactor: 'COMPACT' } }
const look = (known?: Tagged<HomeData>, request = home) => lookGraphql<HomeData>(request, context, known)
/** Until what was asked of the back-ends is kept, an answer may still become better. */
const settled = async (): Promise<Tagged<HomeData>> => {
  let last = await look()
  await expect
    .poll(
      async () => {
        const next = await look(last)
        const isSame = next === last
        last = next
        return isSame
      },
      { timeout: 10_000 },
    )
    .toBe(true)
  return last
}

describe('a home that is looked at again', () => {
  test('is not sent again while it is the same', async () => {
    const known = await settled()
    wire = []
    expect(await look(known)).toBe(known)
    expect(wire).toEqual([expect.objectContaining({ method: 'GET', status: 304, bytes: 0 })])
  })

  test('is sent whole to who knows none, or another', async () => {
    const known = await settled()
    wire = []
    const answers = [await look(), await look({ ...known, etag: 'W/"other"' }), await look({ data: known.data })]
    for (const { data, etag } of answers) expect([data.mosaic.widgets, etag]).toEqual([known.data.mosaic.widgets, known.etag])
    expect(wire.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  test('is sent anew when something has changed', async () => {
    const known = await settled()
    const line = known.data.me.lines[0]?.id
    const variables = { lineId: line, amount: 1_000, idempotencyKey: 'look-again-0001', ids: ['credit'], surface: 'home' }
    const { topUp } = await askGraphql<{ topUp: ActionResult }>({ operationName: 'TopUp', variables }, context)
    expect(topUp.status).toBe('completed')
    const next = await look(known)
    expect(next.etag).not.toBe(known.etag)
    expect(next.data.mosaic.widgets).not.toEqual(known.data.mosaic.widgets)
    expect(wire.at(-1)).toMatchObject({ status: 200 })
  })

  test('never takes another page’s answer for its own', async () => {
    const known = await settled()
    const landing = { ...home, variables: { ...home.variables, surface: 'summer' } }
    expect((await look(known, landing)).data.mosaic.id).not.toBe(known.data.mosaic.id)
  })
})

test('a token never stands in an address, nor a change in a GET', async () => {
  await look()
  await askGraphql(
    { operationName: 'TopUp', variables: { lineId: 'none', amount: 500, idempotencyKey: 'none-0001', ids: [] } },
    context,
  ).catch(() => {})
  expect(wire.map(({ method }) => method)).toEqual(['GET', 'POST'])
  for (const { url } of wire) expect(url.href).not.toContain(context.accessToken)
})

test('a server without tags is asked whole each time', async () => {
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    const response = await fetch(path, init)
    const headers = new Headers(response.headers)
    headers.delete('etag')
    return new Response(response.body, { status: response.status, headers })
  })
  const known = await look()
  expect(known.etag).toBeUndefined()
  expect((await look(known)).data.me.id).toBe('C-0014')
  expect(wire.map(({ status }) => status)).toEqual([200, 200])
})

test.each([
  { name: 'nobody', accessToken: 'none', failure: 'UNAUTHENTICATED' },
  { name: 'who asks for a line that is not his', accessToken: undefined, failure: 'SERVER' },
])('$name is refused as before', async ({ accessToken, failure }) => {
  const request = { ...home, variables: { ...home.variables, line: 'L-not-mine' } }
  const asking = lookGraphql<HomeData>(request, { ...context, ...(accessToken && { accessToken }) })
  await expect(asking).rejects.toMatchObject({ code: `API_${failure}` })
})
