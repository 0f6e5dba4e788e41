import { mkdir, mkdtemp, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSigningKeys, sha256, type ReleaseBody } from '@mosaic/schemas/release'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import { publish, switchTo, type Publication } from '../testing/publish.ts'
import { all, content, releaseBody, rule } from '../testing/release-body.ts'
import { startReleaseEngine, type ReleaseEngine } from './engine.ts'

const keys = createSigningKeys()
let publishedDir: string
let engine: ReleaseEngine | undefined

beforeEach(async () => {
  publishedDir = await mkdtemp(join(tmpdir(), 'mosaic-engine-'))
})
afterEach(async () => {
  engine?.close()
  engine = undefined
  await rm(publishedDir, { recursive: true, force: true })
})

/** Polls so rarely that only `check()` and file watching bring news. */
async function start(pollMs = 60_000): Promise<ReleaseEngine> {
  engine = await startReleaseEngine({
    publishedDir,
    publicKeyPem: keys.publicKeyPem,
    pollMs,
    log: createLog('silent'),
    metrics: createMetrics(),
  })
  return engine
}
const release = (publication: Publication, body: ReleaseBody = releaseBody(), privateKeyPem = keys.privateKeyPem) =>
  publish(publishedDir, body, privateKeyPem, publication)
const live = () => engine?.get('aurora')?.number
const verdict = () => engine?.state().find(({ brand }) => brand === 'aurora')?.refused

describe('a release goes live', () => {
  test('at start', async () => {
    await release({ number: 1 })
    await start()
    expect(live()).toBe(1)
    expect(engine?.state()).toEqual([{ brand: 'aurora', live: expect.objectContaining({ number: 1 }) }])
  })

  test('when current.json is replaced, by file watching alone', async () => {
    await release({ number: 1 })
    await start()
    await release({ number: 2 })
    await expect.poll(live, { timeout: 10_000 }).toBe(2)
  })

  test('of a brand that comes later, by polling', async () => {
    await start(50)
    expect(engine?.state()).toEqual([])
    await release({ number: 1 })
    await expect.poll(live, { timeout: 10_000 }).toBe(1)
  })

  test('again when current.json points to an older one', async () => {
    await release({ number: 1 })
    const manifest = await readFile(join(publishedDir, 'aurora/releases/1/manifest.json'))
    await release({ number: 2 })
    await start()
    expect(live()).toBe(2)
    await switchTo(publishedDir, 'aurora', 1, sha256(manifest))
    await engine?.check()
    expect(live()).toBe(1)
  })

  test('whole: a request keeps the one it began with', async () => {
    await release({ number: 1 })
    await start()
    const held = engine?.get('aurora')
    await release(
      { number: 2 },
      { ...releaseBody(), contents: [], surfaces: releaseBody().surfaces.map((surface) => ({ ...surface, sections: [] })) },
    )
    await engine?.check()
    expect(live()).toBe(2)
    expect(held?.number).toBe(1)
    expect(held?.surfaces.get('home-everyone')?.contents).toHaveLength(6)
  })
})

