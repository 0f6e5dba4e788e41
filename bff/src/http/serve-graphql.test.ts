import { once } from 'node:events'
import { Agent, request as ask, ServerResponse, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { documentId } from '../graphql/trusted-documents.ts'
import { startPlannedSystem, tinyDocument, type PlannedSystem } from '../graphql/plan/testing/planned-system.ts'
import { homeDocument } from '../testing/system.ts'
import { soon } from './testing/soon.ts'

/* How an answer goes out, to the byte. Who has answered is what the figures say. */

const day = 24 * 3_600_000
const [customer, plain] = ['C-0014', { 'accept-encoding': 'identity' }]
let planned: PlannedSystem
let token: string
beforeAll(async () => {
  planned = await startPlannedSystem()
  token = await planned.token(customer)
})
afterAll(() => planned.close())
beforeEach(() => {
  // What was kept is not given again; in which type to answer is known.
  planned.now += day
  planned.system.simulator.faults.clear()
})

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string; of?: PlannedSystem; agent?: Agent }
type Came = { status: number | undefined; headers: IncomingHttpHeaders; bytes: Buffer; by: string }

const bodyOf = (text = homeDocument, variables: object = {}) => JSON.stringify({ documentId: `sha256:${documentId(text)}`, variables })
const pathOf = (text = homeDocument, variables: object = {}) =>
  `/graphql?${new URLSearchParams({ documentId: `sha256:${documentId(text)}`, variables: JSON.stringify(variables) }).toString()}`
/** The same question in other words, which nobody has planned. */
const unplanned = JSON.stringify({ query: `${homeDocument} # in other words` })

async function send({ method = 'POST', path = '/graphql', headers = {}, body = bodyOf(), of = planned, agent }: Sent = {}): Promise<Came> {
  const kinds = ['kept', 'plan', 'executor']
  const before = kinds.map(of.count)
  const hasBody = method === 'POST' || method === 'PUT'
  const own = {
    authorization: `Bearer ${token}`,
    ...(hasBody && { 'content-type': 'application/json' }),
    ...plain,
    ...headers,
  }
  const asked = ask(new URL(path, of.system.bff.url), { method, headers: own, ...(agent && { agent }) }).end(hasBody ? body : undefined)
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const bytes = await buffer(response)
  const by = kinds.filter((kind, index) => of.count(kind) > (before[index] ?? 0)).join()
  return { status: response.statusCode, headers: response.headers, bytes, by }
}
const get = (headers: Record<string, string> = {}, path = pathOf()) => send({ method: 'GET', path, headers })
const codeOf = ({ bytes }: Came) =>
  (JSON.parse(bytes.toString()) as { errors?: { extensions?: { code?: string } }[] }).errors?.[0]?.extensions?.code
const until = (by: string, sent: Sent) => expect.poll(async () => (await send(sent)).by, soon).toBe(by)

