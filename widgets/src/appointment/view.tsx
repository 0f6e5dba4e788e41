import type { WidgetViewProps } from '../view-props.ts'
import { IconMark, type IconName } from '../views/icons.tsx'
import { ActionButton, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { AppointmentItem, AppointmentPayload } from './present.ts'
import './view.css'

const icons: Record<string, IconName> = { callback: 'voice', technician: 'settings', store: 'pin' }

/** When somebody calls, comes, or is met, and what to have ready. */
export function View({ widget, payload, ...props }: WidgetViewProps<AppointmentPayload>) {
  const { items, advice } = payload
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="clock" title={widget.title} locale={props.locale} />}
      <ul className="appointments">
        {items.map((item) => (
          <li key={item.id} data-state={item.state}>
            <Row item={item} />
            {item.moveText && (
              <details className="appointment-move">
                <summary>{item.moveText}</summary>
                <ul>
                  {item.moves.map(({ id, move }) => (
                    <li key={id}>
                      <ActionButton action={move} look="soft" {...props} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
      {advice && (
        <p className="tile-body">
          <Words text={advice} locale={props.locale} />
        </p>
      )}
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}

function Row({ item }: { item: AppointmentItem }) {
  const { what, whatText, topic, dayText, timeText, placeText, state, stateText } = item
  return (
    <>
      <IconMark name={icons[what] ?? 'clock'} />
      <div className="appointment-words">
        <p className="appointment-when">
          {dayText}, {timeText}
        </p>
        <p className="appointment-what">{topic ? `${whatText}: ${topic}` : whatText}</p>
        {placeText && <p className="appointment-place">{placeText}</p>}
      </div>
      {/* What is confirmed needs no mark: it is what everybody expects. */}
      {state !== 'confirmed' && <Pill tone={state === 'cancelled' ? 'critical' : 'neutral'}>{stateText}</Pill>}
    </>
  )
}
