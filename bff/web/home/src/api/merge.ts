import type { ActionResult, HomeData } from './types.ts'

export type Changed = Pick<ActionResult, 'widgets' | 'removed'>

/**
 * The home with the widgets a mutation changed put in the place of the old ones, by id, and without those that it removed. Widgets the home does not show
 * have no place in it yet: see `isOutgrown`.
 */
export function mergeWidgets(home: HomeData, { widgets, removed }: Changed): HomeData {
  const byId = new Map(widgets.filter((widget) => widget !== null).map((widget) => [widget.id, widget]))
  const gone = new Set(removed)
  const shown = home.mosaic.widgets
  if (!shown.some((widget) => widget && (byId.has(widget.id) || gone.has(widget.id)))) return home
  const merged = shown.filter((widget) => !widget || !gone.has(widget.id)).map((widget) => (widget && byId.get(widget.id)) ?? widget)
  return { ...home, mosaic: { ...home.mosaic, widgets: merged } }
}

/** Whether a home is one that a mutation's answer is about. Another line's has tiles of the same ids: its figures stay its own. */
export function isOfLine({ mosaic }: HomeData, line: string | undefined): boolean {
  return line === undefined || mosaic.line === line
}

/** Whether only the whole home is right after a mutation: a widget has come, and has no place yet; or one has gone, and it may be another page that is the customer's now. */
export function isOutgrown(home: HomeData, { widgets, removed }: Changed): boolean {
  const shown = new Set(home.mosaic.widgets.map((widget) => widget?.id))
  return removed.some((id) => shown.has(id)) || widgets.some((widget) => widget !== null && !shown.has(widget.id))
}
