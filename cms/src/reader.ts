import type { ReleaseBody } from '@mosaic/schemas/release'
import type { Payload } from 'payload'
import {
  brandOf,
  clusterOf,
  contentOf,
  guideOf,
  menuOf,
  paletteOf,
  policiesOf,
  surfaceOf,
  targetOf,
  triggerOf,
} from './reader/documents.ts'
import { mediaOf } from './reader/media-files.ts'
import { createReferences, type DocumentId, type PublishedCollection } from './reader/references.ts'
import { isNamed, type Row } from './reader/rows.ts'

/** Where something published is edited: the collection and the document. */
export type Origin = { collection: PublishedCollection; id: DocumentId; name: string }

/** A brand's drafts as a release body, and the way back from each thing in it to its document. */
export type BrandDrafts = {
  body: ReleaseBody
  /** By `<collection>/<published id>`, such as `contents/welcome-banner` or `policies/balance`. */
  origins: ReadonlyMap<string, Origin>
  /** The file of each image, by its published name. */
  media: ReadonlyMap<string, string>
}

/** The key of `origins`. */
export function originKey(collection: string, publishedId: string): string {
  return `${collection}/${publishedId}`
}

/**
 * Reads the latest drafts of everything a brand has; `undefined` when there is no such brand.
 * A document nobody has named yet is not part of anything. What else is missing in a draft is missing in the body: the publish checks say so.
 */
export async function readBrandDrafts(payload: Payload, brand: string): Promise<BrandDrafts | undefined> {
  const brands = await rows(payload, 'brands')
  const own = brands.find((row) => row.slug === brand)
  if (!own) return undefined

  const [palettes, triggers, clusters, surfaces, contents, media, policies, targets, menus, guides] = await Promise.all([
    rows(payload, 'palettes', own.id),
    rows(payload, 'triggers', own.id),
    rows(payload, 'clusters', own.id),
    rows(payload, 'surfaces', own.id),
    rows(payload, 'contents', own.id),
    rows(payload, 'media', own.id),
    rows(payload, 'policies', own.id),
    rows(payload, 'targets', own.id),
    rows(payload, 'menus', own.id),
    rows(payload, 'guides', own.id),
  ])
  const references = createReferences({ palettes, triggers, surfaces, contents, media, guides })
  const images = await Promise.all(media.filter(isNamed).map((row) => mediaOf(row, mediaDir(payload))))

  const body: ReleaseBody = {
    brand: brandOf(own, references),
    palettes: palettes.filter(isNamed).map(paletteOf),
    triggers: triggers.filter(isNamed).map(triggerOf),
    clusters: clusters.filter(isNamed).map((row) => clusterOf(row, references)),
    surfaces: surfaces.filter(isNamed).map((row) => surfaceOf(row, references)),
    contents: contents.filter(isNamed).map((row) => contentOf(row, references)),
    media: images.map((image) => image.media),
    policies: policiesOf(policies),
    targets: targets.filter(isNamed).map((row) => targetOf(row, references)),
    menus: menus.filter(isNamed).map(menuOf),
    guides: guides.filter(isNamed).map(guideOf),
  }
  const origins = new Map<string, Origin>()
  const documents = { palettes, triggers, clusters, surfaces, contents, media, targets, menus, guides, brands: [own] }
  for (const [collection, all] of Object.entries(documents)) {
    for (const row of all.filter(isNamed)) origins.set(originKey(collection, row.slug), origin(collection as PublishedCollection, row))
  }
  for (const row of policies) if (typeof row.method === 'string') origins.set(originKey('policies', row.method), origin('policies', row))
  return { body, origins, media: new Map(images.flatMap(({ files }) => files)) }
}

/** The published ids of all brands, oldest first. */
export async function brandIds(payload: Payload): Promise<string[]> {
  return (await rows(payload, 'brands')).filter(isNamed).map((row) => row.slug)
}

/** The latest draft of every document, in all languages, references as document ids. */
async function rows(payload: Payload, collection: PublishedCollection, brand?: DocumentId): Promise<Row[]> {
  const { docs } = await payload.find({
    collection,
    draft: true,
    depth: 0,
    locale: 'all',
    pagination: false,
    sort: collection === 'brands' ? 'createdAt' : collection === 'policies' ? 'method' : 'slug',
    ...(brand !== undefined && { where: { brand: { equals: brand } } }),
  })
  return docs as unknown as Row[]
}

function origin(collection: PublishedCollection, row: Row): Origin {
  return { collection, id: row.id, name: String(row.name ?? row.method ?? row.slug) }
}

function mediaDir(payload: Payload): string {
  return payload.collections.media?.config.upload.staticDir ?? ''
}
