import type { TextView, WidgetView } from '@mosaic/widgets'
import type { Theme } from '../theme/theme.ts'

/* What the trusted document `schemas/operations/web/2.0/home.graphql` answers. */

export type LineRef = { id: string; label: string; msisdn: string; kind: string; device: string }
export type Me = { id: string; name: string; lines: LineRef[] }
export type Placement = { widgetId: string; order: number; columns: number; rows?: number | null }
export type Section = { id: string; title?: string | null; scroll: string; placements: Placement[] }
export type Layout = { columns: number; sections: Section[] }
export type Mosaic = {
  id: string
  line?: string | null
  title?: TextView | null
  greeting?: TextView | null
  composedAt: string
  expiresAt: string
  theme: Theme
  /** Of tiles with colours of their own; absent in a home that was saved by an earlier version. */
  themes?: Theme[]
  layout?: Layout | null
  /** A hole is a widget that could not be composed: its neighbours never notice. */
  widgets: (WidgetView | null)[]
}
export type HomeData = { me: Me; mosaic: Mosaic }

/** What every mutation answers. */
export type ActionResult = {
  /** completed, pending, failed; a word this version does not know counts as pending. */
  status: string
  message: TextView
  /** As they are now. */
  widgets: (WidgetView | null)[]
  /** The ids of those that are not on the page any more. */
  removed: string[]
}
