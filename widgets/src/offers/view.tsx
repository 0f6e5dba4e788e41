import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, Picture, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { OffersCard, OffersPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

/** Cards to swipe through; with the keyboard the list scrolls, and its buttons are reached one by one. */
export function View({ widget, payload, ...props }: WidgetViewProps<OffersPayload>) {
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="gift" title={widget.title} locale={props.locale} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable for those who scroll by keyboard */}
      <div className="offer-shelf" role="group" aria-label={widget.title?.value} tabIndex={0}>
        <ul className="offer-cards">
          {payload.cards.map((card) => (
            <li key={card.offeringId} className="offer-card" data-item={card.offeringId}>
              <Card card={card} {...props} />
            </li>
          ))}
        </ul>
      </div>
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}

function Card({ card, ...props }: { card: OffersCard } & Omit<WidgetViewProps<OffersPayload>, 'widget' | 'payload'>) {
  const { headline, name, text, price, priceText, badge, reasonText, unavailableText, image, buy, open } = card
  return (
    <>
      {image && <Picture image={image} ratio="16:9" className="offer-card-picture" />}
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
      <p className="offer-card-headline">
        <Words text={headline} locale={props.locale} />
      </p>
      {name !== headline.value && <p className="figure-note">{name}</p>}
      {text && (
        <p className="offer-card-text">
          <Words text={text} locale={props.locale} />
        </p>
      )}
      {unavailableText && <p className="figure-note">{unavailableText}</p>}
      <div className="offer-card-foot">
        {price && (
          <p className="offer-price">
            <strong>{price.text}</strong> <span>{priceText?.replace(price.text, '').trim()}</span>
          </p>
        )}
        {(buy ?? open) && (
          <div className="action-row">
            {buy && <ActionButton action={buy} look="soft" {...props} />}
            {open && <ActionButton action={open} look="link" {...props} />}
          </div>
        )}
      </div>
    </>
  )
}
