import { methodNames } from '@mosaic/schemas/bss'
import {
  colorSchemes,
  formFactors,
  ownHome,
  targetFields,
  type Brand,
  type Cluster,
  type Content,
  type Guide,
  type Menu,
  type Palette,
  type Placement,
  type Policies,
  type Section,
  type Surface,
  type Target,
  type TargetKind,
  type Trigger,
} from '@mosaic/schemas/release'
import { widgets } from '@mosaic/widgets'
import { careOf } from './care-row.ts'
import { fieldsOf, linkOf } from './content-fields.ts'
import { policyChangesOf } from './policy-row.ts'
import type { References } from './references.ts'
import { list, present, texts, withoutEmpty, type NamedRow, type Row } from './rows.ts'

/* Documents into what is published of them. A draft may lack what the type promises: the casts say "as far as it is written". */

export function brandOf(row: Row, references: References): Brand {
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
    care: careOf(row.care),
  }) as Brand
}

export function paletteOf(row: NamedRow): Palette {
  const schemes = Object.fromEntries(colorSchemes.map((scheme) => [scheme, withoutEmpty(row[scheme])]))
  return present({ id: row.slug, name: row.name, schemes }) as Palette
}

export function triggerOf(row: NamedRow): Trigger {
  return present({ id: row.slug, name: row.name, rule: row.rule }) as Trigger
}

export function clusterOf(row: NamedRow, references: References): Cluster {
  return present({
    id: row.slug,
    name: row.name,
    priority: row.priority,
    trigger: references('triggers', row.trigger),
    home: references('surfaces', row.home),
  }) as Cluster
}

export function surfaceOf(row: NamedRow, references: References): Surface {
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

export function contentOf(row: NamedRow, references: References): Content {
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

export function targetOf(row: NamedRow, references: References): Target {
  const opens = row.opens as TargetKind
  // A form that was switched from one kind to another and back keeps what was written; only what the kind wants is published.
  const wants = Object.hasOwn(targetFields, opens) ? targetFields[opens] : []
  const all = {
    surface: row.onHome === true ? ownHome : references('surfaces', row.surface),
    content: references('contents', row.content),
    guide: references('guides', row.guide),
    step: row.step || undefined,
  }
  return present({
    id: row.slug,
    name: row.name,
    opens,
    ...Object.fromEntries(wants.map((name) => [name, all[name]])),
    title: withoutEmpty(row.title),
    sms: withoutEmpty(row.sms),
    words: texts(row.words),
    trigger: references('triggers', row.trigger),
    minutes: row.minutes,
  }) as Target
}

/* Menus and guides are trees: each is kept whole in one field, and names others by the ids they are published under. */

export function menuOf(row: NamedRow): Menu {
  return present({ id: row.slug, name: row.name, numbers: texts(row.numbers), nodes: list(row.nodes) }) as Menu
}

export function guideOf(row: NamedRow): Guide {
  return present({
    id: row.slug,
    name: row.name,
    title: withoutEmpty(row.title),
    words: texts(row.words),
    steps: list(row.steps),
  }) as Guide
}

function kindOf(row: Row | undefined): string {
  const kind = list(row?.widget)[0]?.blockType
  return typeof kind === 'string' ? kind : ''
}

export function policiesOf(all: readonly Row[]): Policies {
  const policies: Policies = {}
  for (const method of methodNames) {
    const row = all.find((candidate) => candidate.method === method)
    if (row) policies[method] = policyChangesOf(row)
  }
  return policies
}
