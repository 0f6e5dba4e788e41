import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadConfig } from './config.ts'
import { createLog } from './log.ts'
import { startBff } from './server.ts'
import { releaseBody } from './testing/release-body.ts'
import { startSystem, type System } from './testing/system.ts'

const image = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
const hash = createHash('sha256').update(image).digest('hex')
const logo = { id: 'logo', file: `${hash}.svg`, mime: 'image/svg+xml', width: 1, height: 1, focalX: 0.5, focalY: 0.5, alt: {} }

let system: System
let webDir: string
beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'mosaic-web-'))
  await writeFile(join(webDir, 'index.html'), '<!doctype html><title>home</title>')
  system = await startSystem({ env: { WEB_HOME_DIR: webDir } })
  const body = releaseBody({ media: [logo] })
  await system.publish({ ...body, brand: { ...body.brand, logo: 'logo' } }, { number: 2, media: new Map([[`${hash}.svg`, image]]) })
  await system.bff.engine.check()
})
afterAll(async () => {
  await system.close()
  await rm(webDir, { recursive: true, force: true })
})

const get = (path: string, init?: RequestInit) => fetch(`${system.bff.url}${path}`, init)

describe('what the service’s operators ask', () => {
  test('alive and ready, with the live release', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const response = await get(path)
      expect(response.status).toBe(200)
      expect(await response.json()).toMatchObject({ brands: [{ brand: 'aurora', live: { number: 2 } }] })
    }
  })

  test('a refused release is told, and the instance stays ready', async () => {
    await system.publish(releaseBody(), { number: 3, tamper: (files) => void files.set('brand.json', Buffer.from('x')) })
    await system.bff.engine.check()
    const ready = await get('/readyz')
    expect(ready.status).toBe(200)
    expect(await ready.json()).toMatchObject({
      status: 'ready',
      brands: [{ live: { number: 2 }, refused: { number: 3, code: 'TRUNCATED' } }],
    })
    expect(await (await get('/metrics')).text()).toMatch(/bff_release_refused\{brand="aurora"\} 1/)
  })

  test('figures, without anybody’s name', async () => {
    await system.ask('C-0014', '{ mosaic { widgets { id } } }')
    const text = await (await get('/metrics')).text()
    expect(text).toMatch(/bff_cache_requests_total\{method="balance",result="miss"\} 1/)
    expect(text).toMatch(/bff_release_number\{brand="aurora"\} 2/)
    expect(text).not.toMatch(/C-0014|L-0014/)
  })

  test('not ready before anything is published', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'mosaic-empty-'))
    const empty = await startBff({ ...system.config, publishedDir: dir }, { log: createLog('silent') })
    const response = await fetch(`${empty.url}/readyz`)
    expect([response.status, (await response.json()) as unknown]).toEqual([
      503,
      { status: 'not ready', reason: expect.stringContaining('publish'), brands: [] },
    ])
    expect((await fetch(`${empty.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${empty.url}/app-config.json`)).status).toBe(503)
    await empty.close()
    await rm(dir, { recursive: true })
  })
})

describe('files', () => {
  test('an image of a release, kept for ever, and harmless as a page', async () => {
    const response = await get(`/media/aurora/${hash}.svg`)
    expect(Buffer.from(await response.arrayBuffer())).toEqual(image)
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    expect(response.headers.get('cache-control')).toContain('immutable')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect((await get(`/media/aurora/${hash}.svg`, { headers: { 'if-none-match': `"${hash}"` } })).status).toBe(304)
  })

  test.each([
    `/media/aurora/${'0'.repeat(64)}.svg`,
    `/media/nobody/${hash}.svg`,
    '/media/aurora/current.json',
    '/media/aurora/..%2fcurrent.json',
    '/media/aurora/%2e%2e/releases/1/manifest.json',
    `/media/aurora/${hash}.html`,
    '/media/',
  ])('%s is not an image', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.text()).not.toMatch(/manifest|switchedBy/)
  })

  test('the web home answers every other path, with headers that keep it to itself', async () => {
    for (const path of ['/', '/bills', '/bills/2026']) {
      const response = await get(path)
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('<title>home</title>')])
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("script-src 'self'")
      expect(policy).toContain(`connect-src 'self' ${system.simulator.url}`)
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test('what the web home must know before sign-in', async () => {
    expect(await (await get('/app-config.json')).json()).toMatchObject({
      issuer: system.simulator.issuer,
      clientId: 'mosaic-web',
      brand: { id: 'aurora', name: 'Aurora Mobile', locales: ['it', 'en'], defaultLocale: 'it', logoUrl: `/media/aurora/${hash}.svg` },
      theme: { id: 'day' },
    })
  })

  test('an installed app carries the brand’s name and colours', async () => {
    const response = await get('/manifest.webmanifest')
    expect(response.headers.get('content-type')).toBe('application/manifest+json')
    const manifest = (await response.json()) as { theme_color: string }
    expect(manifest).toMatchObject({ name: 'Aurora Mobile', short_name: 'Aurora', lang: 'it', start_url: '/', display: 'standalone' })
    const { theme } = (await (await get('/app-config.json')).json()) as {
      theme: { palettes: { scheme: string; tokens: { name: string; hex: string }[] }[] }
    }
    const light = theme.palettes.find(({ scheme }) => scheme === 'LIGHT')
    expect(manifest.theme_color).toBe(light?.tokens.find(({ name }) => name === 'background')?.hex)
  })

  test.each(['/healthz', '/app-config.json', '/manifest.webmanifest', '/', `/media/aurora/${hash}.svg`])(
    '%s takes no POST',
    async (path) => {
      expect((await get(path, { method: 'POST', body: 'x' })).status).toBe(405)
    },
  )

  test('answers about a customer are kept by nobody on the way', async () => {
    expect((await get('/graphql?query={__typename}')).headers.get('cache-control')).toBe('no-store')
  })
})

describe('a start that cannot be', () => {
  const start = (changes: Partial<ReturnType<typeof loadConfig>>) =>
    startBff({ ...system.config, ...changes }, { log: createLog('silent') })

  test('a port in use', async () => {
    const port = Number(new URL(system.bff.url).port)
    await expect(start({ port })).rejects.toMatchObject({ code: 'PORT_IN_USE', fault: { fix: expect.stringContaining('BFF_PORT') } })
  })

  test('no key', async () => {
    await expect(start({ releasePublicKeyFile: '/nowhere.pem' })).rejects.toMatchObject({
      code: 'PUBLIC_KEY_UNREADABLE',
      fault: { fix: expect.stringContaining('RELEASE_PUBLIC_KEY_FILE') },
    })
  })

  test('a file that is no key', async () => {
    await expect(start({ releasePublicKeyFile: join(webDir, 'index.html') })).rejects.toMatchObject({ code: 'bad-signing-key' })
  })

  test('no published folder', async () => {
    await expect(start({ publishedDir: '/nowhere' })).rejects.toMatchObject({ code: 'PUBLISHED_DIR_UNREADABLE' })
  })
})

test('closing finishes what is running and takes nothing new', async () => {
  const closing = await startSystem()
  closing.simulator.faults.set('usage', { kind: 'latency', ms: 400 })
  const running = closing.ask('C-0014', '{ mosaic { widgets { id } } }')
  await expect.poll(() => closing.simulator.calls.of('usage').inFlight).toBe(1)
  const closed = closing.bff.close()
  expect((await running).body.data.mosaic.widgets.length).toBeGreaterThan(0)
  await closed
  await expect(fetch(`${closing.bff.url}/healthz`)).rejects.toThrow('fetch failed')
  await closing.simulator.close()
})
