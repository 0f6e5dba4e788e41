import { basename } from 'node:path'
import { colorSchemes, type Media, type ReleaseBody } from '@mosaic/schemas/release'
import type { CollectionSlug, Payload } from 'payload'
import { careRowOf } from '../reader/care-row.ts'
import { policyRowOf } from '../reader/policy-row.ts'
import { publishedCollections, type DocumentId, type PublishedCollection as Collection } from '../reader/references.ts'
import { guideFields, menuFields, targetFieldsOf } from './write/care.ts'
import { contentFields } from './write/content.ts'
import type { Fields, Locale, Written } from './write/rows.ts'
import { surfaceFields } from './write/surface.ts'

/** Writes a release body into the CMS as drafts, in the order in which one document needs the other; returns how many were made. */
export async function writeBody(payload: Payload, body: ReleaseBody, fileOf: (media: Media) => string | undefined): Promise<number> {
  let created = 0
  const ids = await existingIds(payload, ['brands'])
  const idOf = (collection: CollectionSlug, slug: string | undefined) => (slug === undefined ? null : ids.get(`${collection}/${slug}`))

  /** Makes a document unless one of that identifier exists, in Italian first and then with its English texts. */
  const write = async (collection: Collection, slug: string, data: (locale: Locale, before?: Written) => Fields, filePath?: string) => {
    const key = `${collection}/${slug}`
    if (ids.has(key)) return
    const isDraft = collection !== 'media'
    // The fields are described by the widgets' definitions and by this very file: Payload validates them when it is asked to publish, and the checks do.
    const made = (await payload.create({
      collection,
      locale: 'it',
      draft: isDraft,
      depth: 0,
      data: data('it') as never,
      ...(filePath && { filePath }),
    })) as unknown as Written
    ids.set(key, made.id)
    created++
    await payload.update({ collection, id: made.id, locale: 'en', draft: isDraft, depth: 0, data: data('en', made) as never })
  }

  const { brand } = body
  const { logo, id: slug, locales: languages, care, ...brandFields } = brand
  await write('brands', slug, () => ({ ...brandFields, slug, languages, ...(care && { care: careRowOf(care) }) }))
  const brandId = idOf('brands', slug)
  const others = publishedCollections.filter((collection) => collection !== 'brands')
  for (const [key, id] of await existingIds(payload, others, brandId)) ids.set(key, id)
  const own = (id: string) => ({ slug: id, brand: brandId })

  for (const media of body.media) {
    const { id, focalX, focalY, alt } = media
    const file = fileOf(media)
    if (!file) throw new Error(`The image ${id} has no file: expected one for ${media.file}`)
    const data = (locale: Locale) => ({ ...own(id), name: nameOf(id), alt: alt[locale], focalX: focalX * 100, focalY: focalY * 100 })
    await write('media', id, data, file)
  }
  if (logo) await payload.update({ collection: 'brands', id: brandId as never, draft: true, data: { logo: idOf('media', logo) } as never })
  for (const { id, name, schemes } of body.palettes) {
    await write('palettes', id, () => ({
      ...own(id),
      name,
      ...Object.fromEntries(colorSchemes.map((scheme) => [scheme, schemes[scheme]])),
    }))
  }
  for (const { id, name, rule } of body.triggers) await write('triggers', id, () => ({ ...own(id), name, rule }))
  for (const content of body.contents)
    await write('contents', content.id, (locale, before) => ({
      ...own(content.id),
      ...contentFields(content, locale, before, idOf),
    }))
  for (const surface of body.surfaces)
    await write('surfaces', surface.id, (locale, before) => ({
      ...own(surface.id),
      ...surfaceFields(surface, locale, before, idOf),
    }))
  for (const { id, name, priority, trigger, home } of body.clusters) {
    await write('clusters', id, () => ({
      ...own(id),
      name,
      priority,
      trigger: idOf('triggers', trigger),
      home: idOf('surfaces', home),
    }))
  }
  for (const guide of body.guides) await write('guides', guide.id, (locale) => ({ ...own(guide.id), ...guideFields(guide, locale) }))
  for (const target of body.targets) {
    await write('targets', target.id, (locale) => ({ ...own(target.id), ...targetFieldsOf(target, locale, idOf) }))
  }
  for (const menu of body.menus) await write('menus', menu.id, () => ({ ...own(menu.id), ...menuFields(menu) }))
  for (const [method, policy] of Object.entries(body.policies)) {
    await write('policies', method, () => ({ method, brand: brandId, ...policyRowOf(policy) }))
  }
  return created
}

/** The documents there are, by collection and identifier: a second run asks once a collection, not once a document. */
async function existingIds(
  payload: Payload,
  collections: readonly Collection[],
  brand?: DocumentId | null,
): Promise<Map<string, DocumentId>> {
  const ids = new Map<string, DocumentId>()
  for (const collection of collections) {
    const { docs } = await payload.find({
      collection,
      draft: true,
      depth: 0,
      pagination: false,
      ...(brand && { where: { brand: { equals: brand } } }),
    })
    for (const document of docs) {
      const name = 'slug' in document ? document.slug : 'method' in document ? document.method : undefined
      if (name) ids.set(`${collection}/${name}`, document.id)
    }
  }
  return ids
}

/** "welcome-sim" → "Welcome sim". */
function nameOf(id: string): string {
  const words = basename(id).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
