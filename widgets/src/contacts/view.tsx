import type { WidgetViewProps } from '../view-props.ts'
import { IconMark, type IconName } from '../views/icons.tsx'
import { ActionButton, TileHeader, Words } from '../views/parts.tsx'
import type { ContactChannel, ContactsPayload } from './present.ts'
import { StoreFinder } from '../views/store-finder.tsx'
import './view.css'

const icons: Record<string, IconName> = { phone: 'voice', chat: 'sms', mail: 'mail', social: 'people', shop: 'pin', web: 'globe' }

/** One row a channel: a number is dialled on a tap, anything else opens. */
export function View({ widget, payload, ...props }: WidgetViewProps<ContactsPayload>) {
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="help" title={widget.title} locale={props.locale} />}
      <ul className="rows">
        {payload.channels.map((channel) => (
          <li key={channel.id} className="row">
            <Channel channel={channel} {...props} />
          </li>
        ))}
      </ul>
      {payload.stores && <StoreFinder stores={payload.stores} {...props} />}
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}

type ChannelProps = Omit<WidgetViewProps<ContactsPayload>, 'widget' | 'payload'> & { channel: ContactChannel }

function Channel({ channel: { type, label, value, dial, hours, action }, ...props }: ChannelProps) {
  const { locale } = props
  const words = value && <Words text={value} locale={locale} />
  return (
    <>
      <IconMark name={icons[type] ?? 'info'} />
      <span className="row-words">
        <span className="row-primary">
          <Words text={label} locale={locale} />
        </span>
        {hours && (
          <span className="row-secondary">
            <Words text={hours} locale={locale} />
          </span>
        )}
        {value && !dial && <span className="contact-value">{words}</span>}
      </span>
      {dial && (
        <a className="action action-soft contact-dial" href={`tel:${dial}`}>
          <bdi dir="ltr">{words}</bdi>
        </a>
      )}
      {action && <ActionButton action={action} look="link" {...props} />}
    </>
  )
}
