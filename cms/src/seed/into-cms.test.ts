import { join } from 'node:path'
import { printBody, type ReleaseBody } from '@mosaic/schemas/release'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLive } from '../publisher/index.ts'
import { readBrandDrafts } from '../reader.ts'
import { openCms, type TestCms } from '../testing/open-cms.ts'
import { seedMediaFolder } from '../testing/seeded-cms.ts'
import { seedBody } from './body/index.ts'
import { demoPeople } from './people.ts'
import { renderSeedMedia } from './render-media.ts'
import { seed, type SeedInput, type SeedOutcome } from './seed.ts'

let cms: TestCms
let input: SeedInput
let first: SeedOutcome

beforeAll(async () => {
  cms = await openCms()
  const { media, files } = await renderSeedMedia(seedMediaFolder)
  input = { body: { ...seedBody, media }, files }
  first = await seed(cms.payload, input)
}, 600_000)
afterAll(() => cms.close())

describe('the seed in a CMS', () => {
  it('brings the whole demo brand in and publishes it as release 1', async () => {
    const { body } = input
    const { palettes, triggers, clusters, surfaces, contents, media, targets, menus, guides, policies } = body
    const lists = [palettes, triggers, clusters, surfaces, contents, media, targets, menus, guides, Object.keys(policies)]
    expect(first).toEqual({ created: lists.flat().length + 1, people: demoPeople.length, published: 1 })
    const live = await readLive({ dir: cms.publishedDir, brand: body.brand.id })
    expect(live?.current.number).toBe(1)
    expect(printed(live!.release)).toEqual(printed(body))
  })

  it('publishes every image with its crops, which are images themselves', async () => {
    const live = await readLive({ dir: cms.publishedDir, brand: input.body.brand.id })
    const files = new Set(live!.release.manifest.media.map(({ path }) => path))
    for (const { crops = [] } of live!.release.media) {
      expect(crops.map(({ ratio, width, height }) => `${ratio} ${width}×${height}`)).toEqual([
        '1:1 480×480',
        '16:9 1280×720',
        '3:1 1600×533',
      ])
      for (const { file, width, height } of crops) {
        expect(files).toContain(file)
        const { format, ...size } = await sharp(join(cms.publishedDir, input.body.brand.id, 'media', file)).metadata()
        expect({ format, width: size.width, height: size.height }).toEqual({ format: 'webp', width, height })
      }
    }
  })

  it('is read back from the database exactly as it was written, in both languages', async () => {
    const drafts = await readBrandDrafts(cms.payload, input.body.brand.id)
    expect(printed(drafts!.body)).toEqual(printed(input.body))
  })

  it('knows the document of everything it published', async () => {
    const drafts = await readBrandDrafts(cms.payload, input.body.brand.id)
    // All at once: some databases take long to find each by itself.
    const { docs } = await cms.payload.find({ collection: 'contents', draft: true, depth: 0, pagination: false })
    const slugs = new Map(docs.map(({ id, slug }) => [id, slug]))
    for (const { id, name } of input.body.contents) {
      const origin = drafts!.origins.get(`contents/${id}`)
      expect(origin).toMatchObject({ collection: 'contents', name })
      expect(slugs.get(origin!.id as (typeof docs)[number]['id'])).toBe(id)
    }
  })

  it('makes nothing and publishes nothing when it runs again', async () => {
    expect(await seed(cms.payload, input)).toEqual({ created: 0, people: 0, published: undefined })
    const live = await readLive({ dir: cms.publishedDir, brand: input.body.brand.id })
    expect(live?.current.number).toBe(1)
  })

  it('never writes over an editor’s work', async () => {
    const [content] = (await cms.payload.find({ collection: 'contents', draft: true, limit: 1 })).docs
    await cms.payload.update({ collection: 'contents', id: content!.id, draft: true, data: { name: 'Changed by an editor' } })
    await seed(cms.payload, input)
    expect(await cms.payload.findByID({ collection: 'contents', id: content!.id, draft: true })).toMatchObject({
      name: 'Changed by an editor',
    })
  })
})

/** Every file of the body, its documents in the order of their ids, images without their bytes' hash and crops: the upload makes images web-sized, the publisher cuts them. */
function printed(body: ReleaseBody): Record<string, unknown> {
  return Object.fromEntries(
    [...printBody({ ...body, media: body.media.map((image) => ({ ...image, file: `${'0'.repeat(64)}.webp`, crops: undefined })) })].map(
      ([file, text]) => {
        const value: unknown = JSON.parse(text)
        return [file, Array.isArray(value) ? value.sort((a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)) : value]
      },
    ),
  )
}
