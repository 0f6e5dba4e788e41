import { methods, readMethodNames, policiesOf, type MethodName, type Policy, type ReadMethodName } from '@mosaic/schemas/bss'
import {
  colorSchemes,
  colorTokens,
  type Brand,
  type Cluster,
  type ColorScheme,
  type Content,
  type FormFactor,
  type Media,
  type Palette,
  type Placement,
  type Release,
  type Section,
  type Surface,
  type Trigger,
} from '@mosaic/schemas/release'
import {
  attributesOf,
  compileRule,
  methodsOf,
  requirementsOf,
  type CatalogueEntry,
  type CompiledRule,
  type Requirement,
} from '@mosaic/schemas/rules'
import { asksOf, widgets, type WidgetDefinition } from '@mosaic/widgets'
import { indexClusters, type ClusterIndex } from './cluster-index.ts'
import { compileCare, type CompiledCare } from './compile-care.ts'
import { each, type Steps } from './slices.ts'

/** A release made ready to answer from: nothing in it is looked up, checked or compiled again while customers wait. */
export type CompiledRelease = {
  /** Names it in this process: for what is kept of it and outlives it, and must not hold on to all of it. */
  serial: number
  number: number
  createdAt: string
  brand: Brand
  /** In the order in which they are asked. */
  clusters: readonly CompiledCluster[]
  /** Which of them are worth asking, by their places in the list. */
  clusterIndex: ClusterIndex
  /**
   * What is asked for at once, while the customer's cluster is still being found: what some cluster's rule asks about, and what every home needs whoever he turns
   * out to be.
   */
  earlyNeeds: readonly ReadMethodName[]
  /** What the rules of this release ask about: no other fact is worth reading. */
  attributes: readonly CatalogueEntry[]
  surfaces: ReadonlyMap<string, CompiledSurface>
  media: ReadonlyMap<string, Media>
  mediaUrl: (image: Pick<Media, 'file'>) => string
  /** Complete: the release's own, else the contract's. */
  policies: Readonly<Record<MethodName, Policy>>
  /** What those who help customers work with; no home asks for it. */
  care: CompiledCare
}

export type CompiledTrigger = {
  /** As it was written, for who asks why. */
  source: Trigger
  /** `needs` as a set of bits, by their place among all methods. */
  needsBits: number
  rule: CompiledRule
  needs: readonly ReadMethodName[]
  /** Texts without which the rule cannot be true. */
  requirements: readonly Requirement[]
}

export type CompiledCluster = {
  id: string
  /** As it was written, for who asks why. */
  source: Cluster
  /** Absent: it takes everybody. */
  trigger: CompiledTrigger | undefined
  home: CompiledSurface
}

export type CompiledContent = {
  content: Content
  purpose: WidgetDefinition['purpose']
  trigger: CompiledTrigger | undefined
  /** Epoch milliseconds; the validity is from (inclusive) until (exclusive). */
  validFrom: number
  validUntil: number
  /** The BSS methods it is drawn from, those it cannot do without first, and how long it waits for them. */
  needs: readonly ReadMethodName[]
  /** Drawn from what is known of a customer: not the same for everybody. */
  isPersonal: boolean
  deadlineMs: number
}

export type CompiledSurface = {
  id: string
  type: Surface['type']
  title: Surface['title']
  commerceFirst: boolean
  theme: Theme
  /** Of the contents that have colours of their own. */
  themes: readonly Theme[]
  /** Each content once, however often it is placed. */
  contents: readonly CompiledContent[]
  siblings: readonly Content[]
  sections: readonly CompiledSection[]
  /** What its triggers ask about. */
  triggerNeeds: readonly ReadMethodName[]
}

export type CompiledSection = Pick<Section, 'id' | 'title' | 'scroll'> & {
  /** In reading order on each form factor. */
  placements: Readonly<Record<FormFactor, readonly { content: CompiledContent; columns: number; rows: number }[]>>
}

/** A palette as clients get it. */
export type Theme = { id: string; palettes: { scheme: string; tokens: { name: string; hex: string }[] }[] }

let serials = 0

/** Compiles a release that readRelease has checked, in steps: it may be large, and customers are being served meanwhile. */
export function* compileRelease(release: Release): Steps<CompiledRelease> {
  const { manifest, brand } = release
  const triggers = new Map(yield* each(release.triggers, (trigger) => [trigger.id, compileTrigger(trigger)]))
  const triggerOf = (id: string | undefined) => (id === undefined ? undefined : triggers.get(id))
  const contents = new Map(yield* each(release.contents, (content) => [content.id, compileContent(content, triggerOf(content.trigger))]))
  const themes = byId(yield* each(release.palettes, themeOf))
  const surfaces = byId(yield* each(release.surfaces, (surface) => compileSurface(surface, contents, themes)))
  const clusters = release.clusters
    .toSorted((one, other) => one.priority - other.priority)
    .map((source): CompiledCluster => ({ id: source.id, source, trigger: triggerOf(source.trigger), home: found(surfaces, source.home) }))

  return {
    serial: ++serials,
    number: manifest.number,
    createdAt: manifest.createdAt,
    brand,
    clusters,
    clusterIndex: indexClusters(clusters.map(({ trigger }) => trigger?.requirements ?? [])),
    earlyNeeds: unique([
      ...clusters.flatMap(({ trigger }) => trigger?.needs ?? []),
      ...common(unique(clusters.map(({ home }) => home)).map(sureNeeds)),
    ]),
    attributes: unique(release.triggers.flatMap(({ rule }) => attributesOf(rule))),
    surfaces,
    media: new Map(release.media.map((media) => [media.id, media])),
    mediaUrl: (media) => `/media/${brand.id}/${media.file}`,
    policies: policiesOf(release.policies),
    care: compileCare(release, triggers),
  }
}

