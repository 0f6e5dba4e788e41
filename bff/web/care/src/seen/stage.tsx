import { useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties } from 'react'
import type { FormFactor } from '@mosaic/schemas/release'
import type { Locale } from '@mosaic/schemas/text'
import type { WidgetView } from '@mosaic/widgets'
import { Icon, Tile } from '@mosaic/widgets/tile'
import { views } from '@mosaic/widgets/views'
import { AppContext, useApp } from '../../../home/src/app-context.tsx'
import { MosaicView } from '../../../home/src/home/mosaic-view.tsx'
import { useNow } from '../../../home/src/device.ts'
import { themeProperties, tileColors } from '../../../home/src/theme/theme.ts'
import { useTexts } from '../desk-context.tsx'
import { stageWidth } from './device.ts'
import { messages } from './messages.ts'
import type { Seen, TileReason } from './types.ts'
import type { Asked } from './why-dialog.tsx'

type StageProps = {
  mosaic: Seen
  formFactor: FormFactor
  customerLocale: string | null
  /** Another page is on its way. */
  isChanging: boolean
  reasons: ReadonlyMap<string, TileReason>
  onAsk: (asked: Asked) => void
}

/**
 * His page, drawn by the views of the web home in the width of his device and made to fit the pane. Nothing in it can be tapped: what an agent does on a
 * customer's behalf he does elsewhere, knowingly. What one reads in a tile, the button beside it says as well.
 */
export function Stage({ mosaic, formFactor, customerLocale, isChanging, reasons, onAsk }: StageProps) {
  const app = useApp()
  const texts = useTexts(messages)
  const now = useNow()
  const room = useRef<HTMLDivElement>(null)
  const scale = useScale(room, stageWidth[formFactor])
  const locale: Locale = app.config.brand.locales.find((spoken) => spoken === customerLocale) ?? app.config.brand.defaultLocale
  // His own words, also where the home says something by itself.
  const his = useMemo(() => ({ ...app, locale }), [app, locale])
  const colors = useMemo(() => tileColors(mosaic.themes ?? [], app.scheme), [mosaic.themes, app.scheme])
  const stage = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const properties = themeProperties(mosaic.theme, app.scheme)
    const { style } = stage.current ?? {}
    for (const [property, value] of properties) style?.setProperty(property, value)
    return () => {
      for (const [property] of properties) style?.removeProperty(property)
    }
  }, [mosaic.theme, app.scheme])
  const greeting = mosaic.title ?? mosaic.greeting

  const tileOf = (widget: WidgetView) => {
    const reason = reasons.get(widget.id)
    const title = widget.title?.value ?? widget.fallback.title
    return (
      <div className="seen-cell">
        <div className="seen-tile" inert>
          <Tile
            widget={widget}
            views={views}
            colors={colors.get(widget.style?.themeId ?? '')}
            locale={locale}
            now={now}
            runAction={() => {}}
          />
        </div>
        {reason && (
          <button
            type="button"
            className="seen-why"
            aria-haspopup="dialog"
            aria-label={texts.whyOf(title)}
            onClick={() => onAsk({ kind: 'tile', title, reason })}
          >
            <Icon name="help" />
            {texts.why}
          </button>
        )}
      </div>
    )
  }
  return (
    <div ref={room} className="seen-room" data-form-factor={formFactor} aria-busy={isChanging || undefined}>
      <div
        ref={stage}
        className="app seen-stage"
        lang={locale}
        style={{ '--stage': `${stageWidth[formFactor]}px`, '--scale': scale } as CSSProperties}
      >
        {greeting && <p className="seen-greeting">{greeting.value}</p>}
        {mosaic.widgets.some((widget) => widget !== null) ? (
          <AppContext value={his}>
            <MosaicView mosaic={mosaic} formFactor={formFactor} renderTile={tileOf} />
          </AppContext>
        ) : (
          <p className="desk-muted">{texts.empty}</p>
        )}
      </div>
    </div>
  )
}

/** By how much the page is made smaller so that it fits: 1 where there is room. */
function useScale(room: { current: HTMLElement | null }, width: number): number {
  const [roomWidth, setRoomWidth] = useState(width)
  useEffect(() => {
    const element = room.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoomWidth(entry.contentRect.width)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [room])
  return Math.min(1, Math.round((roomWidth / width) * 1000) / 1000)
}
