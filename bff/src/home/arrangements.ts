import type { FormFactor } from '@mosaic/schemas/release'
import type { Locale } from '@mosaic/schemas/text'
import { exactBytes } from '../kept-bytes.ts'
import type { CompiledContent, CompiledSurface } from '../release/compile.ts'
import { layOut, readingOrder, type LayoutView } from './lay-out.ts'

/** How a surface stands when these of its contents are shown. Customers of one cluster mostly see the same ones, so it is reckoned once for all of them. */
export type Arrangement = {
  /** In reading order, each by its place among those that are shown. */
  order: readonly number[]
  layout(formFactor: FormFactor, locale: Locale): LayoutView
  /** What was made of a layout by the caller's function, kept under that function. */
  written(write: (layout: LayoutView) => string, formFactor: FormFactor, locale: Locale): Buffer
}

type Drawn = { content: CompiledContent; isShown: boolean }

/** Each trigger doubles the ways a surface can stand; few of them are met. */
const keptOfSurface = 256

const arrangements = new WeakMap<CompiledSurface, Map<string, Arrangement>>()

/** @param drawn some of the surface's contents, in its order, and which of them are shown */
export function arrangementOf(surface: CompiledSurface, drawn: readonly Drawn[], defaultLocale: Locale): Arrangement {
  let known = arrangements.get(surface)
  if (!known) arrangements.set(surface, (known = new Map()))
  let key = ''
  let next = 0
  for (const content of surface.contents) {
    const own = drawn[next]?.content === content ? drawn[next++] : undefined
    key += own?.isShown === true ? '1' : '0'
  }
  let arrangement = known.get(key)
  if (!arrangement) {
    if (known.size >= keptOfSurface) known.clear()
    const shown = new Set(drawn.filter(({ isShown }) => isShown).map(({ content }) => content))
    known.set(key, (arrangement = createArrangement(surface, shown, defaultLocale)))
  }
  return arrangement
}

/** Those that are shown, in reading order. */
export function inOrder<One extends Drawn>({ order }: Arrangement, drawn: readonly One[]): One[] {
  const shown = drawn.filter(({ isShown }) => isShown)
  return order.map((at) => shown[at] as One)
}

function createArrangement(surface: CompiledSurface, shown: ReadonlySet<CompiledContent>, defaultLocale: Locale): Arrangement {
  const texts = new WeakMap<object, Map<string, Buffer>>()
  const layout = (formFactor: FormFactor, locale: Locale) => layOut(surface, shown, formFactor, locale, defaultLocale)
  const places = [...shown]
  return {
    order: readingOrder(surface, shown).map((content) => places.indexOf(content)),
    layout,
    written(write, formFactor, locale) {
      let own = texts.get(write)
      if (!own) texts.set(write, (own = new Map()))
      const key = `${formFactor} ${locale}`
      let text = own.get(key)
      if (!text) own.set(key, (text = exactBytes(write(layout(formFactor, locale)))))
      return text
    },
  }
}
