import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReleaseEngine } from '../release/engine.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { serveCare } from './serve-care.ts'

const servers: Server[] = []
const issuer = 'https://staff.example/realm'
const nothingPublished: Pick<ReleaseEngine, 'get' | 'state'> = { get: () => undefined, state: () => [] }
let dir: string
let built: string
let notBuilt: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mosaic-care-'))
  await mkdir(join(dir, 'built', 'care', 'assets'), { recursive: true })
  await writeFile(join(dir, 'built', 'secret.txt'), 'not of the desk')
  await writeFile(join(dir, 'built', 'care', 'index.html'), '<!doctype html><title>desk</title>')
  await writeFile(join(dir, 'built', 'care', 'assets', 'index-1.js'), 'export {}')
  await writeFile(join(dir, 'built', 'care', 'assets', 'gone-1.js'), 'export {}')
  built = await listen(join(dir, 'built'))
  notBuilt = await listen(join(dir, 'not-built'))
})
afterAll(async () => {
  for (const server of servers) server.close()
  await rm(dir, { recursive: true, force: true })
})

test.each(['/care', '/care/', '/care?call=abc', '/care/customer/C-0001', '/care/signed-in?code=x', '/care/register'])(
  '%s is the page, asked for each time',
  async (path) => {
    const page = await fetch(built + path, { redirect: 'manual' })
    expect([page.status, page.headers.get('cache-control'), await page.text()]).toEqual([
      200,
      'no-cache',
      expect.stringContaining('<title>desk</title>'),
    ])
  },
)

test('assets are kept for ever; one that is missing is not the page', async () => {
  const asset = await fetch(`${built}/care/assets/index-1.js`)
  expect([asset.status, asset.headers.get('cache-control'), await asset.text()]).toEqual([
    200,
    expect.stringContaining('immutable'),
    'export {}',
  ])
  expect((await fetch(`${built}/care/assets/index-2.js`)).status).toBe(404)
})

test('a file that has gone since costs its own answer only', async () => {
  await rm(join(dir, 'built', 'care', 'assets', 'gone-1.js'))
  await expect(fetch(`${built}/care/assets/gone-1.js`).then((response) => response.text())).rejects.toThrow(/fetch failed|terminated/)
  expect((await fetch(`${built}/care`)).status).toBe(200)
})

test('it may talk to the staff’s provider, and stand in no frame', async () => {
  const policy = (await fetch(`${built}/care`)).headers.get('content-security-policy')
  expect(policy).toContain("connect-src 'self' https://staff.example;")
  expect(policy).toContain("frame-ancestors 'none'")
})

test('other paths are left to others, also those that only begin alike', async () => {
  for (const path of ['/', '/carex', '/surface/care', '/secret.txt', '/care/%2e%2e/secret.txt']) {
    expect(await (await fetch(built + path)).text()).toBe('somebody else')
  }
})

test('nothing but the desk’s own files', async () => {
  const response = await fetch(`${built}/care/..%2fsecret.txt`)
  expect(await response.text()).not.toContain('not of the desk')
})

test('takes nothing but questions', async () => {
  expect((await fetch(`${built}/care`, { method: 'POST' })).status).toBe(405)
})

test('not built, or nothing published: says what to do', async () => {
  const page = await fetch(`${notBuilt}/care`)
  expect([page.status, await page.json()]).toEqual([404, { error: { code: 'NOT_BUILT', message: expect.stringContaining('CARE_DIR') } }])
  const config = await fetch(`${notBuilt}/care/config.json`)
  expect([config.status, await config.json()]).toEqual([
    503,
    { error: { code: 'BRAND_NOT_PUBLISHED', message: expect.stringContaining('Publish') } },
  ])
})

async function listen(folder: string): Promise<string> {
  const handle = serveCare({
    engine: nothingPublished,
    webBrand: undefined,
    identity: { issuer, clientId: 'mosaic-care' },
    dir: folder,
    secure: securityHeaders(issuer),
  })
  const server = createServer((request, response) => {
    const isTaken = handle(request, response, new URL(request.url ?? '/', 'http://bff.invalid'))
    if (isTaken === false) response.end('somebody else')
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
