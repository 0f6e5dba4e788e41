import type { WidgetDefinition, WidgetView } from '@mosaic/widgets'
import type { Locale } from '@mosaic/schemas/text'

/** A kind as the gallery lists it: what its definition says, and the names of its fixtures. */
export type KindEntry = Pick<
  WidgetDefinition,
  'kind' | 'type' | 'label' | 'description' | 'purpose' | 'archetypes' | 'needs' | 'span' | 'fallbackImpact'
> & { cases: readonly CaseEntry[] }

/** A fixture: its file's name, what it shows, and the language it was written for. */
export type CaseEntry = { id: string; name: string; locale: Locale }

/** What the composer makes of a fixture, in each language; `capabilities` when it is about an app that cannot draw everything. */
export type Case = { now: string; capabilities?: readonly string[] } & Record<Locale, Composed>

/** A tile, or why there is none. */
export type Composed = { widget: WidgetView } | { leftOut: string }
