import type { WidgetViewProps } from '../view-props.ts'
import { Icon } from '../views/icons.tsx'
import { ActionButton, Pill, TileHeader } from '../views/parts.tsx'
import type { OrderItem, OrdersPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

/** Each order with its steps, one below the other: where it stands is seen before it is read. */
export function View({ widget, payload, ...props }: WidgetViewProps<OrdersPayload>) {
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="gift" title={widget.title} locale={props.locale} />}
      <ul className="orders">
        {payload.items.map((item) => (
          <li key={item.id} className="order">
            <p className="order-head">
              <span className="order-title">{item.title}</span>
              <Pill tone={toneOf(item)}>{item.stateText}</Pill>
            </p>
            <p className="figure-note">{item.noteText || item.placedText}</p>
            {item.isOpen && item.steps.length > 0 && <Steps item={item} />}
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

/** The state is said in words beside its mark: nothing is told by a colour alone. */
function Steps({ item }: { item: OrderItem }) {
  return (
    <ol className="order-steps" aria-label={item.progressText || undefined}>
      {item.steps.map((step) => (
        <li key={step.id} className="order-step" data-state={step.state}>
          <span className="order-mark">
            <Icon name={step.state === 'done' ? 'check' : step.state === 'failed' ? 'close' : 'clock'} />
          </span>
          <span className="order-step-words">
            <span>{step.text}</span> <span className="order-step-state">{step.stateText}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function toneOf({ state }: OrderItem): 'neutral' | 'positive' | 'warning' {
  if (state === 'completed') return 'positive'
  return state === 'failed' || state === 'held' ? 'warning' : 'neutral'
}
