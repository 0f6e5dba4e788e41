import type { Section } from '../api/types.ts'

/** The sections that have something to show, each with the placements of widgets that really came. Without a layout: all widgets, full width, in order. */
export function visibleSections(sections: readonly Section[] | undefined, widgetIds: readonly string[], gridColumns: number): Section[] {
  if (!sections) {
    const placements = widgetIds.map((widgetId, order) => ({ widgetId, order, columns: gridColumns, rows: 1 }))
    return placements.length > 0 ? [{ id: 'all', title: null, scroll: 'grid', placements }] : []
  }
  const present = new Set(widgetIds)
  return sections
    .map((section) => ({
      ...section,
      placements: section.placements.filter(({ widgetId }) => present.has(widgetId)).toSorted((a, b) => a.order - b.order),
    }))
    .filter((section) => section.placements.length > 0)
}
