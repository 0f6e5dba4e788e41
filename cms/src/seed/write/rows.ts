import type { LinkAction } from '@mosaic/schemas/release'
import type { LocalizedText } from '@mosaic/schemas/text'
import type { CollectionSlug } from 'payload'
import type { DocumentId } from '../../reader/references.ts'

/* What the documents of the seed are written with. */

export type Locale = 'it' | 'en'
export type Fields = Record<string, unknown>
/** What is left of a document's Italian when its English is written: the ids of its rows. */
export type Written = {
  id: DocumentId
  sections?: { id?: string | null; placements?: { id?: string | null }[] | null }[] | null
  widget?: ({ id?: string | null } & Fields)[] | null
}
export type IdOf = (collection: CollectionSlug, slug: string | undefined) => DocumentId | null | undefined

export function linkIn(link: LinkAction, locale: Locale): Fields {
  return { ...link, label: textIn(link.label, locale) }
}

/** The rows of the second language are those of the first. */
export function idFrom(row: { id?: string | null } | undefined): Fields {
  return row?.id ? { id: row.id } : {}
}

export function textIn(text: LocalizedText | undefined, locale: Locale): string | null {
  return text?.[locale] ?? null
}
