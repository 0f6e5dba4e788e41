import type { WidgetViewProps } from '../view-props.ts'
import { IconMark, type IconName } from '../views/icons.tsx'
import { ActionButton, Figure, TileHeader } from '../views/parts.tsx'
import type { ChargesEvent, ChargesPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

const icons: Record<string, IconName> = { recurring: 'refresh', usage: 'data', thirdParty: 'external' }

const eventIcons: Record<string, IconName> = { data: 'data', voice: 'voice', sms: 'sms' }

/** What it comes to so far, then what it is made of; below it, where editors want it, what the line did. */
export function View({ widget, payload, ...props }: WidgetViewProps<ChargesPayload>) {
  const { total, totalText, items, moreText, events, eventsTitle, eventsNote } = payload
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
      {eventsTitle && (
        <div className="charges-events">
          <p className="charges-events-title">{eventsTitle}</p>
          {events && events.length > 0 && <Events events={events} />}
          {eventsNote && <p className="charges-more">{eventsNote}</p>}
        </div>
      )}
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}

function Events({ events }: { events: readonly ChargesEvent[] }) {
  return (
    <ul className="rows">
      {events.map(({ id, type, name, detailText, whenText, cost, costText }) => (
        <li key={id} className="row">
          <IconMark name={eventIcons[type] ?? 'clock'} />
          <span className="row-words">
            <span className="row-primary">
              <bdi>{name}</bdi>
            </span>
            <span className="row-secondary">{detailText ? `${whenText} · ${detailText}` : whenText}</span>
          </span>
          <span className="charges-amount" data-known={cost ? true : undefined}>
            {costText}
          </span>
        </li>
      ))}
    </ul>
  )
}
