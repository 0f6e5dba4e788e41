import { connect } from 'node:http2'
import { afterEach, describe, expect, test } from 'vitest'
import { documentId } from '../graphql/trusted-documents.ts'
import { certificateFiles } from '../http/testing/server.ts'
import { askOver2, http2Session } from '../http/testing/http2-client.ts'
import { soon } from '../http/testing/soon.ts'
import type { DeskNews, Staff } from './contract.ts'
import { startCareServer, type CareServer } from './testing/care-server.ts'

const anna: Staff = { id: 'S-1', name: 'Anna Agente', brand: 'aurora', roles: ['agent'], locale: 'it' }
const nadia: Staff = { ...anna, id: 'S-4', name: 'Nadia Nessuno', roles: [] }
const listen = 'subscription Desk { desk { type id customerId agentId } }'
const told: DeskNews = { type: 'handOver', brand: 'aurora', at: new Date(), id: 'H-1', customerId: 'C-1', agentId: 'S-1' }

let care: CareServer
afterEach(() => care.close())
async function start(options: Parameters<typeof startCareServer>[0] = {}): Promise<CareServer> {
  care = await startCareServer(options)
  care.people.set('anna', anna).set('nadia', nadia)
  return care
}

type Sent = { token?: string; body?: object | string; headers?: Record<string, string>; signal?: AbortSignal; method?: string }
function send({ token = 'anna', body = { query: '{ staff { name } }' }, headers = {}, signal, method = 'POST' }: Sent = {}) {
  return fetch(care.url, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  })
}
const codeOf = async (response: Response) =>
  ((await response.json()) as { errors?: { extensions?: { code?: string } }[] }).errors?.[0]?.extensions?.code

/** A stream and what has come over it so far. */
async function hear(sent: Sent = {}) {
  const leaving = new AbortController()
  const asked = { body: { query: listen }, signal: leaving.signal, ...sent }
  const response = await send({ ...asked, headers: { accept: 'text/event-stream', ...sent.headers } })
  let text = ''
  const over = (async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) text += chunk
    return 'ended' as const
  })().catch(() => 'cut' as const)
  return { response, text: () => text, over, leave: () => leaving.abort() }
}
const until = (stream: { text(): string }, part: string) => expect.poll(() => stream.text(), soon).toContain(part)

describe('an answer', () => {
  test('is the agent’s alone, and nobody keeps it', async () => {
    await start()
    const response = await send()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({ data: { staff: { name: 'Anna Agente' } } })
  })

  test.each([
    ['nobody’s token', { token: 'nobody' }, 401, 'UNAUTHENTICATED'],
    ['somebody without a role', { token: 'nadia' }, 403, 'FORBIDDEN'],
    ['a body above the bound', { body: ' '.repeat(64 * 1024 + 1) }, 413, 'BODY_TOO_LARGE'],
    ['no body', { body: '' }, 400, 'BAD_REQUEST'],
    ['a question in the address', { method: 'GET' }, 405, 'METHOD_NOT_ALLOWED'],
  ] satisfies [string, Sent, number, string][])('%s is refused', async (_what, sent, status, code) => {
    await start()
    const response = await send(sent)
    expect([response.status, await codeOf(response)]).toEqual([status, code])
  })

  test('to more than one answer may cost is refused', async () => {
    await start()
    const greedy = `{ ${['a', 'b', 'c', 'd', 'e'].map((name) => `${name}: staff { id }`).join(' ')} }`
    expect(await codeOf(await send({ body: { query: greedy } }))).toBe('DOCUMENT_TOO_LARGE')
  })

  test('of a document that is not known is refused where only those are answered', async () => {
    const document = 'query Staff { staff { id } }'
    await start({ areOtherDocumentsAllowed: false, documents: { 'staff.graphql': document } })
    expect(await codeOf(await send())).toBe('DOCUMENT_NOT_TRUSTED')
    expect(await (await send({ body: { documentId: `sha256:${documentId(document)}` } })).json()).toEqual({
      data: { staff: { id: 'S-1' } },
    })
  })
})

