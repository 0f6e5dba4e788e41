import { locales } from '@mosaic/schemas/text'
import type { PublishIssue } from '../publisher/index.ts'
import { originKey, type Origin } from '../reader.ts'

/** Where in the admin an issue is mended: the document, its language, and the field as the page's anchor; `undefined` when there is no document. */
export function issueLink({ subject }: Pick<PublishIssue, 'subject'>, origins: ReadonlyMap<string, Origin>): string | undefined {
  const origin = origins.get(originKey(subject.collection, subject.id))
  if (!origin) return undefined
  const steps = subject.field.split('.').filter(Boolean)
  const locale = locales.find((language) => language === steps.at(-1))
  const path = formPath(subject.collection, locale ? steps.slice(0, -1) : steps)
  return documentLink(origin) + (locale ? `?locale=${locale}` : '') + (path ? `#field-${path.replaceAll('.', '__')}` : '')
}

/** The page of a document. */
export function documentLink({ collection, id }: Pick<Origin, 'collection' | 'id'>): string {
  return `/admin/collections/${collection}/${id}`
}

/** From a path of the published document to that of the form's field. */
function formPath(collection: Origin['collection'], steps: readonly string[]): string {
  const [first, ...rest] = steps
  if (first === undefined) return ''
  // One builder edits the whole rule: it marks the condition itself.
  if (collection === 'triggers' && first === 'rule') return 'rule'
  if (collection === 'contents' && first === 'fields') return ['widget', '0', ...rest].join('.')
  if (collection === 'contents' && (first === 'kind' || first === 'schemaVersion')) return 'widget'
  if (collection === 'palettes' && first === 'schemes') return rest.join('.')
  if (collection === 'media' && (first === 'file' || first === 'mime' || first === 'crops')) return ''
  if (collection === 'brands' && first === 'locales') return 'languages'
  // One editor for the whole tree: it marks the place itself.
  if (collection === 'menus' && first === 'nodes') return 'nodes'
  if (collection === 'guides' && first === 'steps') return 'steps'
  if (first === 'id') return 'slug'
  return steps.join('.')
}
