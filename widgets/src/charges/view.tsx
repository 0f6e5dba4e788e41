import type { WidgetViewProps } from '../view-props.ts'
import { IconMark, type IconName } from '../views/icons.tsx'
import { ActionButton, Figure, TileHeader } from '../views/parts.tsx'
import type { ChargesPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

const icons: Record<string, IconName> = { recurring: 'refresh', usage: 'data', thirdParty: 'external' }

/** What it comes to so far, then what it is made of. */
export function View({ widget, payload, ...props }: WidgetViewProps<ChargesPayload>) {
  const { total, totalText, items, moreText } = payload
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="bill" title={widget.title} locale={props.locale} />}
      {total && <Figure note={totalText}>{total.text}</Figure>}
      <ul className="rows">
        {items.map(({ id, name, type, typeText, amount, whenText }) => (
          <li key={id} className="row">
            <IconMark name={icons[type] ?? 'clock'} />
            <span className="row-words">
              <span className="row-primary">
                <bdi>{name}</bdi>
              </span>
              <span className="row-secondary">{name === typeText ? whenText : [typeText, whenText].join(' · ')}</span>
            </span>
            <span className="charges-amount">{amount.text}</span>
          </li>
        ))}
      </ul>
      {moreText && <p className="charges-more">{moreText}</p>}
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}
