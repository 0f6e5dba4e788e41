import { basename } from 'node:path'
import {
  colorSchemes,
  formFactors,
  type Content,
  type LinkAction,
  type Media,
  type Placement,
  type ReleaseBody,
  type Surface,
} from '@mosaic/schemas/release'
import type { LocalizedText } from '@mosaic/schemas/text'
import { widgets, type Fields as WidgetFields } from '@mosaic/widgets'
import type { CollectionSlug, Payload } from 'payload'
import { policyRowOf } from '../reader/policy-row.ts'
import { publishedCollections, type DocumentId, type PublishedCollection as Collection } from '../reader/references.ts'

type Locale = 'it' | 'en'
type Fields = Record<string, unknown>
type Written = {
  id: DocumentId
  sections?: { id?: string | null; placements?: { id?: string | null }[] | null }[] | null
  widget?: ({ id?: string | null } & Fields)[] | null
}

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
  const { logo, id: slug, locales: languages, ...brandFields } = brand
  await write('brands', slug, () => ({ ...brandFields, slug, languages }))
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

type IdOf = (collection: CollectionSlug, slug: string | undefined) => DocumentId | null | undefined

function contentFields(content: Content, locale: Locale, before: Written | undefined, idOf: IdOf): Fields {
  const { kind, name, tone, palette, trigger, validFrom, validUntil, action } = content
  const block = before?.widget?.[0]
  return {
    name,
    tone,
    palette: idOf('palettes', palette),
    trigger: idOf('triggers', trigger),
    validFrom: validFrom ?? null,
    validUntil: validUntil ?? null,
    widget: [{ blockType: kind, ...idFrom(block), ...formOf(widgets[kind]?.fields ?? {}, content.fields, locale, block, idOf) }],
    action: action ? linkIn(action, locale) : {},
  }
}

/** A widget's form, or one row in it, in one language. */
function formOf(fields: WidgetFields, values: Fields, locale: Locale, before: Fields | undefined, idOf: IdOf): Fields {
  const entries = Object.entries(fields).map(([name, { input, localized, of = {} }]) => {
    const value = values[name]
    // What the body does not say stays unsaid, even where the form would suggest something.
    if (value === undefined) return [name, input === 'link' ? {} : null]
    if (localized) return [name, textIn(value as LocalizedText, locale)]
    if (input === 'link') return [name, linkIn(value as LinkAction, locale)]
    if (input !== 'rows') return [name, input === 'media' ? idOf('media', value as string) : value]
    const rows = (before?.[name] ?? []) as ({ id?: string | null } & Fields)[]
    return [name, (value as Fields[]).map((row, at) => ({ ...idFrom(rows[at]), ...formOf(of, row, locale, rows[at], idOf) }))]
  })
  return Object.fromEntries(entries)
}

function linkIn(link: LinkAction, locale: Locale): Fields {
  return { ...link, label: textIn(link.label, locale) }
}

function surfaceFields(surface: Surface, locale: Locale, before: Written | undefined, idOf: IdOf): Fields {
  const { type, name, title, palette, commerceFirst } = surface
  return {
    type,
    name,
    title: textIn(title, locale),
    palette: idOf('palettes', palette),
    commerceFirst: commerceFirst === true,
    sections: surface.sections.map((section, index) => {
      const row = before?.sections?.[index]
      return {
        ...idFrom(row),
        slug: section.id,
        title: textIn(section.title, locale),
        scroll: section.scroll,
        placements: section.placements.map((placement, place) => ({
          ...idFrom(row?.placements?.[place]),
          ...placementFields(placement, idOf),
        })),
      }
    }),
  }
}

function placementFields(placement: Placement, idOf: IdOf): Fields {
  return { content: idOf('contents', placement.content), ...Object.fromEntries(formFactors.map((factor) => [factor, placement[factor]])) }
}

/** The rows of the second language are those of the first. */
function idFrom(row: { id?: string | null } | undefined): Fields {
  return row?.id ? { id: row.id } : {}
}

function textIn(text: LocalizedText | undefined, locale: Locale): string | null {
  return text?.[locale] ?? null
}

/** "welcome-sim" → "Welcome sim". */
function nameOf(id: string): string {
  const words = basename(id).replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