describe('a bad release is refused and the old one keeps serving', () => {
  const edit = (name: string, change: (text: string) => string) => (files: Map<string, Uint8Array>) =>
    void files.set(name, Buffer.from(change(Buffer.from(files.get(name) ?? []).toString())))

  const cases: { name: string; code: string; publication?: Partial<Publication>; body?: ReleaseBody; key?: string }[] = [
    { name: 'signed with another key', code: 'BAD_SIGNATURE', key: createSigningKeys().privateKeyPem },
    { name: 'with garbage for a signature', code: 'BAD_SIGNATURE', publication: { tamper: edit('manifest.sig', () => 'garbage') } },
    {
      name: 'with a manifest changed after signing',
      code: 'HASH_MISMATCH',
      publication: { tamper: edit('manifest.json', (text) => text.replace('"test"', '"evil"')) },
    },
    { name: 'with a truncated file', code: 'TRUNCATED', publication: { tamper: edit('contents.json', (text) => text.slice(0, -10)) } },
    {
      name: 'with a changed file of the same length',
      code: 'HASH_MISMATCH',
      publication: { tamper: edit('contents.json', (text) => text.replace('Benvenuto', 'Malvenuto')) },
    },
    { name: 'with an empty file', code: 'TRUNCATED', publication: { tamper: edit('clusters.json', () => '') } },
    { name: 'without a file', code: 'UNREADABLE', publication: { tamper: (files) => void files.delete('surfaces.json') } },
    {
      name: 'with a trigger that does not exist',
      code: 'release-format',
      body: releaseBody({ clusters: [{ id: 'a', name: 'a', priority: 1, trigger: 'nobody', home: 'home-everyone' }] }),
    },
    {
      name: 'with a rule that makes no sense',
      code: 'release-format',
      body: releaseBody({ triggers: [...releaseBody().triggers, { id: 'odd', name: 'odd', rule: all(rule('no.such', '=', 1)) }] }),
    },
    {
      name: 'with a kind nobody knows',
      code: 'BAD_CONTENT',
      body: releaseBody({ contents: [...releaseBody().contents, content('x', 'hologram')] }),
    },
    {
      name: 'with fields that are not the kind’s',
      code: 'BAD_CONTENT',
      body: releaseBody({ contents: releaseBody().contents.map((one) => (one.id === 'welcome' ? { ...one, fields: {} } : one)) }),
    },
  ]
  test.each(cases)('$name', async ({ code, publication, body, key }) => {
    await release({ number: 1 })
    await start()
    await release({ number: 2, ...publication }, body, key)
    await engine?.check()
    expect(verdict()).toMatchObject({ code, number: 2 })
    expect(live()).toBe(1)

    await release({ number: 3 })
    await engine?.check()
    expect(live()).toBe(3)
    expect(verdict()).toBeUndefined()
  })

  test('a manifest of another number, though well signed', async () => {
    await release({ number: 1 })
    await start()
    const bytes = await readFile(join(publishedDir, 'aurora/releases/1/manifest.json'))
    await release({ number: 2, isSwitched: false })
    await writeFile(join(publishedDir, 'aurora/releases/2/manifest.json'), bytes)
    await writeFile(
      join(publishedDir, 'aurora/releases/2/manifest.sig'),
      await readFile(join(publishedDir, 'aurora/releases/1/manifest.sig')),
    )
    await switchTo(publishedDir, 'aurora', 2, sha256(bytes))
    await engine?.check()
    expect(verdict()?.code).toBe('WRONG_NUMBER')
    expect(live()).toBe(1)
  })

  test.each(['{', 'null', '{"format":1,"brand":"aurora","number":"../../etc"}', '{"format":99}'])(
    'a current.json that says %s',
    async (text) => {
      await release({ number: 1 })
      await start()
      await writeFile(join(publishedDir, 'aurora/current.json'), text)
      await engine?.check()
      expect(verdict()?.code).toBe('release-format')
      expect(live()).toBe(1)
    },
  )

  test('a current.json of another brand', async () => {
    await release({ number: 1 })
    await release({ number: 1 }, { ...releaseBody(), brand: { ...releaseBody().brand, id: 'borealis' } })
    await start()
    await writeFile(join(publishedDir, 'aurora/current.json'), await readFile(join(publishedDir, 'borealis/current.json')))
    await engine?.check()
    expect(verdict()?.code).toBe('WRONG_BRAND')
    expect(live()).toBe(1)
    expect(engine?.get('borealis')?.number).toBe(1)
  })

  test('a current.json that disappears', async () => {
    await release({ number: 1 })
    await start()
    await unlink(join(publishedDir, 'aurora/current.json'))
    await engine?.check()
    expect(verdict()?.code).toBe('NO_CURRENT')
    expect(live()).toBe(1)
  })

  test('a wrong release is not read again while current.json stays the same', async () => {
    await release({ number: 1 })
    await start()
    await release({ number: 2, tamper: edit('brand.json', () => 'x') })
    await engine?.check()
    expect(verdict()?.code).toBe('TRUNCATED')
    // Mended on the disk, but nobody has published it: what was refused stays refused.
    await release({ number: 2, isSwitched: false })
    await engine?.check()
    expect(live()).toBe(1)
  })

  test('files that arrive late, as on a shared disk, are found at the next look', async () => {
    await release({ number: 1 })
    await start()
    const missing: Uint8Array[] = []
    await release({
      number: 2,
      tamper: (files) => {
        missing.push(files.get('triggers.json') ?? new Uint8Array())
        files.delete('triggers.json')
      },
    })
    await engine?.check()
    expect(verdict()?.code).toBe('UNREADABLE')
    await writeFile(join(publishedDir, 'aurora/releases/2/triggers.json'), missing[0] ?? '')
    await engine?.check()
    expect(live()).toBe(2)
  })
})

describe('images', () => {
  const image = Buffer.from('not really a picture')
  const name = `${sha256(image)}.png`

  test('a release with its images goes live', async () => {
    await release({ number: 1, media: new Map([[name, image]]) })
    await start()
    expect(live()).toBe(1)
  })

  test('a release without one of its images is refused', async () => {
    await release({ number: 1, media: new Map([[name, image]]) })
    await rm(join(publishedDir, 'aurora', 'media', name))
    await start()
    expect(verdict()?.code).toBe('UNREADABLE')
    expect(live()).toBeUndefined()
  })

  test('a release with an image that was exchanged is refused', async () => {
    await release({ number: 1, media: new Map([[name, image]]) })
    await writeFile(join(publishedDir, 'aurora', 'media', name), Buffer.from('Not really a picture'))
    await start()
    expect(verdict()?.code).toBe('HASH_MISMATCH')
  })
})

test('one brand’s broken release does not touch another brand', async () => {
  const borealis = { ...releaseBody(), brand: { ...releaseBody().brand, id: 'borealis' } }
  await release({ number: 1 })
  await release({ number: 1, tamper: (files) => void files.set('brand.json', Buffer.from('?')) }, borealis)
  await start()
  expect(live()).toBe(1)
  expect(engine?.get('borealis')).toBeUndefined()
})

test('a brand that has never been published is no fault', async () => {
  await mkdir(join(publishedDir, 'empty'))
  await start()
  expect(engine?.state()).toEqual([{ brand: 'empty' }])
})

test('an unreadable folder is one clear error with the fix', async () => {
  const options = { publicKeyPem: keys.publicKeyPem, pollMs: 1_000, log: createLog('silent'), metrics: createMetrics() }
  await expect(startReleaseEngine({ ...options, publishedDir: join(publishedDir, 'nowhere') })).rejects.toMatchObject({
    code: 'PUBLISHED_DIR_UNREADABLE',
    message: expect.stringContaining('ENOENT'),
    fault: { fix: expect.stringContaining('PUBLISHED_DIR') },
  })
})

test('while releases change under it, every look finds a whole one', async () => {
  await release({ number: 1 })
  await start()
  for (let number = 2; number <= 12; number++) {
    await Promise.all([release({ number }), engine?.check()])
    await engine?.check()
    expect(live()).toBe(number)
    expect(verdict()).toBeUndefined()
  }
})
