import { constants, type ClientHttp2Session } from 'node:http2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentId } from '../graphql/trusted-documents.ts'
import { startPlannedSystem, type PlannedSystem } from '../graphql/plan/testing/planned-system.ts'
import { homeDocument } from '../testing/system.ts'
import { askOver2, http2Session } from './testing/http2-client.ts'
import { certificateFiles, type CertificateFiles } from './testing/server.ts'

/* The fast path over HTTP/2: the same answers, by the same ways. */

const customer = 'C-0014'
let files: CertificateFiles
let planned: PlannedSystem
let session: ClientHttp2Session
beforeAll(async () => {
  files = await certificateFiles()
  planned = await startPlannedSystem({ TLS_CERT_FILE: files.certFile, TLS_KEY_FILE: files.keyFile })
  session = http2Session(planned.system.bff.url, files.certificates.ca)
})
afterAll(async () => {
  session.destroy()
  await planned.close()
  await files.remove()
})

const id = `sha256:${documentId(homeDocument)}`
async function send(headers: Record<string, string>, body?: string) {
  const own = {
    ':path': '/graphql',
    ':method': body === undefined ? 'GET' : 'POST',
    authorization: `Bearer ${await planned.token(customer)}`,
  }
  const answer = await askOver2(session, { ...own, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers }, body)
  expect(answer.code).toBe(constants.NGHTTP2_NO_ERROR)
  return answer
}

test('the executor’s, a plan’s and a kept answer, with their lengths', async () => {
  const body = JSON.stringify({ documentId: id })
  const answers = [await send({}, body), await send({}, body), await send({}, body)]
  expect(['executor', 'plan', 'kept'].map(planned.count)).toEqual([1, 1, 1])
  for (const { status, headers, text } of answers) {
    expect([status, headers['content-length'], headers['cache-control']]).toEqual([200, String(Buffer.byteLength(text)), 'no-store'])
    expect(JSON.parse(text)).toMatchObject({ data: { me: { id: customer } } })
  }
  expect(answers[2]?.text).toBe(answers[1]?.text)
  const names = answers.map(({ headers }) => Object.keys(headers).sort())
  expect(names[1]).toEqual(names[0])
})

test('many at a time over one session', async () => {
  const before = planned.count('kept')
  const texts = await Promise.all(Array.from({ length: 80 }, () => send({}, JSON.stringify({ documentId: id }))))
  expect(new Set(texts.map(({ text }) => text)).size).toBe(1)
  expect(planned.count('kept') - before).toBe(80)
})

test('304 to who has it already', async () => {
  const path = `/graphql?${new URLSearchParams({ documentId: id }).toString()}`
  const first = await send({ ':path': path })
  const { etag } = first.headers
  expect([first.status, etag]).toEqual([200, expect.stringMatching(/^W\/"/)])
  const again = await send({ ':path': path, 'if-none-match': etag as string })
  expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag])
})

test.each(['text/event-stream', 'multipart/mixed'])('%s is told without what HTTP/2 has no place for', async (accept) => {
  const { status, headers, text } = await send({ accept }, JSON.stringify({ documentId: id }))
  expect([status, headers['content-type']]).toEqual([200, expect.stringContaining(accept)])
  expect(text).toContain(`"id":"${customer}"`)
})
