import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { CallUsPayload } from './present.ts'
import './view.css'

/** A number to call, and hours to be called in; the other way round when nobody is there. */
export function View({ widget, payload, ...props }: WidgetViewProps<CallUsPayload>) {
  const { body, isOpen, openText } = payload
  const isClosed = isOpen === false
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="voice" title={widget.title} locale={props.locale} />}
      {body && (
        <p className="tile-body">
          <Words text={body} locale={props.locale} />
        </p>
      )}
      {openText && (
        <p className="call-us-open">
          <Pill tone={isOpen ? 'positive' : 'neutral'} icon="clock">
            {openText}
          </Pill>
        </p>
      )}
      {isClosed ? (
        <>
          <Slots payload={payload} {...props} />
          <Number payload={payload} isQuiet {...props} />
        </>
      ) : (
        <>
          <Number payload={payload} {...props} />
          <Slots payload={payload} {...props} />
        </>
      )}
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}

type PartProps = Omit<WidgetViewProps<CallUsPayload>, 'widget'>

function Number({ payload: { number, call, hours }, isQuiet = false, ...props }: PartProps & { isQuiet?: boolean }) {
  return (
    <div className="call-us-number">
      {call ? (
        <ActionButton action={call} look={isQuiet ? 'link' : 'main'} {...props} />
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
  )
}

function Slots({ payload: { slotsText, slots }, ...props }: PartProps) {
  return (
    <>
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
    </>
  )
}
