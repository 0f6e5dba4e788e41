import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { constants, type ClientHttp2Session } from 'node:http2'
import * as https from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { releaseBody } from '../testing/release-body.ts'
import { startSystem, type System } from '../testing/system.ts'
import { answerOf, askOver2, http2Session } from './testing/http2-client.ts'
import { certificateFiles, type CertificateFiles } from './testing/server.ts'
import { soon } from './testing/soon.ts'

/* The whole BFF behind its own certificate: whatever is asked, HTTP/2 says the same as HTTP/1.1. */

const image = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
const hash = createHash('sha256').update(image).digest('hex')
const logo = { id: 'logo', file: `${hash}.svg`, mime: 'image/svg+xml', width: 1, height: 1, focalX: 0.5, focalY: 0.5, alt: {} }

let files: CertificateFiles
let webDir: string
let system: System
let session: ClientHttp2Session
let token: string
const warnings: string[] = []
const noteWarning = ({ message }: Error) => void warnings.push(message)
beforeAll(async () => {
  process.on('warning', noteWarning)
  files = await certificateFiles()
  webDir = await mkdtemp(join(tmpdir(), 'mosaic-web-'))
  await mkdir(join(webDir, 'assets'))
  await writeFile(join(webDir, 'index.html'), '<!doctype html><title>home</title>')
  await writeFile(join(webDir, 'assets', 'large.js'), Buffer.alloc(20 * 1024 * 1024))
  const now = new Date()
  const env = { TLS_CERT_FILE: files.certFile, TLS_KEY_FILE: files.keyFile, WEB_HOME_DIR: webDir }
  system = await startSystem({ env, bffNow: () => now })
  await system.publish(releaseBody({ media: [logo] }), { number: 2, media: new Map([[`${hash}.svg`, image]]) })
  await system.bff.engine.check()
  session = http2Session(system.bff.url, files.certificates.ca)
  token = await system.simulator.issueToken('C-0014')
})
afterEach(() => system.simulator.faults.clear())
afterAll(async () => {
  session.destroy()
  await system.close()
  await rm(webDir, { recursive: true, force: true })
  await files.remove()
  process.off('warning', noteWarning)
})

const question = JSON.stringify({ query: '{ me { id } mosaic { widgets { id } } }' })
const json = { 'content-type': 'application/json' }
const soap = { 'content-type': 'text/xml; charset=utf-8' }
const envelope =
  '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><GetMe xmlns="urn:mosaic:self-care:1"/></e:Body></e:Envelope>'

type Asked = { path: string; method?: string; headers?: Record<string, string>; body?: string | Buffer }
type Told = { status: number | undefined; headers: Record<string, unknown>; text: string }

/** What belongs to the connection and the moment. */
const own = /^(date|connection|keep-alive|:status)$/
const told = (status: number | undefined, headers: object, text: string): Told => ({
  status,
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !own.test(name))),
  text,
})

async function over2({ path, method = 'GET', headers, body }: Asked): Promise<Told> {
  const asked = { ':path': path, ':method': method, authorization: `Bearer ${token}`, ...headers }
  const answer = await askOver2(session, asked, body)
  expect(answer.code).toBe(constants.NGHTTP2_NO_ERROR)
  return told(answer.status, answer.headers, answer.text)
}

function over1({ path, method = 'GET', headers, body }: Asked): Promise<Told> {
  const options: https.RequestOptions = { method, ca: files.certificates.ca, headers: { authorization: `Bearer ${token}`, ...headers } }
  return new Promise((resolve, reject) => {
    const asking = https.request(new URL(path, system.bff.url), options, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve(told(response.statusCode, response.headers, text)))
    })
    asking.on('error', reject).end(body)
  })
}

