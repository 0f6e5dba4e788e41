import type { WidgetViewProps } from '../view-props.ts'
import { Icon, iconNamed, IconMark, type IconName } from '../views/icons.tsx'
import { ActionButton, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { TroubleshootingPayload } from './present.ts'
import './view.css'

const outageIcons: Record<string, IconName> = { known: 'warning', planned: 'clock', solved: 'check' }

/** What is known already, before anybody is asked to pull a cable; then what helps. */
export function View({ widget, payload, ...props }: WidgetViewProps<TroubleshootingPayload>) {
  const { body, known, tickets, topics } = payload
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="help" title={widget.title} locale={props.locale} />}
      {known && (
        <div className="trouble-known">
          <IconMark name={outageIcons[known.state] ?? 'info'} />
          <p>
            <strong>{known.headline}</strong>
            <br />
            {known.text}
          </p>
        </div>
      )}
      {tickets.length > 0 && (
        <ul className="trouble-tickets">
          {tickets.map(({ id, title, state, stateText, whenText }) => (
            <li key={id}>
              <p className="trouble-ticket-title">{title}</p>
              <p className="trouble-ticket-when">{whenText}</p>
              <Pill tone={state === 'waiting' ? 'warning' : 'neutral'}>{stateText}</Pill>
            </li>
          ))}
        </ul>
      )}
      {body && (
        <p className="tile-body">
          <Words text={body} locale={props.locale} />
        </p>
      )}
      {topics.length > 0 && (
        <ul className="trouble-topics">
          {topics.map(({ id, icon, open }) => (
            <li key={id}>
              <Icon name={iconNamed(icon, 'help')} />
              <ActionButton action={open} look="link" stretched {...props} />
            </li>
          ))}
        </ul>
      )}
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}
