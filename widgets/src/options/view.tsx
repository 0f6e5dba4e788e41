import type { WidgetViewProps } from '../view-props.ts'
import { IconMark } from '../views/icons.tsx'
import { ActionButton, Pill, TileHeader } from '../views/parts.tsx'
import type { OptionItem, OptionsPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

/** A row for each option, its switch at the end; what is on its way says so instead. */
export function View({ widget, payload, ...props }: WidgetViewProps<OptionsPayload>) {
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="settings" title={widget.title} locale={props.locale} />}
      <ul className="rows">
        {payload.items.map((item) => (
          <li key={item.id} className="row option-row" data-item={item.id} data-off={!item.isOn || undefined}>
            <IconMark name={item.category === 'service' ? 'check' : 'plus'} />
            <Words item={item} />
            {item.toggle ? (
              <ActionButton action={item.toggle} look="soft" {...props} />
            ) : (
              <Pill icon={isOnItsWay(item) ? 'clock' : undefined}>{item.stateText}</Pill>
            )}
          </li>
        ))}
      </ul>
      {payload.totalText && <p className="figure-note">{payload.totalText}</p>}
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}

function isOnItsWay({ state }: OptionItem): boolean {
  return state === 'turningOn' || state === 'turningOff'
}

function Words({ item }: { item: OptionItem }) {
  return (
    <span className="row-words">
      <span className="row-primary">{item.name}</span>
      <span className="row-secondary">{[item.stateText, item.priceText].filter(Boolean).join(' · ')}</span>
      {item.renewalText && <span className="row-secondary">{item.renewalText}</span>}
    </span>
  )
}
