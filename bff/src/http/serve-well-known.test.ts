import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrandCare } from '@mosaic/schemas/release'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSystem, type System } from '../testing/system.ts'
import { releaseBody } from '../testing/release-body.ts'
import { securityHeaders } from './security-headers.ts'
import { serveWebHome } from './serve-web-home.ts'
import { serveWellKnown } from './serve-well-known.ts'
import { startServer, type TestServer } from './testing/server.ts'

/* What the devices of customers ask to know whether an app may open the links of care. */

const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':')
const care: BrandCare = {
  smsSender: 'Aurora',
  linkOrigin: 'https://app.aurora.example',
  slotMinutes: 30,
  hours: [],
  holidays: [],
  iosAppIds: ['ABCDE12345.it.aurora.mobile'],
  androidApps: [{ package: 'it.aurora.mobile', fingerprints: [fingerprint] }],
  stores: { ios: 'https://apps.apple.com/app/id1' },
}
const { brand } = releaseBody()

let system: System
let two: TestServer
let dir: string
beforeAll(async () => {
  system = await startSystem({ body: releaseBody({ brand: { ...brand, care } }) })
  // A house of two brands: one has apps, the other has none.
  const releases = { aurora: { brand: { ...brand, care } }, brezza: { brand: { ...brand, id: 'brezza' } } }
  const engine = {
    get: (name: string) => releases[name as keyof typeof releases],
    state: () => Object.keys(releases).map((name) => ({ brand: name, live: true })),
  } as unknown as System['bff']['engine']
  const handle = serveWellKnown({ engine, webBrand: 'brezza' })
  two = await startServer((request, response) => void handle(request, response, new URL(request.url ?? '/', 'http://bff.invalid')))
  dir = await mkdtemp(join(tmpdir(), 'mosaic-web-'))
  await writeFile(join(dir, 'index.html'), '<!doctype html><title>home</title>')
})
afterAll(async () => {
  await system.close()
  await two.close()
  await rm(dir, { recursive: true, force: true })
})

const get = (path: string, init?: RequestInit) => fetch(system.bff.url + path, { redirect: 'error', ...init })

test('iOS is told which apps open links of care, and which paths stay in the browser: first what is left out, for the first that fits decides', async () => {
  const response = await get('/.well-known/apple-app-site-association')
  expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
    200,
    'application/json',
    'public, max-age=3600',
  ])
  expect(await response.json()).toEqual({
    applinks: {
      details: [{ appIDs: ['ABCDE12345.it.aurora.mobile'], components: [{ '/': '/a/verif*', exclude: true }, { '/': '/a/*' }] }],
    },
  })
})

test('Android is told the apps and the fingerprints of their keys', async () => {
  const response = await get('/.well-known/assetlinks.json')
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json'])
  expect(await response.json()).toEqual([
    {
      relation: ['delegate_permission/common.handle_all_urls'],
      target: { namespace: 'android_app', package_name: 'it.aurora.mobile', sha256_cert_fingerprints: [fingerprint] },
    },
  ])
})

test('nothing else is known there, and only questions are taken', async () => {
  expect((await get('/.well-known/security.txt')).headers.get('content-type')).not.toBe('application/json')
  expect((await get('/.well-known/assetlinks.json', { method: 'POST' })).status).toBe(405)
})

test('each host speaks of its own brand; one whose brand has no apps says so, and a made-up host gets what the web home has', async () => {
  const ask = (host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const asked = httpRequest(`${two.url}/.well-known/assetlinks.json`, { headers: { host } }, ({ statusCode }) => resolve(statusCode))
      asked.on('error', reject).end()
    })
  expect(await Promise.all([ask('app.aurora.example'), ask('APP.aurora.example'), ask('app.brezza.example'), ask('evil.example')])).toEqual(
    [200, 200, 404, 404],
  )
})

test('the app is told that there is care, and where the stores have it; without care it is told nothing', async () => {
  expect(await (await get('/app-config.json')).json()).toMatchObject({ care: { stores: care.stores } })
})

test('the page of a link is kept by nobody and tells nobody where it was: not with a token, not without', async () => {
  const handle = serveWebHome(dir)
  const secure = securityHeaders('https://login.aurora.example')
  const server = await startServer((request, response) => {
    secure.apply(response)
    void handle(request, response, new URL(request.url ?? '/', 'http://bff.invalid'))
  })
  try {
    for (const path of ['/a', '/a/', '/a/AAAAAAAAAAAAAAAAAAAAAA', '/a/x%2Fy', `/a/${'x'.repeat(2_000)}`]) {
      const { status, headers } = await fetch(server.url + path)
      expect([path, status, headers.get('cache-control'), headers.get('referrer-policy'), headers.get('x-robots-tag')]).toEqual([
        path,
        200,
        'no-store',
        'no-referrer',
        'noindex, nofollow',
      ])
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    }
    expect((await fetch(`${server.url}/about`)).headers.get('cache-control')).toBe('no-cache')
  } finally {
    await server.close()
  }
})