function compileTrigger(source: Trigger): CompiledTrigger {
  const { rule } = source
  const needs = methodsOf(rule)
  const needsBits = needs.reduce((bits, need) => bits | (1 << readMethodNames.indexOf(need)), 0)
  return { source, rule: compileRule(rule), needs, needsBits, requirements: requirementsOf(rule) }
}

function compileContent(content: Content, trigger: CompiledTrigger | undefined): CompiledContent {
  const definition = widgets[content.kind]
  // readRelease has refused releases with kinds that do not exist.
  if (!definition) throw new TypeError(`No widget kind ${content.kind}`)
  const needs = asksOf(definition, content.fields)
  return {
    content,
    purpose: definition.purpose,
    trigger,
    validFrom: content.validFrom === undefined ? Number.NEGATIVE_INFINITY : Date.parse(content.validFrom),
    validUntil: content.validUntil === undefined ? Number.POSITIVE_INFINITY : Date.parse(content.validUntil),
    needs,
    isPersonal: needs.some((need) => methods[need].scope !== 'brand'),
    deadlineMs: definition.deadlineMs,
  }
}

function compileSurface(
  surface: Surface,
  contents: ReadonlyMap<string, CompiledContent>,
  themes: ReadonlyMap<string, Theme>,
): CompiledSurface {
  const placed = unique(surface.sections.flatMap(({ placements }) => placements.map(({ content }) => found(contents, content))))
  return {
    id: surface.id,
    type: surface.type,
    title: surface.title,
    commerceFirst: surface.commerceFirst ?? false,
    theme: found(themes, surface.palette),
    themes: unique(placed.flatMap(({ content: { palette } }) => (palette === undefined ? [] : found(themes, palette)))),
    contents: placed,
    siblings: placed.map(({ content }) => content),
    sections: surface.sections.map(({ id, title, scroll, placements }) => ({
      id,
      scroll,
      ...(title && { title }),
      placements: {
        compact: inReadingOrder(placements, 'compact', contents),
        medium: inReadingOrder(placements, 'medium', contents),
        expanded: inReadingOrder(placements, 'expanded', contents),
      },
    })),
    triggerNeeds: unique(placed.flatMap(({ trigger }) => trigger?.needs ?? [])),
  }
}

/** By the order given for the form factor; placements without one keep their place in the list. */
function inReadingOrder(placements: readonly Placement[], factor: FormFactor, contents: ReadonlyMap<string, CompiledContent>) {
  return placements
    .map((placement, index) => ({ placement, order: placement[factor].order ?? index }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ placement }) => {
      const { columns, rows } = placement[factor]
      return { content: found(contents, placement.content), columns, rows }
    })
}

/** The scheme names of the GraphQL enum. */
export const schemeNames: Record<ColorScheme, string> = {
  light: 'LIGHT',
  dark: 'DARK',
  lightHighContrast: 'LIGHT_HIGH_CONTRAST',
  darkHighContrast: 'DARK_HIGH_CONTRAST',
}

function themeOf({ id, schemes }: Palette): Theme {
  return {
    id,
    palettes: colorSchemes.map((scheme) => ({
      scheme: schemeNames[scheme],
      tokens: colorTokens.map((name) => ({ name, hex: schemes[scheme][name] })),
    })),
  }
}

/** What a surface is certainly drawn from: the needs of contents that nothing can leave out. */
function sureNeeds({ contents }: CompiledSurface): ReadMethodName[] {
  const isSure = ({ trigger, validFrom, validUntil }: CompiledContent) =>
    !trigger && !Number.isFinite(validFrom) && !Number.isFinite(validUntil)
  return contents.filter(isSure).flatMap(({ needs }) => needs)
}

function common(lists: readonly (readonly ReadMethodName[])[]): ReadMethodName[] {
  const [first = [], ...others] = lists
  return unique(first.filter((need) => others.every((list) => list.includes(need))))
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)]
}

/** checkReferences has refused releases in which an id leads nowhere. */
function found<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id)
  if (value === undefined) throw new TypeError(`Nothing has the id ${id}`)
  return value
}
