import type { WidgetView } from '@mosaic/widgets'
import type { HomeData } from './types.ts'

/** The home with the widgets a mutation changed put in the place of the old ones, by id. Widgets the home does not show are ignored. */
export function mergeWidgets(home: HomeData, changed: readonly (WidgetView | null)[]): HomeData {
  const byId = new Map(changed.filter((widget) => widget !== null).map((widget) => [widget.id, widget]))
  if (byId.size === 0) return home
  return { ...home, mosaic: { ...home.mosaic, widgets: home.mosaic.widgets.map((widget) => (widget && byId.get(widget.id)) ?? widget) } }
}
