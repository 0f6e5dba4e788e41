import { useRef, type CSSProperties, type ReactNode } from 'react'
import type { FormFactor } from '@mosaic/schemas/release'
import type { WidgetView } from '@mosaic/widgets'
import { placeTiles } from '@mosaic/widgets/layout'
import { HeadingLevel, Icon } from '@mosaic/widgets/tile'
import type { Mosaic, Section } from '../api/types.ts'
import { useMessages } from '../app-context.tsx'
import { cellStyle, gridColumns } from './grid.ts'
import { visibleSections } from './placement.ts'

type MosaicViewProps = { mosaic: Mosaic; formFactor: FormFactor; renderTile: (widget: WidgetView) => ReactNode }

/** The tiles, section by section, each where the layout of this form factor puts it. */
export function MosaicView({ mosaic, formFactor, renderTile }: MosaicViewProps) {
  const texts = useMessages()
  const widgets = new Map(mosaic.widgets.filter((widget) => widget !== null).map((widget) => [widget.id, widget]))
  const columns = mosaic.layout?.columns ?? gridColumns[formFactor]
  return visibleSections(mosaic.layout?.sections, [...widgets.keys()], columns).map((section) => {
    const tileOf = (widgetId: string) => {
      const widget = widgets.get(widgetId)
      return widget && renderTile(widget)
    }
    return (
      <section key={section.id} className="section" aria-labelledby={section.title ? `section-${section.id}` : undefined}>
        {section.title && (
          <h2 className="section-title" id={`section-${section.id}`}>
            {section.title}
          </h2>
        )}
        <HeadingLevel value={section.title ? 3 : 2}>
          {section.scroll === 'carousel' ? (
            <Carousel section={section} columns={columns} label={section.title ?? texts.highlights} tileOf={tileOf} />
          ) : (
            <Grid section={section} columns={columns} tileOf={tileOf} />
          )}
        </HeadingLevel>
      </section>
    )
  })
}

type SectionProps = { section: Section; columns: number; tileOf: (widgetId: string) => ReactNode }

function Grid({ section, columns, tileOf }: SectionProps) {
  return (
    <div className="grid" style={{ '--columns': columns } as CSSProperties}>
      {placeTiles(section.placements, columns).map((cell) => (
        <div key={cell.widgetId} className="cell" data-widget={cell.widgetId} style={cellStyle(cell)}>
          {tileOf(cell.widgetId)}
        </div>
      ))}
    </div>
  )
}

/** Tiles in one row that scrolls sideways: by touch, by keyboard, and with two buttons where there is a mouse. */
function Carousel({ section, columns, label, tileOf }: SectionProps & { label: string }) {
  const texts = useMessages()
  const track = useRef<HTMLDivElement>(null)
  const go = (direction: 1 | -1) => {
    const element = track.current
    if (!element) return
    const sign = getComputedStyle(element).direction === 'rtl' ? -direction : direction
    element.scrollBy({
      left: sign * element.clientWidth * 0.8,
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    })
  }
  return (
    <div className="carousel">
      <div
        ref={track}
        className="carousel-track"
        role="group"
        aria-label={texts.carousel(label)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable for those who scroll by keyboard
        tabIndex={0}
        style={{ '--columns': columns } as CSSProperties}
      >
        {section.placements.map(({ widgetId, columns: span }) => (
          <div key={widgetId} className="cell" data-widget={widgetId} style={{ '--span': Math.min(span, columns) } as CSSProperties}>
            {tileOf(widgetId)}
          </div>
        ))}
      </div>
      <div className="carousel-buttons">
        <button type="button" className="icon-button" aria-label={texts.previous} onClick={() => go(-1)}>
          <Icon name="chevron" className="icon-directed icon-back" />
        </button>
        <button type="button" className="icon-button" aria-label={texts.next} onClick={() => go(1)}>
          <Icon name="chevron" className="icon-directed" />
        </button>
      </div>
    </div>
  )
}
