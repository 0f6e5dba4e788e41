import type { Horizon } from '@mosaic/schemas/rules'
import { composeWidget, isLeftOut, type Capabilities, type Outcomes, type WidgetView } from '@mosaic/widgets'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { CompiledContent, CompiledSurface } from '../release/compile.ts'
import { formatFor } from './formats.ts'
import type { Loaded } from './load.ts'
import type { Visit } from './visit.ts'

/** A content that is shown. `view` null: it broke in a way nobody foresaw, and its place stays empty. */
export type Shown = { content: CompiledContent; view: WidgetView | null }

/**
 * Stage 5: data to widgets, in the richest form this client can draw. A content with nothing to show is left out; one that fails
 * fails alone.
 */
export function present(
  visit: Visit,
  surface: CompiledSurface,
  loaded: readonly Loaded[],
  capabilities: Capabilities,
  { log, metrics }: { log: Logger; metrics: Metrics },
): Shown[] {
  const { brand } = visit.release
  return loaded.flatMap(({ content, outcomes }): Shown[] => {
    const drawn = presentOne(visit, surface, content, outcomes, capabilities, log, visit.horizon)
    metrics.widgets.counter(brand.id, content.content.kind, stateOf(drawn)).count++
    return drawn === 'omitted' ? [] : [{ content, view: drawn }]
  })
}

/**
 * One content: its widget, `null` when it broke, or `omitted` when there is nothing to show.
 *
 * @param horizon told until when it stays what it is
 * @param onSurface called when the widget hangs on which surface it stands on
 */
export function presentOne(
  { release, locale, lineId, now, switchedOff }: Visit,
  { siblings }: CompiledSurface,
  { content }: CompiledContent,
  outcomes: Outcomes,
  capabilities: Capabilities,
  log: Logger,
  horizon: Horizon,
  onSurface = () => {},
): WidgetView | null | 'omitted' {
  const { brand, media, mediaUrl, number, createdAt } = release
  const format = formatFor(locale, brand.timeZone, now)
  try {
    const release = { number, createdAt }
    const view = composeWidget({
      content,
      outcomes,
      brand,
      release,
      format,
      now,
      horizon,
      lineId,
      media,
      mediaUrl,
      siblings() {
        onSurface()
        return siblings
      },
      capabilities,
      switchedOff,
    })
    return isLeftOut(view) ? 'omitted' : view
  } catch (err) {
    log.error({ err, brand: brand.id, content: content.id }, 'a widget broke')
    return null
  }
}

/** The state a widget is counted under. */
export function stateOf(drawn: WidgetView | null | 'omitted'): string {
  if (drawn === 'omitted') return 'OMITTED'
  return drawn === null ? 'BROKEN' : drawn.state
}
