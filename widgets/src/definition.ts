import type { MethodResult, ReadMethodName, WriteMethodName } from '@mosaic/schemas/bss'
import type { Content, Media } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Locale } from '@mosaic/schemas/text'
import type { Fields, FieldValues } from './fields.ts'
import type { Format } from './format.ts'
import type { Moment } from './moment.ts'
import type { AccessibilityView, ActionView, FallbackView, GaugeView, TextView } from './view-model.ts'

/** Everything a presenter may look at. Pure data: a presenter never asks anybody for more, and the moment is given. */
export type PresentInput<F extends Fields, Needs extends ReadMethodName, Wants extends ReadMethodName = never> = {
  content: Content
  fields: FieldValues<F>
  /**
   * The answers of the methods the kind asks, each checked against its contract. What it only wants is `undefined` where it failed, is late or was not
   * asked.
   */
  data: { [Name in Needs]: MethodResult<Name> } & { [Name in Wants]?: MethodResult<Name> | undefined }
  /** The line the home is about; absent for a customer without lines, and for contents that need nothing of a customer: they are the same for everybody. */
  lineId: string | undefined
  moment: Moment
  format: Format
  /** The brand's currency, for amounts that editors write: ISO 4217. */
  currency: string
  /** The texts of a content in the customer's language, else in the brand's. */
  text: (text: { it?: string; en?: string } | undefined) => TextView | undefined
  /** An image of the release, by id. */
  media: (id: string | undefined) => ImageView | undefined
  /** The action the editors gave the content, ready to be shown; absent when there is none, or its link is not a safe one. */
  action: ActionView | undefined
  /** The ids of the contents on the same surface that a mutation changes: those drawn from any answer it makes obsolete, each once. */
  refreshedBy: (write: WriteMethodName) => readonly string[]
}

/** What a kind shows: its payload, and what of the envelope it fills itself. */
export type Face<Payload> = {
  title?: TextView | undefined
  payload: Payload
  /** The tile in a sentence or two, without its title: the body of the text card for apps that draw nothing else of it. */
  summary?: string | undefined
  /** For kinds that join GaugeLike, BannerLike, ListLike or ActionsLike: the archetype's face. */
  gauge?: GaugeView | undefined
  banner?: BannerView | undefined
  list?: ListView | undefined
  actions?: ActionView[] | undefined
  /** Overrides the authored action, when the kind knows better. */
  action?: ActionView | undefined
  /** When what it shows turns by itself and a client had better ask again (ISO 8601): the tile is fresh no longer than that. */
  turnsAt?: string | undefined
  accessibility: AccessibilityView
}

/** Nothing to show for this customer now (no bill yet, no offer left): the widget is left out, which is not an error. */
export type LeaveOut = { leaveOut: string }

/** One thing wrong with what an editor wrote, that the fields' schema cannot see: the path inside `fields`, and what to do. */
export type FieldIssue = { path: string; expected: string; got: string; fix: string }

/**
 * One widget kind. `kind` names its folder, its payload field in GraphQL and its view; `type` its GraphQL type.
 *
 * Its functions are written as methods so that kinds with different fields fit one registry: TypeScript compares the parameters of methods
 * both ways, and the composer checks the fields and the data against the kind's own schemas before it calls them.
 */
export type WidgetDefinition<
  F extends Fields = Fields,
  Needs extends ReadMethodName = ReadMethodName,
  Payload = unknown,
  Wants extends ReadMethodName = ReadMethodName,
