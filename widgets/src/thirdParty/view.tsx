import type { WidgetViewProps } from '../view-props.ts'
import { IconMark } from '../views/icons.tsx'
import { ActionButton, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { ThirdPartyPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

/** Each service with who provides it and what it costs; the way to stop it is as near as the price. */
export function View({ widget, payload, ...props }: WidgetViewProps<ThirdPartyPayload>) {
  const { body, items, totalText, noneText } = payload
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="external" title={widget.title} locale={props.locale} />}
      {body && (
        <p className="tile-body">
          <Words text={body} locale={props.locale} />
        </p>
      )}
      {noneText && <p className="tile-body">{noneText}</p>}
      {items.length > 0 && (
        <ul className="rows">
          {items.map((item) => (
            <li key={item.id} className="row third-party-row">
              <IconMark name="bill" />
              <span className="row-words">
                <span className="row-primary">{item.name}</span>
                {item.priceText && <span className="row-primary">{item.priceText}</span>}
                {item.providerText && <span className="row-secondary">{item.providerText}</span>}
                {item.sinceText && <span className="row-secondary">{item.sinceText}</span>}
              </span>
              {item.stop ? <ActionButton action={item.stop} look="soft" {...props} /> : <Pill>{item.stateText}</Pill>}
            </li>
          ))}
        </ul>
      )}
      {totalText && <p className="figure-note">{totalText}</p>}
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}
