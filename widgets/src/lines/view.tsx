import { useState } from 'react'
import type { Locale } from '@mosaic/schemas/text'
import type { WidgetViewProps } from '../view-props.ts'
import { Icon, IconMark, type IconName } from '../views/icons.tsx'
import { ActionButton, Meter, Pill, TileHeader } from '../views/parts.tsx'
import type { LineItem, LinesPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

/** A fleet would push everything else off the page: these many first, the rest on demand. */
const shownAtFirst = 4
/** Below this part of the data its bar warns; the words beside it say how much it is. */
const lowData = 0.1

const texts = {
  it: { all: (count: number) => `Mostra tutte (${count})`, fewer: 'Mostra meno' },
  en: { all: (count: number) => `Show all (${count})`, fewer: 'Show fewer' },
} satisfies Record<Locale, unknown>

export function View({ widget, payload, selectLine, ...props }: WidgetViewProps<LinesPayload>) {
  const [showsAll, setShowsAll] = useState(false)
  const { items } = payload
  // The line the home is about is always among those in sight.
  const sorted = [...items.filter(({ isSelected }) => isSelected), ...items.filter(({ isSelected }) => !isSelected)]
  const shown = showsAll ? items : items.length > shownAtFirst ? sorted.slice(0, shownAtFirst) : items
  const say = texts[props.locale]
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="smartphone" title={widget.title} locale={props.locale} />}
      <ul className="rows">
        {shown.map((item) => (
          <li key={item.id}>
            {selectLine ? (
              <button type="button" className="row" aria-current={item.isSelected || undefined} onClick={() => selectLine(item.id)}>
                <Row item={item} />
              </button>
            ) : (
              <div className="row">
                <Row item={item} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {(items.length > shownAtFirst || widget.action) && (
        <div className="action-row tile-foot">
          {items.length > shownAtFirst && (
            <button type="button" className="action action-link" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
              {showsAll ? say.fewer : say.all(items.length)}
            </button>
          )}
          {widget.action && <ActionButton action={widget.action} look="link" {...props} />}
        </div>
      )}
    </div>
  )
}

function Row({ item }: { item: LineItem }) {
  const { device, numberText, planName, paymentText, renewalText, dataText, dataRatio, creditText, status, statusText, isSelected } = item
  const icon: IconName = device === 'tablet' || device === 'router' ? device : 'smartphone'
  return (
    <>
      <IconMark name={icon} />
      <span className="row-words line-words">
        <span className="row-primary">
          <bdi dir="ltr">{numberText}</bdi>
        </span>
        <span className="row-secondary">{[planName, renewalText ?? paymentText].join(' · ')}</span>
        {(dataText ?? creditText) && <span className="row-secondary">{[dataText, creditText].filter(Boolean).join(' · ')}</span>}
        {typeof dataRatio === 'number' && <Meter ratio={dataRatio} isLow={dataRatio < lowData} />}
      </span>
      {status !== 'active' && <Pill tone={status === 'suspended' ? 'critical' : 'neutral'}>{statusText}</Pill>}
      {isSelected && <Icon name="check" />}
    </>
  )
}