describe('an answer by plan', () => {
  test('says how long it is, and goes out at once', async () => {
    await until('kept', {})
    const [write, end] = [vi.spyOn(ServerResponse.prototype, 'write'), vi.spyOn(ServerResponse.prototype, 'end')]
    const { status, headers, bytes, by } = await send()
    expect([status, by, headers['content-length'], headers['transfer-encoding']]).toEqual([200, 'kept', String(bytes.length), undefined])
    expect([write.mock.calls.length, end.mock.calls.length]).toEqual([0, 1])
  })

  test('has the headers of one by the executor, and nobody may keep it', async () => {
    await until('kept', {})
    const [one, other] = [await send(), await send({ body: unplanned })]
    expect([one.by, other.by]).toEqual(['kept', 'executor'])
    const own = ({ headers }: Came) => Object.entries(headers).filter(([name]) => name !== 'date' && name !== 'content-length')
    expect(Object.fromEntries(own(one))).toEqual(Object.fromEntries(own(other)))
    expect(one.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  })

  test('is counted by who has answered', async () => {
    await until('kept', {})
    planned.now += day
    const figures = async () => {
      const text = await planned.system.bff.metrics.registry.metrics()
      return ['kept', 'plan', 'executor'].map((by) =>
        Number(new RegExp(`^bff_home_answers_total\\{by="${by}"\\} (\\d+)$`, 'm').exec(text)?.[1]),
      )
    }
    const before = await figures()
    for (const body of [bodyOf(), bodyOf(), bodyOf(), unplanned]) await send({ body })
    expect((await figures()).map((figure, index) => figure - (before[index] ?? 0))).toEqual([2, 1, 1])
  })
})

describe('encoding', () => {
  test.each<[string, 'gzip' | 'br' | undefined]>([
    ['gzip', 'gzip'], ['br', 'br'], ['GZIP', 'gzip'], ['*', 'gzip'], ['gzip, deflate, br', 'gzip'], ['br;q=1.0, gzip;q=0.5', 'gzip'],
    ['gzip;q=0, br', 'br'], ['gzip;q=0, *', 'br'], ['gzip ; q=0.000 , *;q=0.1', 'br'], ['gzip;q=0.001', 'gzip'],
    ['identity', undefined], ['deflate, zstd', undefined], ['*;q=0', undefined], ['gzip;q=0', undefined], ['gzip;q=much', undefined],
    ['', undefined], [`${'x'.repeat(300)}, gzip`, undefined],
  ])('"%s" gets %s', async (accepted, encoding) => {
    const headers = { 'accept-encoding': accepted }
    await until('kept', { headers })
    const text = (await send()).bytes.toString()
    const decode = { gzip: gunzipSync, br: brotliDecompressSync, none: (bytes: Buffer) => bytes }[encoding ?? 'none']
    for (const body of [bodyOf(), unplanned]) {
      const { headers: came, bytes } = await send({ headers, body })
      expect([came['content-encoding'], came['content-length']]).toEqual([encoding, String(bytes.length)])
      const decoded = decode(bytes).toString()
      if (body !== unplanned) expect(decoded).toBe(text)
      expect(JSON.parse(decoded)).toMatchObject({ data: { me: { id: customer } } })
    }
  }) // prettier-ignore

  test('what fits into the first packets anyway goes out as it is', async () => {
    const sent = { body: bodyOf(tinyDocument), headers: { 'accept-encoding': 'gzip' } }
    await until('kept', sent)
    const { headers, bytes } = await send(sent)
    expect(headers['content-encoding']).toBeUndefined()
    expect(bytes.toString()).toMatch(/^\{"data":\{"mosaic"/)
  })
})

describe('asked again', () => {
  const tag = async () => {
    await until('kept', { method: 'GET', path: pathOf() })
    return (await get()).headers.etag as string
  }

  test('by GET, the same answer is none: 304, without a body', async () => {
    const etag = await tag()
    const { status, headers, bytes, by } = await get({ 'if-none-match': etag })
    expect([status, headers.etag, bytes.length, by]).toEqual([304, etag, 0, 'kept'])
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    // However it is encoded.
    expect((await get({ 'accept-encoding': 'gzip' })).headers.etag).toBe(etag)
    expect((await get({ 'accept-encoding': 'br', 'if-none-match': etag })).status).toBe(304)
  })

  test.each(['"none"', 'W/"none"', ''])('by GET with the tag %s of another answer, all of it', async (other) => {
    const etag = await tag()
    expect(await get({ 'if-none-match': other })).toMatchObject({ status: 200, headers: { etag } })
  })

  test('by POST, all of it, and without a tag', async () => {
    const etag = await tag()
    const { status, headers } = await send({ headers: { 'if-none-match': etag } })
    expect([status, headers.etag]).toEqual([200, undefined])
  })

  test.each<[string, () => Promise<unknown> | void]>([
    ['the moment', () => void (planned.now += day)],
    ['the release', () => planned.publish()],
    [
      'the data',
      async () => {
        const line = planned.system.simulator.customers.find(({ id }) => id === customer)?.lines[0]?.id
        const input = { lineId: line, amount: 500, idempotencyKey: `one-tap-${planned.now}` }
        const query = 'mutation ($input: TopUpInput!) { topUp(input: $input) { status } }'
        expect(JSON.parse((await send({ body: JSON.stringify({ query, variables: { input } }) })).bytes.toString())).toMatchObject({
          data: { topUp: { status: 'completed' } },
        })
      },
    ],
  ])('after another has come, all of it: %s', async (_, change) => {
    const etag = await tag()
    await change()
    const came = await get({ 'if-none-match': etag })
    expect([came.status, came.by]).toEqual([200, 'plan'])
    expect(came.headers.etag).not.toBe(etag)
  })

  test('another customer has another tag', async () => {
    const etag = await tag()
    const came = await get({ 'if-none-match': etag, authorization: `Bearer ${await planned.token('C-0009')}` })
    expect(came.status).toBe(200)
  })
})

describe('the executor answers', () => {
  test.each<[string, Sent, number, string | undefined]>([
    ['nobody', { headers: { authorization: '' } }, 401, 'UNAUTHENTICATED'],
    ['a line that is not his', { body: bodyOf(homeDocument, { line: 'L-9999-1' }) }, 200, 'LINE_NOT_FOUND'],
    ['a page that does not exist', { body: bodyOf(homeDocument, { surface: 'winter' }) }, 200, 'SURFACE_NOT_FOUND'],
    ['a variable of another type', { body: bodyOf(homeDocument, { formFactor: 'HUGE' }) }, 400, undefined],
    ['no JSON', { body: '{' }, 400, 'BAD_REQUEST'],
    ['a parameter that nobody knows', { body: JSON.stringify({ ...(JSON.parse(bodyOf()) as object), extra: 1 }) }, 400, 'BAD_REQUEST'],
    ['a document that nobody knows', { body: JSON.stringify({ documentId: 'sha256:none' }) }, 400, 'DOCUMENT_NOT_FOUND'],
  ])('what is wrong: %s', async (_, sent, status, code) => {
    await until('kept', {})
    const came = await send(sent)
    expect([came.by, came.status, codeOf(came)]).toEqual(['executor', status, code])
    expect((await send()).by).toBe('kept')
  })

  test('who belongs to a brand that has published nothing', async () => {
    await until('kept', {})
    const other = await planned.system.simulator.issueToken(customer, { claims: { brand: 'borealis' } })
    const came = await send({ headers: { authorization: `Bearer ${other}` } })
    expect([came.by, codeOf(came)]).toEqual(['executor', 'BRAND_NOT_PUBLISHED'])
  })

  test.each([
    ['HEAD', 405],
    ['PUT', 405],
    ['DELETE', 405],
  ])('%s, with %i', async (method, status) => {
    const came = await send({ method })
    expect([came.by, came.status]).toEqual(['executor', status])
  })

  test.each<[string, Sent]>([
    ['another type than JSON', { headers: { 'content-type': 'text/plain' } }],
    ['an address that says more', { path: '/graphql?a=b' }],
  ])('%s', async (_, sent) => {
    await until('kept', {})
    expect((await send(sent)).by).toBe('executor')
  })

  test('an Accept it has not seen, once: from then on its type is known', async () => {
    const headers = { accept: 'application/graphql-response+json, */*;q=0.1' }
    const [first, second] = [await send({ headers }), await send({ headers })]
    expect([first.by, second.by]).toEqual(['executor', 'plan'])
    expect(first.headers['content-type']).toBe('application/graphql-response+json; charset=utf-8')
    expect(second.headers['content-type']).toBe(first.headers['content-type'])
  })

  test.each(['text/html', 'text/event-stream', 'multipart/mixed'])(
    'an Accept that no plan can serve, every time, in one piece: %s',
    async (accept) => {
      for (const encoding of ['identity', 'gzip']) {
        const came = await send({ headers: { accept, 'accept-encoding': encoding } })
        expect([came.by, came.headers['content-length'], came.headers['transfer-encoding']]).toEqual([
          'executor',
          String(came.bytes.length),
          undefined,
        ])
        // Yoga writes "none" where a stream is not to be encoded on its way.
        expect(came.headers['content-encoding']).toBe(
          accept === 'text/event-stream' ? 'none' : came.headers['content-encoding'] && encoding,
        )
      }
    },
  )

  test('one that fails teaches nothing', async () => {
    const headers = { accept: 'application/json;q=0.77' }
    expect((await send({ headers: { ...headers, authorization: '' } })).status).toBe(401)
    expect((await send({ headers })).by).toBe('executor')
    expect((await send({ headers })).by).toBe('plan')
  })
})

describe('bounds', () => {
  test('nothing asked, nothing executed', async () => {
    const came = await send({ body: '' })
    expect([came.status, codeOf(came), came.by]).toEqual([400, 'BAD_REQUEST', ''])
  })

  test('a body that is too large is refused unread, and is the last on its connection', async () => {
    const came = await send({ body: JSON.stringify({ query: 'x'.repeat(300_000) }) })
    expect([came.status, codeOf(came), came.by, came.headers.connection]).toEqual([413, 'BODY_TOO_LARGE', '', 'close'])
  })
})

test('a server that closes says so with every answer by plan, and cuts none', async () => {
  const other = await startPlannedSystem({ DRAIN_MS: '5000' })
  token = await other.token(customer)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  await until('kept', { of: other, agent })
  const closed = other.close()
  const came = await send({ of: other, agent })
  expect([came.status, came.by, came.headers.connection]).toEqual([200, 'kept', 'close'])
  expect(JSON.parse(came.bytes.toString())).toMatchObject({ data: { me: { id: customer } } })
  await closed
  agent.destroy()
  token = await planned.token(customer)
})
