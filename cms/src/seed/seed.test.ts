import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createSigningKeys, sha256, type ReleaseBody } from '@mosaic/schemas/release'
import { widgets } from '@mosaic/widgets'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkForPublish, publish, readLive } from '../publisher/index.ts'
import { temporaryFolder } from '../publisher/testing/folder.ts'
import { seedBody, seedMedia } from './body/index.ts'
import { renderSeedMedia, type RenderedMedia } from './render-media.ts'

/** What the operator's catalogue sells, as its TMF620 answers name it. */
const catalogue = [
  'OPT-GIGA-20',
  'OPT-GIGA-WEEKEND',
  'OPT-EUROPA',
  'OPT-MONDO',
  'OPT-MINUTI',
  'OPT-SICURA',
  'OFF-TUTTO-150',
  'OFF-FAMIGLIA',
  'OFF-CASA-5G',
  'OFF-BIZ-UFFICIO',
]

let body: ReleaseBody
let rendered: RenderedMedia
beforeAll(async () => {
  // Rendering is slow, and the cache is the same one the seed uses.
  rendered = await renderSeedMedia(join(import.meta.dirname, '../../../node_modules/.cache/mosaic-seed-media'))
  body = { ...seedBody, media: rendered.media }
})

describe('the demo brand', () => {
  it('passes every check without an error or a warning', () => {
    expect(checkForPublish(body)).toEqual([])
  })

  it('can be published and read back', async () => {
    const dir = await temporaryFolder()
    const { privateKeyPem: privateKey } = createSigningKeys()
    await publish({ dir, body, media: rendered.files, createdBy: 'seed', note: '', privateKey, now: new Date() })
    const live = await readLive({ dir, brand: 'aurora' })
    expect(live?.release.surfaces).toEqual(body.surfaces)
    expect(live?.release.manifest.media).toHaveLength(body.media.length)
  })

  it('has its 16 clusters in order, each with a home of its own', () => {
    expect(body.clusters.map(({ id }) => id)).toEqual([
      'in-debt',
      'suspended',
      'new-prepaid',
      'new-postpaid',
      'business-fleet',
      'business-tablet-data',
      'business-voice',
      'invoice-issued',
      'low-credit',
      'consumer-tablet',
      'consumer-router',
      'hybrid',
      'inclusive-postpaid',
      'inclusive-prepaid',
      'base-postpaid',
      'everyone',
    ])
    expect(new Set(body.clusters.map(({ home }) => home)).size).toBe(16)
  })

  it('has homes that differ in what they show', () => {
    const homes = body.surfaces.filter(({ type }) => type === 'home')
    const shown = homes.map(({ palette, sections }) =>
      [palette, ...sections.flatMap(({ placements }) => placements.map(({ content }) => content))].join(' '),
    )
    expect(new Set(shown).size).toBe(homes.length)
    expect(new Set(homes.map(({ palette }) => palette)).size).toBe(body.palettes.length)
  })

  it('uses every kind of widget', () => {
    expect(new Set(body.contents.map(({ kind }) => kind))).toEqual(new Set(Object.keys(widgets)))
  })

  it('sells only what the catalogue has', () => {
    const single = body.contents.filter(({ kind }) => kind === 'offer').map(({ fields }) => fields['offering'])
    const shelves = body.contents.filter(({ kind }) => kind === 'offers').flatMap(({ fields }) => fields['items'] as { offering: string }[])
    const sold = [...single, ...shelves.map(({ offering }) => offering)]
    expect(sold.filter((offering) => !catalogue.includes(String(offering)))).toEqual([])
  })

  it('sells nothing to those who owe', () => {
    const careful = body.surfaces.filter(({ id }) => id === 'home-in-debt' || id === 'home-suspended')
    const kinds = careful.flatMap(({ sections }) =>
      sections.flatMap(({ placements }) => placements.map(({ content }) => body.contents.find(({ id }) => id === content)?.kind)),
    )
    for (const kind of ['offer', 'offers', 'rewards']) expect(kinds).not.toContain(kind)
  })
})

describe('the illustrations', () => {
  it('are named by the hash of their bytes and as large as they say', async () => {
    for (const { file, width, height, mime } of rendered.media) {
      const bytes = await readFile(rendered.files.get(file)!)
      expect(file).toBe(`${sha256(bytes)}.webp`)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height })
      expect(mime).toBe('image/webp')
    }
    expect(rendered.media.map(({ id }) => id).toSorted()).toEqual([...seedMedia.keys()].toSorted())
  })

  it('are rendered once', async () => {
    const file = [...rendered.files.values()][0]!
    const before = await stat(file)
    const again = await renderSeedMedia(join(file, '..'))
    expect(again).toEqual(rendered)
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs)
  })

  it('that nobody needs any more are removed, and nothing else', async () => {
    const folder = join([...rendered.files.values()][0]!, '..')
    const [old, note] = [join(folder, 'old-0123456789abcdef.webp'), join(folder, 'note.txt')]
    await Promise.all([writeFile(old, ''), writeFile(note, '')])
    await renderSeedMedia(folder)
    await expect(stat(old)).rejects.toMatchObject({ code: 'ENOENT' })
    expect((await stat(note)).isFile()).toBe(true)
    await rm(note)
  })
})
