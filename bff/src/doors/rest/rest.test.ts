import SwaggerParser from '@apidevtools/swagger-parser'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { getNamedType } from 'graphql'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { startDoors, type Doors } from '../testing/doors.ts'
import { createOpenApi, type OpenApiDocument } from './openapi.ts'

const customer = 'C-0014'

let doors: Doors
let token: string
/** Moves time for the BFF alone, so that cached answers age. */
let ahead = 0
beforeAll(async () => {
  doors = await startDoors({ bffNow: () => new Date(Date.now() + ahead) })
  token = await doors.token(customer)
})
afterEach(() => {
  ahead = 0
  doors.system.simulator.faults.clear()
})
afterAll(() => doors.close())

const call = async (path: string, init: RequestInit = {}, bearer = token) => {
  const headers = { authorization: `Bearer ${bearer}`, ...(init.headers as Record<string, string>) }
  const response = await fetch(`${doors.system.bff.url}/api/v1${path}`, { ...init, headers })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const post = (path: string, body: BodyInit, type = 'application/json') =>
  call(path, { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' } as RequestInit)
const errorOf = ({ text }: { text: string }) => (JSON.parse(text) as { error: { code: string; message: string } }).error

describe('the OpenAPI document', () => {
  const document = async () => JSON.parse((await call('/openapi.json', {}, '')).text) as OpenApiDocument

  test('is valid, and served as it was printed from the schema', async () => {
    const served = await document()
    expect(served).toEqual(JSON.parse(JSON.stringify(createOpenApi(doors.contract))))
    await SwaggerParser.validate(structuredClone(served))
    expect(Object.keys(served.paths)).toEqual(doors.contract.operations.map(({ path }) => path))
  })

  test('describes every answer of many customers', async () => {
    const served = await document()
    const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }))
    ajv.addSchema({ $id: 'doors', ...served })
    const check = (schema: string, value: unknown) => {
      const validate = ajv.compile({ $ref: `doors#/components/schemas/${schema}` })
      expect({ schema, errors: validate(value) ? [] : validate.errors }).toEqual({ schema, errors: [] })
    }
    const reads = doors.contract.operations.filter(({ isWrite }) => !isWrite)
    const schemas = reads.map(({ path, output }) => [path, String(getNamedType(output))] as const)
    expect(schemas.length).toBeGreaterThan(4)
    for (const { id } of doors.system.simulator.customers.slice(0, 30)) {
      const own = await doors.token(id)
      for (const [path, schema] of schemas) {
        const { status, text } = await call(path, {}, own)
        expect(status, `${path} of ${id}`).toBe(200)
        check(schema, JSON.parse(text))
        expect(text).not.toMatch(/[:[,]null/)
      }
    }
    doors.system.simulator.faults.set('all', { kind: 'error', status: 500 })
    const other = await doors.token(doors.system.simulator.customers[40]?.id ?? '')
    for (const [path, schema] of schemas) check(schema, JSON.parse((await call(path, {}, other)).text))
    check('Error', JSON.parse((await call('/me', {}, 'x')).text))
  })

  test('tells the members of a union apart: another kind’s payload does not pass', async () => {
    const ajv = addFormats.default(new Ajv({ strict: false }))
    ajv.addSchema({ $id: 'doors', ...(await document()) })
    const validate = ajv.compile({ $ref: 'doors#/components/schemas/Mosaic' })
    const home = JSON.parse((await call('/home')).text) as { widgets: Record<string, unknown>[] }
    expect(validate(home)).toBe(true)
    for (const changes of [
      { __typename: 'Unheard' },
      { __typename: 'BalanceWidget', balance: 5 },
      { state: 'SLEEPY' },
      { id: undefined },
    ]) {
      const widgets = home.widgets.map((widget) => ({ ...widget, ...changes }))
      expect({ changes, isValid: validate(JSON.parse(JSON.stringify({ ...home, widgets }))) }).toEqual({ changes, isValid: false })
    }
  })
})

describe('over HTTP', () => {
  test('answers are kept by nobody, in the language and for the device of the caller', async () => {
    const italian = await call('/home')
    const english = await call('/home', { headers: { 'accept-language': 'en' } })
    expect(italian.headers.get('cache-control')).toBe('no-store')
    expect(italian.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(italian.text).toContain('"lang":"it"')
    expect(english.text).not.toContain('"lang":"it"')
    const columns = async (formFactor: string) => (JSON.parse((await call(`/home?formFactor=${formFactor}`)).text) as Home).layout.columns
    expect([await columns('COMPACT'), await columns('EXPANDED'), await columns('')]).toEqual([4, 12, 4])
  })

  test.each([
    { name: 'a write by GET', path: '/top-up', init: { method: 'GET' }, status: 405, allow: 'POST' },
    { name: 'a read by POST', path: '/balance', init: { method: 'POST', body: '{}' }, status: 405, allow: 'GET' },
    { name: 'DELETE', path: '/bills', init: { method: 'DELETE' }, status: 405, allow: 'GET' },
    { name: 'the page by POST', path: '/', init: { method: 'POST', body: '{}' }, status: 405, allow: 'GET, HEAD' },
  ])('$name: $status', async ({ path, init, status, allow }) => {
    const answer = await call(path, init)
    expect([answer.status, answer.headers.get('allow'), errorOf(answer).code]).toEqual([status, allow, 'METHOD_NOT_ALLOWED'])
  })

  test('nobody: 401, and how to be somebody', async () => {
    const answer = await call('/me', { headers: { authorization: '' } })
    expect([answer.status, answer.headers.get('www-authenticate'), errorOf(answer).code]).toEqual([401, 'Bearer', 'UNAUTHENTICATED'])
  })

  test.each(['/nothing', '/balance/', '/Home', '/openapi', '/..%2f..%2fgraphql'])('%s: 404', async (path) => {
    const answer = await call(path)
    expect([answer.status, errorOf(answer).code]).toEqual([404, 'NOT_FOUND'])
  })

  test('another customer’s line: 404; a brand without a release: 503', async () => {
    const line = await call('/balance?line=L-0018-1')
    expect([line.status, errorOf(line).code]).toEqual([404, 'LINE_NOT_FOUND'])
    const elsewhere = await doors.system.simulator.issueToken(customer, { claims: { brand: 'borealis' } })
    const brand = await call('/bills', {}, elsewhere)
    expect([brand.status, errorOf(brand).code]).toEqual([503, 'BRAND_NOT_PUBLISHED'])
  })

  test('a customer without lines has bills and a home, and no balance', async () => {
    const alone = await doors.system.simulator.issueToken(customer, { claims: { lines: [] } })
    expect((await call('/bills', {}, alone)).status).toBe(200)
    expect((await call('/home', {}, alone)).status).toBe(200)
    const balance = await call('/balance', {}, alone)
    expect([balance.status, errorOf(balance).code]).toEqual([404, 'LINE_NOT_FOUND'])
  })

  test.each([
    { query: '?lines=L-0014-1', names: 'lines' },
    { query: '?line=L-0014-1&line=L-0018-1', names: 'line' },
    { query: '?__proto__=1', names: '__proto__' },
  ])('$query is refused by its name', async ({ query, names }) => {
    const answer = await call(`/balance${query}`)
    expect(answer.status).toBe(400)
    expect(errorOf(answer)).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(`The ${names} cannot be used`) })
  })

  test.each([
    { name: 'no JSON', body: '{"lineId":', status: 400, code: 'BAD_INPUT' },
    { name: 'no object', body: '[1]', status: 400, code: 'BAD_INPUT' },
    { name: 'nothing', body: '', status: 400, code: 'BAD_INPUT' },
    { name: 'a form', body: 'lineId=L', type: 'application/x-www-form-urlencoded', status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' },
    { name: 'too much', body: JSON.stringify({ lineId: 'x'.repeat(20_000) }), status: 413, code: 'BODY_TOO_LARGE' },
  ])('a body with $name: $status', async ({ body, type, status, code }) => {
    const answer = await post('/top-up', body, type)
    expect([answer.status, errorOf(answer).code]).toEqual([status, code])
  })

  test('a body of no told length is bounded too', async () => {
    const chunks = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(1_024).fill(32)) })
    const answer = await post('/top-up', chunks)
    expect([answer.status, errorOf(answer).code]).toEqual([413, 'BODY_TOO_LARGE'])
  })

  test('what goes wrong inside never leaves', async () => {
    const spy = vi.spyOn(doors.system.bff.engine, 'get').mockImplementation(() => {
      throw new Error('canary-db-7-password')
    })
    const answer = await call('/bills')
    spy.mockRestore()
    expect([answer.status, errorOf(answer).code]).toEqual([500, 'INTERNAL_SERVER_ERROR'])
    expect(answer.text).not.toMatch(/canary|node_modules|\.ts|stack/)
  })
})

