import { ownHome, type Menu, type ReleaseBody, type Target } from '@mosaic/schemas/release'
import { locales } from '@mosaic/schemas/text'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { checkMenus } from '../../publisher/checks/menus.ts'
import { checkBodyReferences } from '../../publisher/checks/references.ts'
import { checkSchema } from '../../publisher/checks/schema.ts'

/** One thing that is not right in a menu yet: in words, and where. */
export type MenuIssue = { severity: 'error' | 'warning'; message: TwoLanguages; level: number | undefined; option: number | undefined }

/** What the Publish page would say of the menu as it stands in the form: the very same checks, over nothing but the menu and the ids of the targets. */
export function menuIssues(menu: Menu, targets: readonly string[]): MenuIssue[] {
  const body = bodyOf(menu, targets)
  const ofMenus = ({ file }: { file: string }) => file === 'menus.json'
  const shape = checkSchema(body).filter(ofMenus)
  const issues = shape.length > 0 ? shape : [...checkBodyReferences(body).filter(ofMenus), ...checkMenus(body)]
  return issues.map(({ severity, message, path }) => {
    const [, level, option] = /^\/\d+\/nodes\/(\d+)(?:\/options\/(\d+))?/.exec(path) ?? []
    return { severity, message, level: numberOf(level), option: numberOf(option) }
  })
}

function numberOf(step: string | undefined): number | undefined {
  return step === undefined ? undefined : Number(step)
}

function bodyOf(menu: Menu, targets: readonly string[]): ReleaseBody {
  return {
    brand: { id: 'brand', name: 'brand', locales: [...locales], defaultLocale: 'it', timeZone: 'UTC', currency: 'EUR' },
    palettes: [],
    triggers: [],
    clusters: [],
    surfaces: [],
    contents: [],
    media: [],
    policies: {},
    targets: targets.map((id): Target => ({ id, name: id, opens: 'surface', surface: ownHome, title: {}, sms: {}, words: [] })),
    menus: [menu],
    guides: [],
  }
}