const asked: (Asked & { is: number })[] = [
  { path: '/healthz', is: 200 },
  { path: '/readyz', is: 200 },
  { path: '/app-config.json', is: 200 },
  { path: '/manifest.webmanifest', is: 200 },
  { path: `/media/aurora/${hash}.svg`, is: 200 },
  { path: `/media/aurora/${hash}.svg`, method: 'HEAD', is: 200 },
  { path: `/media/aurora/${hash}.svg`, headers: { 'if-none-match': `"${hash}"` }, is: 304 },
  { path: '/media/aurora/none.svg', is: 404 },
  { path: '/', is: 200 },
  { path: '/', method: 'HEAD', is: 200 },
  { path: '/bills', is: 200 },
  { path: '/', method: 'POST', body: 'x', is: 405 },
  { path: `/graphql?query=${encodeURIComponent('{ me { id } }')}`, is: 200 },
  { path: '/graphql', method: 'POST', headers: json, body: question, is: 200 },
  { path: '/graphql', method: 'POST', headers: { ...json, 'accept-encoding': 'gzip' }, body: question, is: 200 },
  { path: '/graphql', method: 'POST', headers: { ...json, authorization: 'Bearer x' }, body: question, is: 401 },
  { path: '/graphql', method: 'POST', headers: json, body: '{', is: 400 },
  { path: '/graphql', method: 'POST', headers: json, body: Buffer.alloc(300_000, ' '), is: 413 },
  { path: '/graphql', method: 'HEAD', is: 405 },
  { path: '/graphql', method: 'PUT', headers: json, body: question, is: 405 },
  { path: '/api/v1/', is: 200 },
  { path: '/api/v1/me', is: 200 },
  { path: '/api/v1/home', is: 200 },
  { path: '/api/v1/me', headers: { authorization: '' }, is: 401 },
  { path: '/api/v1/none', is: 404 },
  { path: '/api/v1/top-up', method: 'POST', headers: json, body: Buffer.alloc(20_000, ' '), is: 413 },
  { path: '/soap/v1', method: 'POST', headers: soap, body: envelope, is: 200 },
  { path: '/soap/v1', method: 'POST', headers: soap, body: Buffer.alloc(70_000, ' '), is: 413 },
  { path: `/${'a'.repeat(9_000)}`, is: 414 },
]

test.each(asked.map((one) => ({ method: 'GET', ...one })))('$method $path is $is', async ({ is, ...request }) => {
  const [two, one] = [await over2(request), await over1(request)]
  expect(two.status).toBe(is)
  expect(two).toEqual(one)
  expect(two.headers['strict-transport-security']).toBe('max-age=31536000')
})

test('the WSDL says where it was asked for', async () => {
  expect((await over2({ path: '/soap/v1?wsdl' })).text).toContain(`location="${system.bff.url}/soap/v1"`)
})

describe('who leaves before he is answered', () => {
  const inFlight = async () => Number(/bff_requests_in_flight (\d+)/.exec((await over2({ path: '/metrics' })).text)?.[1])
  const ask = (path: string, method: string, as = token) =>
    session.request({ ':path': path, ':method': method, authorization: `Bearer ${as}`, ...json })

  test('gives his place back', async () => {
    system.simulator.faults.set('usage', { kind: 'latency', ms: 300 })
    // Nobody has asked for this customer before.
    const other = await system.simulator.issueToken('C-0003')
    const whole = Array.from({ length: 10 }, () => ask('/graphql', 'POST', other).end(question))
    const half = Array.from({ length: 10 }, () => ask('/graphql', 'POST'))
    const resources = Array.from({ length: 10 }, () => ask('/api/v1/top-up', 'POST'))
    for (const stream of [...half, ...resources]) stream.write('{')
    await expect.poll(() => system.simulator.calls.of('usage').inFlight, soon).toBeGreaterThan(0)
    const streams = [...whole, ...half, ...resources]
    const answers = streams.map(answerOf)
    for (const stream of streams) stream.close(constants.NGHTTP2_CANCEL)
    await Promise.all(answers)
    await expect.poll(inFlight, soon).toBe(0)
  })

  test('leaves no file open', async () => {
    // Itself opened to be read, on every look.
    const files = () => readdirSync('/dev/fd').length
    expect((await over2({ path: '/healthz' })).status).toBe(200)
    const before = files()
    for (let count = 0; count < 20; count++) {
      const stream = ask('/assets/large.js', 'GET')
      await new Promise((resolve) => stream.once('data', resolve))
      const answer = answerOf(stream)
      stream.close(constants.NGHTTP2_CANCEL)
      await answer
    }
    await expect.poll(files, soon).toBeLessThanOrEqual(before)
  })
})

test('nothing that HTTP/2 has no place for was sent', () => expect(warnings).toEqual([]))
