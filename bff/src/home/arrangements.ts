import type { FormFactor } from '@mosaic/schemas/release'
import type { Locale } from '@mosaic/schemas/text'
import { exactBytes } from '../kept-bytes.ts'
import type { CompiledContent, CompiledSurface } from '../release/compile.ts'
import { layOut, readingOrder, type LayoutView } from './lay-out.ts'

/** How a surface stands when these of its contents are shown. Customers of one cluster mostly see the same ones, so it is reckoned once for all of them. */
export type Arrangement = {
  order: readonly CompiledContent[]
  layout(formFactor: FormFactor, locale: Locale): LayoutView
  /** What was made of a layout by the caller's function, kept under that function. */
  written(write: (layout: LayoutView) => string, formFactor: FormFactor, locale: Locale): Buffer
}

/** Each trigger doubles the ways a surface can stand; few of them are met. */
const keptOfSurface = 256

const arrangements = new WeakMap<CompiledSurface, Map<string, Arrangement>>()

/** @param shown some of the surface's contents */
export function arrangementOf(surface: CompiledSurface, shown: ReadonlySet<CompiledContent>, defaultLocale: Locale): Arrangement {
  let known = arrangements.get(surface)
  if (!known) arrangements.set(surface, (known = new Map()))
  let key = ''
  for (const content of surface.contents) key += shown.has(content) ? '1' : '0'
  let arrangement = known.get(key)
  if (!arrangement) {
    if (known.size >= keptOfSurface) known.clear()
    known.set(key, (arrangement = createArrangement(surface, shown, defaultLocale)))
  }
  return arrangement
}

function createArrangement(surface: CompiledSurface, shown: ReadonlySet<CompiledContent>, defaultLocale: Locale): Arrangement {
  const texts = new WeakMap<object, Map<string, Buffer>>()
  const layout = (formFactor: FormFactor, locale: Locale) => layOut(surface, shown, formFactor, locale, defaultLocale)
  return {
    order: readingOrder(surface, shown),
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
