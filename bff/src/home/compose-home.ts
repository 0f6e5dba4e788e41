import { createHash } from 'node:crypto'
import type { FormFactor } from '@mosaic/schemas/release'
import { pickText } from '@mosaic/schemas/text'
import type { WidgetView } from '@mosaic/widgets'
import type { Bss } from '../bss/bss.ts'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { CompiledSurface, Theme } from '../release/compile.ts'
import type { ReleaseEngine } from '../release/engine.ts'
import { createAnswers } from './answers.ts'
import { createJudge } from './facts.ts'
import { greet, type Greeting } from './greet.ts'
import { identify } from './identify.ts'
import { layOut, readingOrder, type LayoutView } from './lay-out.ts'
import { load } from './load.ts'
import { pickSurface } from './pick-surface.ts'
import { present, type Shown } from './present.ts'
import { qualify } from './qualify.ts'
import type { HomeRequest } from './visit.ts'

/** A composed home. It never says which cluster it is for, nor what was left out: that is for staff. */
export type Home = {
  id: string
  revision: string
  etag: string
  composedAt: string
  expiresAt: string
  lineId: string | undefined
  title: { value: string; lang: string } | undefined
  greeting: Greeting | undefined
  theme: Theme
  /** In reading order; null where a widget broke. */
  widgets: readonly (WidgetView | null)[]
  layout(formFactor: FormFactor): LayoutView
}

export type HomeDependencies = {
  engine: Pick<ReleaseEngine, 'get'>
  bss: Bss
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
  const { engine, bss, factsDeadlineMs, log, metrics } = dependencies
  const stop = metrics.homeDuration.startTimer()
  const visit = identify(engine, request)
  const { release, lineId, locale, now } = visit

  const answers = createAnswers(bss, visit.scope)
  if (request.surface === 'home') answers.start([...release.clusterNeeds, ...release.commonNeeds])
  const judge = createJudge(visit, answers, factsDeadlineMs)

  const surface = await pickSurface(visit, request.surface, judge)
  const qualified = await qualify(visit, surface, answers, judge)
  const loaded = await load(qualified, answers)
  const shown = present(visit, loaded, request.capabilities, { log, metrics })

  const contents = new Set(shown.map(({ content }) => content))
  const views = new Map(shown.map(({ content, view }) => [content, view]))
  const widgets = readingOrder(surface, contents).map((content) => views.get(content) ?? null)
  stop({ brand: release.brand.id })

  return {
    // The surface as it was asked for: the id of a home would tell the cluster.
    id: [release.brand.id, request.surface, lineId ?? 'no-line'].join(':'),
    revision: String(release.number),
    get etag() {
      return etagOf(release.number, locale, widgets)
    },
    composedAt: now.toISOString(),
    expiresAt: expiryOf(shown, surface, now),
    lineId,
    title: pickText(surface.title, locale, release.brand.defaultLocale),
    greeting: greet(visit),
    theme: surface.theme,
    widgets,
    layout: (formFactor) => layOut(surface, contents, formFactor, locale, release.brand.defaultLocale),
  }
}

/** Equal for equal homes, whenever they were composed: freshness is left out. */
function etagOf(revision: number, locale: string, widgets: readonly (WidgetView | null)[]): string {
  const shown = widgets.map((widget) => widget && { ...widget, freshness: undefined })
  return createHash('sha256')
    .update(JSON.stringify([revision, locale, shown]))
    .digest('base64url')
    .slice(0, 22)
}

/** A client asks again no sooner and no later than this, in milliseconds: data that failed is worth another look, and a release may be new. */
const soonestMs = 15_000
const latestMs = 5 * 60_000

/** When something on the home may change by itself: data turns stale, or a content's validity begins or ends. */
function expiryOf(shown: readonly Shown[], surface: CompiledSurface, now: Date): string {
  const staleAt = shown.flatMap(({ view }) => (view ? Date.parse(view.freshness.staleAfter) : []))
  const turns = surface.contents.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil]).filter((moment) => moment > now.getTime())
  const next = Math.min(...staleAt, ...turns) - now.getTime()
  return new Date(now.getTime() + Math.min(Math.max(next, soonestMs), latestMs)).toISOString()
}
