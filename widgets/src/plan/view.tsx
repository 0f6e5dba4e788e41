import type { WidgetViewProps } from '../view-props.ts'
import { Icon, type IconName } from '../views/icons.tsx'
import { ActionButton, Pill, TileHeader } from '../views/parts.tsx'
import type { PlanAllowance, PlanPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

/** The plan's name large, what is in it as figures beside each other. */
export function View({ widget, payload, ...props }: WidgetViewProps<PlanPayload>) {
  const { name, status, statusText, priceText, renewalText, allowances, noteText } = payload
  return (
    <div className="tile-fill">
      {widget.title && (
        <TileHeader
          icon="smartphone"
          title={widget.title}
          locale={props.locale}
          end={status !== 'active' && <Pill tone={status === 'suspended' ? 'critical' : 'neutral'}>{statusText}</Pill>}
        />
      )}
      <div>
        <p className="tile-headline">{name}</p>
        <p className="figure-note">{[priceText, renewalText].filter(Boolean).join(' · ')}</p>
      </div>
      {noteText && <p className="tile-body">{noteText}</p>}
      {allowances.length > 0 && (
        <ul className="plan-allowances">
          {allowances.map((allowance) => (
            <li key={allowance.type} className="plan-allowance">
              <Icon name={iconOf(allowance)} />
              <span className="plan-amount">{allowance.amountText}</span>
              <span className="plan-name">{allowance.name}</span>
            </li>
          ))}
        </ul>
      )}
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" stretched {...props} />
        </div>
      )}
    </div>
  )
}

function iconOf({ type }: PlanAllowance): IconName {
  return type === 'voice' || type === 'sms' ? type : 'data'
}