> = {
  kind: string
  type: string
  schemaVersion: number
  label: TwoLanguages
  description: TwoLanguages
  /** Care (balance, bill, usage, alert …) stands above commerce (offer …) unless an editor decides otherwise. */
  purpose: 'care' | 'commerce' | 'editorial'
  /** Archetypes the type implements: an old app that knows the archetype can draw this kind. */
  archetypes: readonly ('GaugeLike' | 'BannerLike' | 'ListLike' | 'ActionsLike')[]
  fields: F
  /** The BSS methods whose answers `present` needs. */
  needs: readonly Needs[]
  /** Those of `needs` that one content really asks for, where that depends on its fields. Without it: all of them. */
  needsOf?(fields: FieldValues<F>): readonly Needs[]
  /**
   * The BSS methods whose answers make the tile richer, and that it does without. They are waited for no longer than its deadline, and one that failed
   * costs its part of the tile, never the tile. A method that some contents need and others only want stands in both lists.
   */
  wants?: readonly Wants[]
  /** Those of `wants` that one content really asks for, where that depends on its fields. Without it: all of them. */
  wantsOf?(fields: FieldValues<F>): readonly Wants[]
  present(input: PresentInput<F, Needs, Wants>): Face<Payload> | LeaveOut
  /** Simpler kinds this one can be shown as, richest first, for an app that cannot draw it. */
  variants?: readonly Variant<F, Needs, Wants>[]
  /** The text card shown when data is missing or the app cannot draw the kind. Pure, never fails. */
  fallback(input: FallbackInput<F>): FallbackView
  /**
   * Whether a tile whose data is missing shows its fallback card, or is left out because it would only worry people (a warning that could not be
   * checked). @default 'fallback'
   */
  onFailure?: 'fallback' | 'leaveOut'
  /** What is wrong with a content beyond its fields' schema; an empty list when nothing is. */
  check?(fields: FieldValues<F>, content: Pick<Content, 'tone'>): FieldIssue[]
  /** What a user of an app that predates this kind will see: one paragraph, required. */
  fallbackImpact: string
  /** How long a presenter may wait for the kind's data before the fallback stands in, in milliseconds. */
  deadlineMs: number
  /** The usual size on each form factor's grid (4, 8 and 12 columns). */
  span: { compact: Span; medium: Span; expanded: Span }
}
type Span = { columns: number; rows: number }

/** Another kind's face of the same content: `present` gives the payload of that kind. */
export type Variant<F extends Fields, Needs extends ReadMethodName, Wants extends ReadMethodName = never> = {
  kind: string
  present(input: PresentInput<F, Needs, Wants>): Face<unknown> | LeaveOut
}

export type FallbackInput<F extends Fields> = Pick<PresentInput<F, never>, 'content' | 'fields' | 'text'> & { locale: Locale }

/** Keeps the types of fields, needs, wants and payload while checking the shape. */
export function defineWidget<
  const F extends Fields,
  const Needs extends ReadMethodName,
  Payload,
  const Wants extends ReadMethodName = never,
>(definition: WidgetDefinition<F, Needs, Payload, Wants>): WidgetDefinition<F, Needs, Payload, Wants> {
  return definition
}

export type ImageView = {
  url: string
  width: number
  height: number
  focalX: number
  focalY: number
  alt: string
  /** Absent where there is none: the whole image does. */
  crops?: CropView[] | undefined
}
/** A part of an image, cut around its focal point. `ratio` such as `16:9`; may grow. */
export type CropView = { ratio: string; url: string; width: number; height: number }
/** How a banner's text stands on its image: beside or below it (`none`), or over it behind a `light` or a `dark` veil. */
export type OverlayStyle = 'none' | 'light' | 'dark'
export type BannerView = {
  headline: TextView
  body?: TextView | undefined
  image?: ImageView | undefined
  overlay: OverlayStyle
  actions: ActionView[]
}
export type ListItemView = {
  id: string
  primary: string
  secondary?: string | undefined
  value?: string | undefined
  action?: ActionView | undefined
}
export type ListView = { items: ListItemView[] }

/** The methods without whose answers one content cannot be drawn. */
export function needsOf(definition: WidgetDefinition, fields: Content['fields']): readonly ReadMethodName[] {
  return definition.needsOf?.(fields) ?? definition.needs
}

/** The methods whose answers one content shows where they are there, and does without. */
export function wantsOf(definition: WidgetDefinition, fields: Content['fields']): readonly ReadMethodName[] {
  return definition.wantsOf?.(fields) ?? definition.wants ?? []
}

/** The methods one content is drawn from, those it cannot do without first: what a plan of needs must load for it, and nothing more. */
export function asksOf(definition: WidgetDefinition, fields: Content['fields']): readonly ReadMethodName[] {
  return [...needsOf(definition, fields), ...wantsOf(definition, fields)]
}

/** An image of the release as a client sees it. */
export function imageView(media: Media, urlOf: (image: Pick<Media, 'file'>) => string, alt: string): ImageView {
  const { width, height, focalX, focalY, crops = [] } = media
  const cut = crops.map(({ ratio, width, height, ...crop }) => ({ ratio, url: urlOf(crop), width, height }))
  return { url: urlOf(media), width, height, focalX, focalY, alt, ...(cut.length > 0 && { crops: cut }) }
}
