import { methodNames } from '@mosaic/schemas/bss'
import {
  colorSchemes,
  formFactors,
  type Brand,
  type Cluster,
  type Content,
  type Palette,
  type Placement,
  type Policies,
  type ReleaseBody,
  type Section,
  type Surface,
  type Trigger,
} from '@mosaic/schemas/release'
import { widgets } from '@mosaic/widgets'
import type { Payload } from 'payload'
import { fieldsOf, linkOf } from './reader/content-fields.ts'
import { policyChangesOf } from './reader/policy-row.ts'
import { list, present, withoutEmpty, type Row } from './reader/rows.ts'
import { createReferences, type DocumentId, type PublishedCollection, type References } from './reader/references.ts'
import { mediaOf } from './reader/media-files.ts'

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

  const [palettes, triggers, clusters, surfaces, contents, media, policies] = await Promise.all([
    rows(payload, 'palettes', own.id),
    rows(payload, 'triggers', own.id),
    rows(payload, 'clusters', own.id),
    rows(payload, 'surfaces', own.id),
    rows(payload, 'contents', own.id),
    rows(payload, 'media', own.id),
    rows(payload, 'policies', own.id),
  ])
  const references = createReferences({ palettes, triggers, surfaces, contents, media })
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
  }
  const origins = new Map<string, Origin>()
  for (const [collection, all] of Object.entries({ palettes, triggers, clusters, surfaces, contents, media, brands: [own] })) {
    for (const row of all.filter(isNamed)) origins.set(originKey(collection, row.slug), origin(collection as PublishedCollection, row))
  }
  for (const row of policies) if (typeof row.method === 'string') origins.set(originKey('policies', row.method), origin('policies', row))
  return { body, origins, media: new Map(images.flatMap(({ files }) => files)) }
}

/** The published ids of all brands, oldest first. */
export async function brandIds(payload: Payload): Promise<string[]> {
  return (await rows(payload, 'brands')).filter(isNamed).map((row) => row.slug)
}

type NamedRow = Row & { slug: string }

function isNamed(row: Row): row is NamedRow {
  return typeof row.slug === 'string' && row.slug !== ''
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

/* Documents into what is published of them. A draft may lack what the type promises: the casts say "as far as it is written". */

function brandOf(row: Row, references: References): Brand {
  const { slug: id, name, languages: locales, defaultLocale, timeZone, currency } = row
  const killSwitches = list(row.killSwitches).map(withoutEmpty)
  return present({
    id,
    name,
    locales,
    defaultLocale,
    timeZone,
    currency,
    logo: references('media', row.logo),
    ...(killSwitches.length > 0 && { killSwitches }),
  }) as Brand
}

function paletteOf(row: NamedRow): Palette {
  const schemes = Object.fromEntries(colorSchemes.map((scheme) => [scheme, withoutEmpty(row[scheme])]))
  return present({ id: row.slug, name: row.name, schemes }) as Palette
}

function triggerOf(row: NamedRow): Trigger {
  return present({ id: row.slug, name: row.name, rule: row.rule }) as Trigger
}

function clusterOf(row: NamedRow, references: References): Cluster {
  return present({
    id: row.slug,
    name: row.name,
    priority: row.priority,
    trigger: references('triggers', row.trigger),
    home: references('surfaces', row.home),
  }) as Cluster
}

function surfaceOf(row: NamedRow, references: References): Surface {
  return present({
    id: row.slug,
    type: row.type,
    name: row.name,
    title: withoutEmpty(row.title),
    palette: references('palettes', row.palette),
    sections: list(row.sections).map((section) => sectionOf(section, references)),
    ...(row.commerceFirst === true && { commerceFirst: true }),
  }) as Surface
}

function sectionOf(row: Row, references: References): Section {
  const title = withoutEmpty(row.title)
  return present({
    id: row.slug,
    ...(Object.keys(title).length > 0 && { title }),
    scroll: row.scroll,
    placements: list(row.placements).map((placement) => placementOf(placement, references)),
  }) as Section
}

/** A size left empty is the usual one of the widget's kind. */
function placementOf(row: Row, references: References): Placement {
  const content = references.row('contents', row.content)
  const usual = widgets[kindOf(content)]?.span
  const spans = formFactors.map((factor) => [factor, { ...usual?.[factor], ...withoutEmpty(row[factor]) }])
  return { content: references('contents', row.content) ?? '', ...Object.fromEntries(spans) } as Placement
}

function contentOf(row: NamedRow, references: References): Content {
  const kind = kindOf(row)
  const definition = widgets[kind]
  return present({
    id: row.slug,
    kind,
    schemaVersion: definition?.schemaVersion ?? 1,
    name: row.name,
    tone: row.tone,
    palette: references('palettes', row.palette),
    trigger: references('triggers', row.trigger),
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    action: linkOf(row.action),
    fields: fieldsOf(definition?.fields ?? {}, list(row.widget)[0], references),
  }) as Content
}

function kindOf(row: Row | undefined): string {
  const kind = list(row?.widget)[0]?.blockType
  return typeof kind === 'string' ? kind : ''
}

function policiesOf(all: readonly Row[]): Policies {
  const policies: Policies = {}
  for (const method of methodNames) {
    const row = all.find((candidate) => candidate.method === method)
    if (row) policies[method] = policyChangesOf(row)
  }
  return policies
}
