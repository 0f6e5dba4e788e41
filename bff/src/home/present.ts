import { composeWidget, isLeftOut, type Capabilities, type WidgetView } from '@mosaic/widgets'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { CompiledContent } from '../release/compile.ts'
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
  { release, locale, lineId, now }: Visit,
  loaded: readonly Loaded[],
  capabilities: Capabilities,
  { log, metrics }: { log: Logger; metrics: Metrics },
): Shown[] {
  const { brand, media, mediaUrl, number, createdAt } = release
  const format = formatFor(locale, brand.timeZone, now)
  const siblings = loaded.map(({ content }) => content.content)

  return loaded.flatMap(({ content, outcomes }): Shown[] => {
    const count = (state: string) => metrics.widgets.inc({ brand: brand.id, kind: content.content.kind, state })
    try {
      const view = composeWidget({
        content: content.content,
        outcomes,
        brand,
        release: { number, createdAt },
        format,
        now,
        lineId,
        media,
        mediaUrl,
        siblings,
        capabilities,
      })
      if (isLeftOut(view)) {
        count('OMITTED')
        return []
      }
      count(view.state)
      return [{ content, view }]
    } catch (err) {
      count('BROKEN')
      log.error({ err, brand: brand.id, content: content.content.id }, 'a widget broke')
      return [{ content, view: null }]
    }
  })
}
