import type { MethodResult, ReadMethodName } from '@mosaic/schemas/bss'
import type { Content, Media } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { Locale } from '@mosaic/schemas/text'
import type { Fields, FieldValues } from './fields.ts'
import type { Format } from './format.ts'
import type { AccessibilityView, ActionView, FallbackView, GaugeView, TextView } from './view-model.ts'

/** Everything a presenter may look at. Pure data: a presenter never asks anybody for more, and `now` is given. */
export type PresentInput<F extends Fields, Needs extends ReadMethodName> = {
  content: Content
  fields: FieldValues<F>
  /** The answers of the methods the kind needs; each has been checked against its contract. */
  data: { [Name in Needs]: MethodResult<Name> }
  /** The line the home is about; absent for a customer without lines. */
  lineId: string | undefined
  now: Date
  format: Format
  /** The texts of a content in the customer's language, else in the brand's. */
  text: (text: { it?: string; en?: string } | undefined) => TextView | undefined
  /** An image of the release, by id. */
  media: (id: string | undefined) => ImageView | undefined
}

/** What a kind shows: its payload, and what of the envelope it fills itself. */
export type Face<Payload> = {
  title?: TextView | undefined
  payload: Payload
  /** For kinds that join GaugeLike, BannerLike, ListLike or ActionsLike: the archetype's face. */
  gauge?: GaugeView | undefined
  banner?: BannerView | undefined
  list?: ListView | undefined
  actions?: ActionView[] | undefined
  /** Overrides the authored action, when the kind knows better. */
  action?: ActionView | undefined
  accessibility: AccessibilityView
}

/** Nothing to show for this customer now (no bill yet, no offer left): the widget is left out, which is not an error. */
export type LeaveOut = { leaveOut: string }

export type Presenter<F extends Fields, Needs extends ReadMethodName, Payload> = (input: PresentInput<F, Needs>) => Face<Payload> | LeaveOut

/**
 * One widget kind. `kind` names its folder, its payload field in GraphQL and its view; `type` its GraphQL type.
 */
export type WidgetDefinition<F extends Fields = Fields, Needs extends ReadMethodName = ReadMethodName, Payload = unknown> = {
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
  present: Presenter<F, Needs, Payload>
  /** Simpler kinds this one can be shown as, richest first, for an app that cannot draw it. */
  variants?: readonly { kind: string; present: Presenter<F, Needs, unknown> }[]
  /** The text card shown when data is missing or the app cannot draw the kind. Pure, never fails. */
  fallback: (input: Pick<PresentInput<F, Needs>, 'content' | 'fields' | 'text'> & { locale: Locale }) => FallbackView
  /** What a user of an app that predates this kind will see: one paragraph, required. */
  fallbackImpact: string
  /** How long a presenter may wait for the kind's data before the fallback stands in, in milliseconds. */
  deadlineMs: number
  /** The usual size on each form factor's grid (4, 8 and 12 columns). */
  span: { compact: Span; medium: Span; expanded: Span }
}
type Span = { columns: number; rows: number }

/** Keeps the types of fields, needs and payload while checking the shape. */
export function defineWidget<const F extends Fields, const Needs extends ReadMethodName, Payload>(
  definition: WidgetDefinition<F, Needs, Payload>,
): WidgetDefinition<F, Needs, Payload> {
  return definition
}

export type ImageView = { url: string; width: number; height: number; focalX: number; focalY: number; alt: string }
export type BannerView = { headline: TextView; body?: TextView | undefined; image?: ImageView | undefined; actions: ActionView[] }
export type ListView = { items: { id: string; primary: string; secondary?: string | undefined; value?: string | undefined; action?: ActionView | undefined }[] }

/** An image of the release as a client sees it. */
export function imageView(media: Media, url: string, alt: string): ImageView {
  return { url, width: media.width, height: media.height, focalX: media.focalX, focalY: media.focalY, alt }
}
