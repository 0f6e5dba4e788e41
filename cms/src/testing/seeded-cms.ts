import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { seedBody } from '../seed/body/index.ts'
import { renderSeedMedia } from '../seed/render-media.ts'
import { seed } from '../seed/seed.ts'
import type { DocumentId, PublishedCollection } from '../reader/references.ts'
import { openCms, type TestCms } from './open-cms.ts'
import { pickClusters } from './small-body.ts'

export type SeededCms = TestCms & {
  body: ReleaseBody
  /** The document id of something published. */
  idOf: (collection: Exclude<PublishedCollection, 'policies'>, slug: string) => Promise<DocumentId>
}

/** Rendered once for all tests, and for those of the next run: what stands there is a cache. */
export const seedMediaFolder = join(tmpdir(), 'mosaic-seed-media')

/** A CMS with the demo people and two clusters of the demo brand, published as release 1. */
export async function openSeededCms(): Promise<SeededCms> {
  const cms = await openCms()
  const { media, files } = await renderSeedMedia(seedMediaFolder)
  const body = pickClusters({ ...seedBody, media }, 'low-credit', 'everyone')
  await seed(cms.payload, { body, files })
  return {
    ...cms,
    body,
    idOf: async (collection, slug) => {
      const { docs } = await cms.payload.find({ collection, draft: true, depth: 0, limit: 1, where: { slug: { equals: slug } } })
      const [document] = docs
      if (!document) throw new Error(`${collection} has no ${slug}`)
      return document.id
    },
  }
}
