'use client'
import type { Locale } from '@mosaic/schemas/text'
import { Tile } from '@mosaic/widgets/tile'
import { views } from '@mosaic/widgets/views'
import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Row } from '../../reader/rows.ts'
import { colorsOf } from './colors.ts'
import { viewOf } from './content-view.ts'
import { tileSheet } from './tile-styles.ts'

type DrawnTileProps = {
  /** The content's document. */
  row: Row
  locale: Locale
}

/**
 * A content drawn by the view that draws the customers' home, to be looked at only; nothing when there is nothing to draw it with. Drawn anew when the
 * content or the language is another, not when it moves.
 */
const DrawnTile = memo(function DrawnTile({ row, locale }: DrawnTileProps) {
  const host = useRef<HTMLDivElement>(null)
  const [root, setRoot] = useState<ShadowRoot>()
  const widget = useMemo(() => viewOf(row, locale), [row, locale])
  const colors = useMemo(() => colorsOf(row['palette']), [row])
  useLayoutEffect(() => {
    if (!host.current) return
    const shadow = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    shadow.adoptedStyleSheets = [tileSheet()]
    setRoot(shadow)
  }, [widget])
  if (!widget) return undefined
  const now = new Date(widget.freshness.fetchedAt)
  return (
    <div ref={host} className="mosaic-layout__drawn" inert aria-hidden="true">
      {root && createPortal(<Tile widget={widget} views={views} locale={locale} now={now} colors={colors} runAction={nothing} />, root)}
    </div>
  )
})

// Loaded apart from the form: the views, the presenters and the samples are the heaviest part of the editor.
export default DrawnTile

function nothing(): void {}
