/** Where something stands on the page, in CSS pixels from its top left corner, whatever is scrolled. */
export type Box = { left: number; top: number; right: number; bottom: number }
/** A section on the screen, and its tiles in their order. */
export type Area = Box & { section: string; boxes: readonly Box[] }

/** The sections as they stand now. */
export function measure(page: HTMLElement): Area[] {
  return [...page.querySelectorAll<HTMLElement>('[data-section]')].map((element) => ({
    ...boxOf(element),
    section: element.dataset['section'] ?? '',
    boxes: [...element.querySelectorAll('[data-tile]')].map(boxOf),
  }))
}

/**
 * The section under the pointer (else the nearest above or below), and in it: the place whose middle is nearest, and where a tile that comes from elsewhere
 * would stand, before or after that one. `undefined` on a page without sections.
 */
export function slotAt(areas: readonly Area[], x: number, y: number): { section: string; nearest: number; before: number } | undefined {
  const area = least(areas, ({ top, bottom }) => Math.max(top - y, y - bottom, 0))
  if (!area) return undefined
  const box = least(area.boxes, (one) => Math.hypot(x - middle(one).x, y - middle(one).y))
  if (!box) return { section: area.section, nearest: 0, before: 0 }
  const nearest = area.boxes.indexOf(box)
  const isBeside = y >= box.top && y <= box.bottom
  const isPast = isBeside ? x > middle(box).x : y > middle(box).y
  return { section: area.section, nearest, before: isPast ? nearest + 1 : nearest }
}

function boxOf(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  return { left, top: top + scrollY, right, bottom: bottom + scrollY }
}

function middle({ left, top, right, bottom }: Box): { x: number; y: number } {
  return { x: (left + right) / 2, y: (top + bottom) / 2 }
}

function least<T>(all: readonly T[], measureOf: (one: T) => number): T | undefined {
  const measures = all.map(measureOf)
  return all[measures.indexOf(Math.min(...measures))]
}
