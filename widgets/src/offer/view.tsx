import type { WidgetViewProps } from '../view-props.ts'
import { Icon } from '../views/icons.tsx'
import { ActionButton, Heading, Picture, Pill, Words } from '../views/parts.tsx'
import type { OfferPayload } from './present.ts'
import '../views/kinds.css'

export function View({ widget, payload, ...props }: WidgetViewProps<OfferPayload>) {
  const { headline, name, badge, benefits, image, price, priceText, reasonText, buy, callback } = payload
  return (
    <div className="tile-fill poster" data-picture={image ? 'beside' : undefined}>
      {image && (
        <div className="poster-picture">
          <Picture image={image} ratio="16:9" />
        </div>
      )}
      <div className="poster-words">
        {(badge ?? reasonText) && (
          <p className="pill-row">
            {badge && (
              <Pill icon="gift">
                <Words text={badge} locale={props.locale} />
              </Pill>
            )}
            {reasonText && <Pill>{reasonText}</Pill>}
          </p>
        )}
        <div>
          <Heading className="tile-headline">
            <Words text={headline} locale={props.locale} />
          </Heading>
          {name !== headline.value && <p className="figure-note">{name}</p>}
        </div>
        {benefits.length > 0 && (
          <ul className="benefits">
            {benefits.map((benefit) => (
              <li key={benefit}>
                <Icon name="check" />
                {benefit}
              </li>
            ))}
          </ul>
        )}
        <div className="offer-foot tile-foot">
          {price && (
            <p className="offer-price">
              <strong>{price.text}</strong> <span>{priceText?.replace(price.text, '').trim()}</span>
            </p>
          )}
          {buy && <ActionButton action={buy} {...props} />}
          {!buy && widget.action && <ActionButton action={widget.action} stretched={!callback} {...props} />}
        </div>
        {(callback ?? (buy && widget.action)) && (
          <div className="action-row">
            {buy && widget.action && <ActionButton action={widget.action} look="link" {...props} />}
            {callback && <ActionButton action={callback} look="link" {...props} />}
          </div>
        )}
      </div>
    </div>
  )
}
