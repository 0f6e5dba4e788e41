import type { ReleaseBody, ReleaseFileName } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'

/** What an editor opens to mend something: the collections of the CMS. */
export type Collection =
  'contents' | 'clusters' | 'surfaces' | 'triggers' | 'targets' | 'menus' | 'guides' | 'palettes' | 'media' | 'brands' | 'policies'

/** One thing an editor must mend (error) or should know (warning) before publishing, with the field to jump to. */
export type PublishIssue = {
  severity: 'error' | 'warning'
  /** Stable, for programs: 'text-missing', 'contrast-low' … */
  code: string
  message: TwoLanguages
  file: ReleaseFileName
  /** JSON pointer inside the file. */
  path: string
  /** `field` is the path inside the document, with dots; empty when the document as a whole is meant. */
  subject: { collection: Collection; id: string; field: string }
}

/** Where an issue stands, in the file and in the CMS. */
export type Place = Pick<PublishIssue, 'file' | 'path' | 'subject'>

const fileOf: Record<Collection, ReleaseFileName> = {
  contents: 'contents.json',
  clusters: 'clusters.json',
  surfaces: 'surfaces.json',
  triggers: 'triggers.json',
  targets: 'targets.json',
  menus: 'menus.json',
  guides: 'guides.json',
  palettes: 'palettes.json',
  media: 'media.json',
  brands: 'brand.json',
  policies: 'policies.json',
}

/** A place in the `index`-th document of a collection. */
export function inDocument(collection: Collection, index: number, id: string, ...steps: readonly (string | number)[]): Place {
  return { file: fileOf[collection], path: pointer([index, ...steps]), subject: { collection, id, field: steps.join('.') } }
}

/** A place in the brand's document. */
export function inBrand(id: string, ...steps: readonly (string | number)[]): Place {
  return { file: 'brand.json', path: pointer(steps), subject: { collection: 'brands', id, field: steps.join('.') } }
}

/** A place in the policy of one BSS method. */
export function inPolicy(method: string, ...steps: readonly (string | number)[]): Place {
  return {
    file: 'policies.json',
    path: pointer([method, ...steps]),
    subject: { collection: 'policies', id: method, field: steps.join('.') },
  }
}

/** The place a JSON pointer into a file means. Takes any body, also one whose shape is wrong. */
export function placeOf(body: ReleaseBody, file: string, path: string): Place {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const collection = (Object.keys(fileOf) as Collection[]).find((name) => fileOf[name] === file) ?? 'brands'
  if (collection === 'brands') return inBrand(idOf(body.brand), ...steps)
  if (collection === 'policies') return inPolicy(steps[0] ?? '', ...steps.slice(1))
  const documents: unknown = body[collection]
  const [index = '', ...field] = steps
  const id = Array.isArray(documents) ? idOf(documents[Number(index)]) : ''
  return { file: fileOf[collection], path, subject: { collection, id, field: field.join('.') } }
}

function idOf(document: unknown): string {
  return typeof document === 'object' && document !== null && 'id' in document ? String(document.id) : ''
}

/** Blocks the publication. */
export function error(code: string, place: Place, it: string, en: string): PublishIssue {
  return { severity: 'error', code, message: { it, en }, ...place }
}

/** Does not block, but is hardly meant. */
export function warning(code: string, place: Place, it: string, en: string): PublishIssue {
  return { severity: 'warning', code, message: { it, en }, ...place }
}

function pointer(steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
