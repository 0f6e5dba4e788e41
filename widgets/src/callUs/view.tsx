import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, TileHeader, Words } from '../views/parts.tsx'
import type { CallUsPayload } from './present.ts'
import './view.css'

/** A number to call, and hours to be called in. */
export function View({ widget, payload, ...props }: WidgetViewProps<CallUsPayload>) {
  const { number, call, hours, body, slotsText, slots } = payload
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="voice" title={widget.title} locale={props.locale} />}
      {body && (
        <p className="tile-body">
          <Words text={body} locale={props.locale} />
        </p>
      )}
      <div className="call-us-number">
        {call ? (
          <ActionButton action={call} {...props} />
        ) : (
          <p className="tile-body">
            <Words text={number} locale={props.locale} />
          </p>
        )}
        {hours && (
          <p className="tile-body">
            <Words text={hours} locale={props.locale} />
          </p>
        )}
      </div>
      {slotsText && <p className="call-us-slots-text">{slotsText}</p>}
      {slots.length > 0 && (
        <ul className="call-us-slots">
          {slots.map(({ id, book }) => (
            <li key={id}>
              <ActionButton action={book} look="soft" {...props} />
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
