import { hash as digest } from 'node:crypto'
import { printInstant } from '@mosaic/schemas/calendar'
import type { FormFactor } from '@mosaic/schemas/release'
import { pickText } from '@mosaic/schemas/text'
import type { WidgetView } from '@mosaic/widgets'
import type { Bss } from '../bss/bss.ts'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { CompiledSurface, Theme } from '../release/compile.ts'
import type { ReleaseEngine } from '../release/engine.ts'
import { choose } from './choose.ts'
import { expiryOf } from './expiry.ts'
import { greet, type Greeting } from './greet.ts'
import { layOut, readingOrder, type LayoutView } from './lay-out.ts'
import { present } from './present.ts'
import type { HomeRequest, Visit } from './visit.ts'

/** A composed home. It never says which cluster it is for, nor what was left out: that is for staff. */
export type Home = {
  id: string
  revision: string
  /** Reckoned when it is asked for: few documents do. */
  etag: () => string
  composedAt: string
  expiresAt: string
  lineId: string | undefined
  title: { value: string; lang: string } | undefined
  greeting: Greeting | undefined
  theme: Theme
  themes: readonly Theme[]
  /** In reading order; null where a widget broke. */
  widgets: readonly (WidgetView | null)[]
  layout(formFactor: FormFactor): LayoutView
}

export type HomeDependencies = {
  engine: Pick<ReleaseEngine, 'get'>
  bss: Pick<Bss, 'call' | 'cached'>
  /** How long rules wait for the facts they ask about, in milliseconds. */
  factsDeadlineMs: number
  log: Logger
  metrics: Metrics
}

/**
 * Composes a home: identify → pick cluster → qualify → load → present → lay out. One release serves all stages, whatever is
 * published meanwhile. Throws ClientErrors only; back-ends that fail cost their own widgets.
 */
export async function composeHome(dependencies: HomeDependencies, request: HomeRequest): Promise<Home> {
  const { log, metrics } = dependencies
  const begun = performance.now()
  const { visit, surface, loaded } = await choose(dependencies, request)
  const { release, locale } = visit

  const shown = present(visit, surface, loaded, request.capabilities, { log, metrics })
  const contents = new Set(shown.map(({ content }) => content))
  const views = new Map(shown.map(({ content, view }) => [content, view]))
  const widgets = readingOrder(surface, contents).map((content) => views.get(content) ?? null)
  metrics.homeDuration.timer(release.brand.id).observe((performance.now() - begun) / 1_000)

  return {
    ...headOf(visit, surface, request.surface),
    etag: () => etagOf(visit, widgets.map(digestOf)),
    expiresAt: printInstant(
      expiryOf(
        shown.flatMap(({ view }) => (view ? Date.parse(view.freshness.staleAfter) : [])),
        surface,
        visit,
      ),
    ),
    widgets,
    layout: (formFactor) => layOut(surface, contents, formFactor, locale, release.brand.defaultLocale),
  }
}

/** What stands on a home beside its widgets. @param wanted the surface as it was asked for: the id of a home would tell the cluster. */
export function headOf(visit: Visit, surface: CompiledSurface, wanted: string): Pick<Home, HeadField> {
  const { release, lineId, locale, now } = visit
  return {
    id: `${release.brand.id}:${wanted}:${lineId ?? 'no-line'}`,
    revision: String(release.number),
    composedAt: printInstant(now.getTime()),
    lineId,
    title: pickText(surface.title, locale, release.brand.defaultLocale),
    greeting: greet(visit),
    theme: surface.theme,
    themes: surface.themes,
  }
}
type HeadField = 'id' | 'revision' | 'composedAt' | 'lineId' | 'title' | 'greeting' | 'theme' | 'themes'

/** Equal for equal homes, whenever they were composed. @param digests of its widgets, in order */
export function etagOf({ release, locale }: Visit, digests: readonly string[]): string {
  return hash(JSON.stringify([release.number, locale, digests])).slice(0, 22)
}

/** Equal for widgets that show the same: their age is left out. */
export function digestOf(widget: WidgetView | null): string {
  return hash(JSON.stringify(widget && { ...widget, freshness: undefined }))
}

function hash(text: string): string {
  return digest('sha256', text, 'base64url')
}
