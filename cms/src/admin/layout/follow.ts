/** So near to the edge of the window, in CSS pixels, the page scrolls by itself, and so far in a frame. */
const edge = { near: 48, step: 14 }

/**
 * Keeps something under the hand that drags it, wherever the page has put it meanwhile: one frame, one measure, one transform; nothing else is laid out. At the
 * edge of the window the page scrolls.
 * @param find the element, as it is drawn now
 */
export function follow(find: () => HTMLElement | undefined) {
  const first = find()?.getBoundingClientRect()
  const start = { x: first?.left ?? 0, y: (first?.top ?? 0) + scrollY }
  let wanted = { x: 0, y: 0, pointer: innerHeight / 2 }
  let moved: { element: HTMLElement; x: number; y: number } | undefined
  let frame = 0

  const draw = () => {
    frame = 0
    const element = find()
    if (!element) return
    if (moved?.element !== element) moved = { element, x: 0, y: 0 }
    const { left, top } = element.getBoundingClientRect()
    const x = start.x + wanted.x - (left - moved.x)
    const y = start.y + wanted.y - (top + scrollY - moved.y)
    element.style.translate = `${x}px ${y}px`
    moved = { element, x, y }
    const scrolled = wanted.pointer < edge.near ? -edge.step : wanted.pointer > innerHeight - edge.near ? edge.step : 0
    if (scrolled === 0) return
    const before = scrollY
    scrollBy(0, scrolled)
    wanted = { ...wanted, y: wanted.y + scrollY - before }
    if (scrollY !== before) frame = requestAnimationFrame(draw)
  }

  return {
    /** So far from where it was, on the page; `pointer` is its height in the window. */
    to(x: number, y: number, pointer: number): void {
      wanted = { x, y, pointer }
      frame ||= requestAnimationFrame(draw)
    },
    /** Lets it go to its place. */
    end(): void {
      cancelAnimationFrame(frame)
      if (moved) moved.element.style.translate = ''
    },
  }
}
