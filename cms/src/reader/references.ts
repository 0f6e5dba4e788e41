import type { Row } from './rows.ts'

export type DocumentId = number | string

/** The collections that take part in a release. */
export const publishedCollections = [
  'surfaces',
  'contents',
  'clusters',
  'triggers',
  'targets',
  'menus',
  'guides',
  'palettes',
  'media',
  'brands',
  'policies',
] as const
export type PublishedCollection = (typeof publishedCollections)[number]

/** From a document id to the id it is published under; `undefined` when the field is empty. */
export type References = {
  (collection: PublishedCollection, value: unknown): string | undefined
  row: (collection: PublishedCollection, value: unknown) => Row | undefined
}

/** References between the documents of one brand, as they were read. */
export function createReferences(documents: Partial<Record<PublishedCollection, readonly Row[]>>): References {
  const index = new Map<string, Row>()
  for (const [collection, rows] of Object.entries(documents)) for (const row of rows) index.set(`${collection}/${row.id}`, row)

  const row = (collection: PublishedCollection, value: unknown) => index.get(`${collection}/${idOf(value)}`)
  const publishedId = (collection: PublishedCollection, value: unknown) => {
    if (value === undefined || value === null || value === '') return undefined
    const slug = row(collection, value)?.slug
    // A document that is gone, unnamed or another brand's: an id that resolves to nothing, so that the checks say so.
    return typeof slug === 'string' && slug !== '' ? slug : `missing-${idOf(value).toLowerCase()}`
  }
  return Object.assign(publishedId, { row })
}

/** The id in a relation field, however deep it was read; empty when there is none. */
function idOf(value: unknown): string {
  const id: unknown = typeof value === 'object' && value !== null && 'id' in value ? value.id : value
  return typeof id === 'string' || typeof id === 'number' ? String(id) : ''
}
