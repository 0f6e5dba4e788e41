import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSigningKeys, sha256, type Media } from '@mosaic/schemas/release'
import { describe, expect, it } from 'vitest'
import { publish, type PublishInput } from './publish.ts'
import { listReleases, readLive, switchTo } from './store.ts'
import { smallBody } from './testing/body.ts'
import { temporaryFolder } from './testing/folder.ts'

const brand = 'demo'
const keys = createSigningKeys()
const now = new Date('2026-11-22T10:00:00.000Z')
const later = new Date('2026-11-22T11:00:00.000Z')

function input(dir: string, own: Partial<PublishInput> = {}): PublishInput {
  return { dir, body: smallBody(), media: new Map(), createdBy: 'ada', note: 'Prima', privateKey: keys.privateKeyPem, now, ...own }
}
/** A body with one image, and the image's source. */
async function withImage(dir: string, bytes = 'picture') {
  const source = join(dir, 'source.webp')
  await writeFile(source, bytes)
  const file = `${sha256(bytes)}.webp`
  const image: Media = {
    id: 'sun',
    file,
    mime: 'image/webp',
    width: 1,
    height: 1,
    focalX: 0.5,
    focalY: 0.5,
    alt: { it: 'Sole', en: 'Sun' },
  }
  return { body: { ...smallBody(), media: [image] }, media: new Map([[file, source]]), file, source }
}