describe('a stream of news', () => {
  test('begins at once, and tells what happens as it happens', async () => {
    await start()
    const stream = await hear()
    expect(stream.response.headers.get('content-type')).toContain('text/event-stream')
    expect(stream.response.headers.get('cache-control')).toBe('no-store')
    expect(stream.response.headers.get('content-encoding')).toBeNull()
    await until(stream, ':\n\n')
    // It takes no place among the requests that are being answered.
    await expect.poll(() => care.running(), soon).toBe(0)
    care.feed.tell({ ...told, brand: 'nova', id: 'H-0' })
    care.feed.tell(told)
    await until(stream, 'event: next\ndata: {"data":{"desk":{"type":"handOver","id":"H-1","customerId":"C-1","agentId":"S-1"}}}\n\n')
    expect(stream.text()).not.toContain('H-0')
    care.feed.tell({ type: 'reload', brand: 'aurora', at: new Date() })
    await until(stream, '{"type":"reload","id":null,"customerId":null,"agentId":null}')
    stream.leave()
    expect(await stream.over).toBe('cut')
  })

  test('ends its source when the desk leaves', async () => {
    await start({ maxStreams: 1 })
    const first = await hear()
    await until(first, ':')
    expect(await care.metrics.registry.metrics()).toContain('bff_desk_streams 1\n')
    expect((await hear()).response.status).toBe(503)
    first.leave()
    // Its place is free again.
    await expect
      .poll(async () => {
        const again = await hear()
        const { status } = again.response
        again.leave()
        return status
      }, soon)
      .toBe(200)
  })

  test('of somebody who may not is refused, and takes no place', async () => {
    await start({ maxStreams: 1 })
    for (const [token, status, code] of [['nobody', 401, 'UNAUTHENTICATED'], ['nadia', 403, 'FORBIDDEN']] as const) {
      const stream = await hear({ token })
      expect([stream.response.status, await stream.over]).toEqual([status, 'ended'])
      expect(stream.text()).toContain(`"code":"${code}"`)
    } // prettier-ignore
    await expect.poll(async () => (await hear()).response.status, soon).toBe(200)
  })

  test('ends with the token: nothing more is told', async () => {
    await start()
    const stream = await hear()
    await until(stream, ':')
    care.people.delete('anna')
    care.feed.tell(told)
    expect(await stream.over).toBe('ended')
    expect(stream.text()).not.toContain('H-1')
    expect(stream.text()).toContain('event: complete')
  })

  test('ends with the role', async () => {
    await start()
    const stream = await hear()
    await until(stream, ':')
    care.people.set('anna', { ...anna, roles: [] })
    care.feed.tell(told)
    expect(await stream.over).toBe('ended')
    expect(stream.text()).not.toContain('H-1')
  })

  test('ends at once when the server closes, which then waits for nobody', async () => {
    await start()
    const streams = await Promise.all(Array.from({ length: 5 }, () => hear()))
    await Promise.all(streams.map((stream) => until(stream, ':')))
    care.endStreams()
    expect(await Promise.all(streams.map(({ over }) => over))).toEqual(streams.map(() => 'ended'))
    expect((await hear()).response.status).toBe(503)
  })
})

test('over HTTP/2 there are the same answers and streams', async () => {
  const files = await certificateFiles()
  await start({ tls: files })
  const session = http2Session(care.server.url, files.certificates.ca)
  const headers = { ':path': '/care/graphql', ':method': 'POST', 'content-type': 'application/json', authorization: 'Bearer anna' }
  const plain = await askOver2(session, headers, JSON.stringify({ query: '{ staff { name } }' }))
  expect([plain.status, plain.headers['cache-control'], plain.text]).toEqual([200, 'no-store', '{"data":{"staff":{"name":"Anna Agente"}}}'])

  const [stays, leaves] = [0, 1].map(() => {
    const stream = session.request({ ...headers, accept: 'text/event-stream' }).setEncoding('utf8')
    let text = ''
    stream.on('data', (chunk: string) => (text += chunk)).on('error', () => {})
    stream.end(JSON.stringify({ query: listen }))
    return { stream, text: () => text }
  }) as [Over2, Over2]
  await until(stays, ':')
  await until(leaves, ':')
  leaves.stream.close()
  care.feed.tell(told)
  await until(stays, '"id":"H-1"')
  care.endStreams()
  await expect.poll(() => stays.stream.closed, soon).toBe(true)
  expect(stays.stream.rstCode).toBe(0)
  session.destroy()
  await files.remove()
})
type Over2 = { stream: ReturnType<ReturnType<typeof connect>['request']>; text(): string }
