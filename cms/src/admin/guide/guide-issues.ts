import { ownHome, type GuideStep, type ReleaseBody, type Target, type Trigger } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { locales } from '@mosaic/schemas/text'
import { checkGuides } from '../../publisher/checks/guides.ts'
import { checkBodyReferences } from '../../publisher/checks/references.ts'
import { checkSchema } from '../../publisher/checks/schema.ts'

/** One thing that is not right in a guide yet: in words, and at which step. */
export type GuideIssue = { severity: 'error' | 'warning'; message: TwoLanguages; step: number | undefined }

/** What steps may name: the ids of other documents. */
export type Known = { targets: readonly string[]; triggers: readonly string[] }

/** What the Publish page would say of the steps as they stand in the form: the very same checks, over nothing but them and the ids they name. */
export function guideIssues(name: string, steps: readonly GuideStep[], known: Known): GuideIssue[] {
  const body = bodyOf(name, steps, known)
  const isWhole = !checkSchema(body).some(({ file }) => file === 'guides.json')
  // Images are another's: what is chosen here from the list is there.
  const references = isWhole ? checkBodyReferences(body).filter(({ file, path }) => file === 'guides.json' && !path.endsWith('/image')) : []
  return [...references, ...checkGuides(body)].map(({ severity, message, path }) => {
    const at = /^\/0\/steps\/(\d+)/.exec(path)?.[1]
    return { severity, message, step: at === undefined ? undefined : Number(at) }
  })
}

function bodyOf(name: string, steps: readonly GuideStep[], { targets, triggers }: Known): ReleaseBody {
  const rule = { combinator: 'and' as const, rules: [{ field: 'line.kind', operator: '=' as const, value: 'voice' }] }
  return {
    brand: { id: 'brand', name: 'brand', locales: [...locales], defaultLocale: 'it', timeZone: 'UTC', currency: 'EUR' },
    palettes: [],
    triggers: triggers.map((id): Trigger => ({ id, name: id, rule })),
    clusters: [],
    surfaces: [],
    contents: [],
    media: [],
    policies: {},
    targets: targets.map((id): Target => ({ id, name: id, opens: 'surface', surface: ownHome, title: {}, sms: {}, words: [] })),
    menus: [],
    // The title and the words have fields of their own.
    guides: [{ id: 'guide', name, title: { it: name, en: name }, words: [name], steps: [...steps] }],
  }
}
