import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Handler } from './handler.ts'
import { serveGallery } from './serve-gallery.ts'

const servers: Server[] = []
let dir: string
let built: string
let notBuilt: string

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mosaic-gallery-'))
  await mkdir(join(dir, 'built', 'gallery', 'assets'), { recursive: true })
  await writeFile(join(dir, 'built', 'secret.txt'), 'not of the gallery')
  await writeFile(join(dir, 'built', 'gallery', 'index.html'), '<!doctype html><title>gallery</title>')
  await writeFile(join(dir, 'built', 'gallery', 'assets', 'index-1.js'), 'export {}')
  built = await listen(serveGallery(join(dir, 'built')))
  notBuilt = await listen(serveGallery(join(dir, 'not-built')))
})
afterAll(async () => {
  for (const server of servers) server.close()
  await rm(dir, { recursive: true, force: true })
})

test('the page, asked for each time, and its assets, kept for ever', async () => {
  const page = await fetch(`${built}/gallery/`)
  expect([page.status, page.headers.get('cache-control'), await page.text()]).toEqual([
    200,
    'no-cache',
    expect.stringContaining('<title>gallery</title>'),
  ])
  const asset = await fetch(`${built}/gallery/assets/index-1.js`)
  expect([asset.status, asset.headers.get('cache-control'), await asset.text()]).toEqual([
    200,
    expect.stringContaining('immutable'),
    'export {}',
  ])
})

test('without its slash it leads to the page', async () => {
  const response = await fetch(`${built}/gallery`, { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([308, '/gallery/'])
})

test.each(['/gallery/nothing.js', '/gallery/..%2fsecret.txt', '/gallery/assets/'])('%s is not there', async (path) => {
  const response = await fetch(built + path)
  expect(response.status).not.toBe(200)
  expect(await response.text()).not.toContain('not of the gallery')
})

test('other paths are left to others, also those that only begin alike', async () => {
  for (const path of ['/', '/galleryx', '/surface/gallery', '/secret.txt', '/gallery/%2e%2e/secret.txt']) {
    expect(await (await fetch(built + path)).text()).toBe('somebody else')
  }
})

test('takes nothing but questions', async () => {
  expect((await fetch(`${built}/gallery/`, { method: 'POST' })).status).toBe(405)
})

test('not built: says what to do', async () => {
  const response = await fetch(`${notBuilt}/gallery/`)
  expect([response.status, await response.json()]).toEqual([
    404,
    { error: { code: 'NOT_BUILT', message: expect.stringContaining('GALLERY_DIR') } },
  ])
})

async function listen(handle: Handler): Promise<string> {
  const server = createServer((request, response) => {
    const isTaken = handle(request, response, new URL(request.url ?? '/', 'http://bff.invalid'))
    if (isTaken === false) response.end('somebody else')
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
