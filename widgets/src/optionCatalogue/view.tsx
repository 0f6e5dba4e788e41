import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { OptionCataloguePayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

/** Options as cards beside each other where there is room, each with its price and its button. */
export function View({ widget, payload, ...props }: WidgetViewProps<OptionCataloguePayload>) {
  const { body, items } = payload
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="plus" title={widget.title} locale={props.locale} />}
      {body && (
        <p className="tile-body">
          <Words text={body} locale={props.locale} />
        </p>
      )}
      <ul className="catalogue">
        {items.map((item) => (
          <li
            key={item.offeringId}
            className="catalogue-item"
            data-item={item.offeringId}
            data-unavailable={item.unavailableText ? true : undefined}
          >
            <p className="catalogue-name">{item.name}</p>
            {item.text && <p className="figure-note">{item.text}</p>}
            {item.unavailableText && <p className="figure-note">{item.unavailableText}</p>}
            <p className="catalogue-foot">
              <span className="catalogue-price">{item.priceText}</span>
              {item.activate && <ActionButton action={item.activate} look="soft" {...props} />}
              {item.ownedText && <Pill>{item.ownedText}</Pill>}
            </p>
          </li>
        ))}
      </ul>
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}