describe('publishing', () => {
  it('makes the body live, whole and signed', async () => {
    const dir = await temporaryFolder()
    const { number, manifest } = await publish(input(dir))
    const live = await readLive({ dir, brand, publicKey: keys.publicKeyPem })

    expect(number).toBe(1)
    expect(live?.release).toEqual({ ...smallBody(), manifest })
    expect(live?.current).toMatchObject({ brand, number: 1, switchedAt: now.toISOString(), switchedBy: 'ada' })
    expect(manifest).toMatchObject({ createdAt: now.toISOString(), createdBy: 'ada', note: 'Prima' })
    expect(manifest.files.map(({ path }) => path)).toHaveLength(11)
  })

  it('stores the crops of an image beside it, by the hash of their bytes, and refuses one without a file', async () => {
    const dir = await temporaryFolder()
    const { body, media, file } = await withImage(dir)
    const source = join(dir, 'crop.webp')
    await writeFile(source, 'square')
    const crop = `${sha256('square')}.webp`
    body.media[0]!.crops = [{ ratio: '1:1', file: crop, width: 1, height: 1 }]
    await expect(publish(input(dir, { body, media }))).rejects.toMatchObject({ code: 'publish-media-missing' })
    await publish(input(dir, { body, media: new Map([...media, [crop, source]]) }))
    const live = await readLive({ dir, brand, publicKey: keys.publicKeyPem })
    expect(live?.release.manifest.media.map(({ path }) => path).sort()).toEqual([crop, file].sort())
    expect(await readFile(join(dir, brand, 'media', crop), 'utf8')).toBe('square')
    // Published once, it is there for the next release.
    expect(await publish(input(dir, { body }))).toMatchObject({ number: 2 })
  })

  it('writes files that everybody may read and nobody edits, whatever the umask', async () => {
    const dir = await temporaryFolder()
    const { body, media, file } = await withImage(dir)
    const umask = process.umask(0o077)
    try {
      await publish(input(dir, { body, media }))
    } finally {
      process.umask(umask)
    }
    const modeOf = async (path: string) => ((await stat(join(dir, brand, path))).mode & 0o777).toString(8)
    expect(await modeOf('releases/1/manifest.json')).toBe('444')
    expect(await modeOf('releases/1/contents.json')).toBe('444')
    expect(await modeOf(`media/${file}`)).toBe('444')
    expect(await modeOf('current.json')).toBe('644')
    expect(await modeOf('releases/1')).toBe('755')
    expect(await modeOf('media')).toBe('755')
  })

  it('refuses a body with errors, in words, and writes nothing', async () => {
    const dir = await temporaryFolder()
    const body = smallBody()
    body.contents[0]!.trigger = 'gone'
    await expect(publish(input(dir, { body }))).rejects.toMatchObject({ code: 'publish-blocked', issues: [{ code: 'dangling-reference' }] })
    expect(await readLive({ dir, brand })).toBeUndefined()
    expect(await listReleases({ dir, brand })).toEqual([])
  })

  it('does not stop at warnings', async () => {
    const dir = await temporaryFolder()
    const body = smallBody()
    body.contents[0]!.validUntil = '2026-01-01T00:00:00Z'
    expect((await publish(input(dir, { body }))).number).toBe(1)
  })

  it('refuses a brand whose name would lead out of the folder', async () => {
    const dir = await temporaryFolder()
    await expect(publish(input(dir, { body: { ...smallBody(), brand: { ...smallBody().brand, id: '../evil' } } }))).rejects.toMatchObject({
      code: 'publish-blocked',
    })
    await expect(readLive({ dir, brand: '../evil' })).rejects.toMatchObject({ code: 'bad-published-name' })
  })

  it('with a key that cannot sign leaves the old release live', async () => {
    const dir = await temporaryFolder()
    await publish(input(dir))
    await expect(publish(input(dir, { privateKey: 'no key' }))).rejects.toMatchObject({ code: 'bad-signing-key' })
    expect((await readLive({ dir, brand }))?.current.number).toBe(1)
    expect((await publish(input(dir))).number).toBe(2)
  })

  it('clears away what a publisher that died left behind', async () => {
    const dir = await temporaryFolder()
    await publish(input(dir))
    await mkdir(join(dir, brand, 'releases', '.tmp-0-2'))
    await writeFile(join(dir, brand, 'releases', '.tmp-0-2', 'brand.json'), '{')
    await writeFile(join(dir, brand, '.tmp-0-current'), '{')
    await publish(input(dir))
    await expect(stat(join(dir, brand, 'releases', '.tmp-0-2'))).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(stat(join(dir, brand, '.tmp-0-current'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('images', () => {
  it('are stored by the hash of their bytes, once for all releases', async () => {
    const dir = await temporaryFolder()
    const { body, media, file } = await withImage(dir)
    const first = await publish(input(dir, { body, media }))
    const before = await stat(join(dir, brand, 'media', file))
    const second = await publish(input(dir, { body, media: new Map() }))

    expect(second.manifest.media).toEqual([{ path: file, sha256: file.slice(0, 64), bytes: 7 }])
    expect(second.manifest.media).toEqual(first.manifest.media)
    expect((await stat(join(dir, brand, 'media', file))).ino).toBe(before.ino)
  })

  it('that were cut short are written again', async () => {
    const dir = await temporaryFolder()
    const { body, media, file } = await withImage(dir)
    await publish(input(dir, { body, media }))
    const stored = join(dir, brand, 'media', file)
    await chmod(stored, 0o644)
    await writeFile(stored, 'pict')
    await publish(input(dir, { body, media }))
    expect(await readFile(stored, 'utf8')).toBe('picture')
  })

  it('without a file block', async () => {
    const dir = await temporaryFolder()
    const { body } = await withImage(dir)
    await expect(publish(input(dir, { body }))).rejects.toMatchObject({ code: 'publish-media-missing' })
    expect(await readLive({ dir, brand })).toBeUndefined()
  })

  it('whose bytes are not those that were checked block', async () => {
    const dir = await temporaryFolder()
    const { body, media, source, file } = await withImage(dir)
    await writeFile(source, 'another')
    await expect(publish(input(dir, { body, media }))).rejects.toMatchObject({ code: 'publish-media-changed' })
    await expect(stat(join(dir, brand, 'media', file))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('rolling back', () => {
  it('makes an earlier release live again, on record, and new ones get new numbers', async () => {
    const dir = await temporaryFolder()
    await publish(input(dir))
    await publish(input(dir, { body: smallBody('Seconda'), note: 'Seconda' }))
    const current = await switchTo({ dir, brand, number: 1, by: 'grace', now: later, publicKey: keys.publicKeyPem })

    expect(current).toMatchObject({ number: 1, switchedBy: 'grace', switchedAt: later.toISOString() })
    expect((await readLive({ dir, brand }))?.release.contents[0]?.fields).toEqual(smallBody().contents[0]?.fields)
    expect((await publish(input(dir))).number).toBe(3)
  })

  it('refuses a release that does not exist', async () => {
    const dir = await temporaryFolder()
    await publish(input(dir))
    await expect(switchTo({ dir, brand, number: 7, by: 'ada', now })).rejects.toMatchObject({ code: 'release-not-found' })
  })

  const damages: Record<string, (dir: string, file: string) => Promise<void>> = {
    'a file was changed': (dir) => overwrite(join(dir, brand, 'releases/1/contents.json'), '[]\n'),
    'a file is missing': (dir) => rm(join(dir, brand, 'releases/1/triggers.json')),
    'the manifest is missing': (dir) => rm(join(dir, brand, 'releases/1/manifest.json')),
    'the manifest was cut short': (dir) => overwrite(join(dir, brand, 'releases/1/manifest.json'), '{"format": 1'),
    'the manifest is of another release': async (dir) => {
      const other = await readFile(join(dir, brand, 'releases/2/manifest.json'), 'utf8')
      await overwrite(join(dir, brand, 'releases/1/manifest.json'), other)
    },
    'the signature is missing': (dir) => rm(join(dir, brand, 'releases/1/manifest.sig')),
    'the signature is of another key': async (dir) => {
      await overwrite(join(dir, brand, 'releases/1/manifest.sig'), `${'A'.repeat(86)}==`)
    },
    'an image is missing': (dir, file) => rm(join(dir, brand, 'media', file)),
    'an image was changed': (dir, file) => overwrite(join(dir, brand, 'media', file), 'pictura'),
  }
  it.each(Object.entries(damages))('refuses a release of which %s, and says so', async (_, damage) => {
    const dir = await temporaryFolder()
    const { body, media, file } = await withImage(dir)
    await publish(input(dir, { body, media }))
    await publish(input(dir))
    await damage(dir, file)

    await expect(switchTo({ dir, brand, number: 1, by: 'ada', now, publicKey: keys.publicKeyPem })).rejects.toMatchObject({
      code: 'release-not-whole',
    })
    expect((await readLive({ dir, brand }))?.current.number).toBe(2)
  })
})

describe('the list of releases', () => {
  it('is empty before the first', async () => {
    expect(await listReleases({ dir: await temporaryFolder(), brand })).toEqual([])
  })

  it('has the newest first, and says which one is live', async () => {
    const dir = await temporaryFolder()
    await publish(input(dir))
    await publish(input(dir, { note: 'Seconda', now: later }))
    await switchTo({ dir, brand, number: 1, by: 'ada', now: later })
    expect(await listReleases({ dir, brand })).toEqual([
      { number: 2, createdAt: later.toISOString(), createdBy: 'ada', note: 'Seconda', isLive: false },
      { number: 1, createdAt: now.toISOString(), createdBy: 'ada', note: 'Prima', isLive: true },
    ])
  })
})

async function overwrite(file: string, text: string): Promise<void> {
  await chmod(file, 0o644)
  await writeFile(file, text)
}
