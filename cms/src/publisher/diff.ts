import type { ReleaseBody } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { changedPaths } from './diff/paths.ts'
import { detailsOf, sentenceOf, wholeSentence } from './diff/sentence.ts'
import type { Collection } from './issues.ts'

/** What became of one document between two bodies. */
export type Change = {
  collection: Collection
  id: string
  name: string
  kind: 'added' | 'removed' | 'changed'
  /** JSON pointers inside the document, of each value that is not the same; empty when it was added or removed. */
  paths: string[]
  /** What changed in it, a few words each; empty when it was added or removed. */
  details: TwoLanguages[]
  /** The whole change as one sentence. */
  sentence: TwoLanguages
}

/** A document of any collection, as far as comparing it goes. */
export type Document = { id: string; name?: string }

/**
 * What publishing `after` would change for customers who see `before` now, document by document, in words; everything is new where nothing was
 * published before. Takes bodies that would not pass
 * the checks, and never throws on them. The order of documents means nothing; a document that stands twice counts by its first.
 */
export function diffBodies(before: ReleaseBody | undefined, after: ReleaseBody): Change[] {
  return collections.flatMap((collection) => {
    const old = byId(before ? documentsOf(before, collection) : [])
    const now = byId(documentsOf(after, collection))
    return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
      const [was, is] = [old.get(id), now.get(id)]
      if (!was || !is) return [wholeChange(collection, is ? 'added' : 'removed', (is ?? was)!)]
      const paths = changedPaths(was, is)
      if (paths.length === 0) return []
      const details = detailsOf({ collection, was, is, paths, names: nameOf(before, after), brand: after.brand })
      const name = calledBy(is)
      return [{ collection, id, name, kind: 'changed', paths, details, sentence: sentenceOf(collection, name, details) }]
    })
  })
}

const collections: readonly Collection[] = [
  'brands',
  'clusters',
  'triggers',
  'surfaces',
  'contents',
  'targets',
  'menus',
  'guides',
  'palettes',
  'media',
  'policies',
]

function documentsOf(body: ReleaseBody, collection: Collection): readonly Document[] {
  if (collection === 'brands') return [body.brand]
  // Policies are kept by method; here each is a document like the others.
  if (collection === 'policies') return Object.entries(body.policies).map(([method, policy]) => ({ id: method, ...policy }))
  return body[collection]
}

/** A draft's name may be missing, or anything but a text. */
function calledBy({ id, name }: Document): string {
  return typeof name === 'string' ? name : id
}

function wholeChange(collection: Collection, kind: 'added' | 'removed', document: Document): Change {
  const [{ id }, name] = [document, calledBy(document)]
  return { collection, id, name, kind, paths: [], details: [], sentence: wholeSentence(collection, kind, name) }
}

/** The name of a content by its id, also of one that is gone. */
function nameOf(before: ReleaseBody | undefined, after: ReleaseBody): (content: string) => string {
  const names = new Map([...(before?.contents ?? []), ...after.contents].map((content) => [content.id, calledBy(content)]))
  return (content) => names.get(content) ?? content
}

function byId(documents: readonly Document[]): Map<string, Document> {
  const map = new Map<string, Document>()
  for (const document of documents) if (!map.has(document.id)) map.set(document.id, document)
  return map
}