describe('an answer ages', () => {
  const bills = async () => JSON.parse((await call('/bills')).text) as { state: string; freshness?: Age; issue?: { code: string } }

  test('READY, then STALE when its system cannot give a newer one, then FAILED', async () => {
    const fresh = await bills()
    expect(fresh).toMatchObject({ state: 'READY', freshness: { isStale: false } })
    expect(fresh).not.toHaveProperty('issue')
    doors.system.simulator.faults.set('bills', { kind: 'error', status: 500 })
    ahead = Date.parse(fresh.freshness?.staleAfter ?? '') - Date.now() + 1_000
    expect(await bills()).toMatchObject({ state: 'STALE', freshness: { isStale: true, fetchedAt: fresh.freshness?.fetchedAt } })
    ahead = Date.parse(fresh.freshness?.expiresAt ?? '') - Date.now() + 1_000
    const failed = await bills()
    expect(failed).toMatchObject({ state: 'FAILED', issue: { code: 'BSS_UNAVAILABLE' } })
    expect(failed).not.toHaveProperty('freshness')
    expect(failed).not.toHaveProperty('bills')
  })
})

describe('the page about it', () => {
  test.each(['', '/'])('stands at /api/v1%s and needs nothing from elsewhere', async (path) => {
    const page = await call(path, {}, '')
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const links = [...page.text.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, link]) => link)
    expect(links).toContain('/api/v1/documentation.css')
    for (const link of links) expect([link, (await fetch(`${doors.system.bff.url}${link}`)).status]).toEqual([link, 200])
    // The policy of this server lets no inline script or style work.
    expect(page.text).not.toMatch(/<script|style=|\son\w+=/)
  })

  test('tells every operation, and every link of it leads somewhere', async () => {
    const { text } = await call('/', {}, '')
    for (const { path } of doors.contract.operations) expect(text).toContain(`<code>/api/v1${path}</code>`)
    const anchors = [...text.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor)
    expect(anchors.length).toBeGreaterThan(50)
    for (const anchor of new Set(anchors)) expect(text).toContain(`id="${anchor}"`)
  })
})

type Age = { fetchedAt: string; staleAfter: string; expiresAt: string; isStale: boolean }
type Home = { layout: { columns: number } }
