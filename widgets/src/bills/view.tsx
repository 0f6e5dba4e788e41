import type { WidgetViewProps } from '../view-props.ts'
import type { IconName } from '../views/icons.tsx'
import { ActionButton, Pill, TileHeader } from '../views/parts.tsx'
import type { BillsPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

const looks: Record<string, { tone: 'neutral' | 'positive' | 'critical'; icon?: IconName }> = {
  paid: { tone: 'positive', icon: 'check' },
  overdue: { tone: 'critical', icon: 'warning' },
  paying: { tone: 'neutral', icon: 'refresh' },
}

export function View({ widget, payload, ...props }: WidgetViewProps<BillsPayload>) {
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="bill" title={widget.title} locale={props.locale} />}
      <p className="bills-total">{payload.totalDueText}</p>
      <ul className="rows">
        {payload.items.map(({ id, number, monthText, amount, state, stateText, detailText, pay }) => (
          <li key={id} className="row" data-item={id}>
            <span className="row-words">
              <span className="row-primary">{monthText}</span>
              <span className="row-secondary">{[number, detailText].filter(Boolean).join(' · ')}</span>
            </span>
            <Pill {...(looks[state] ?? { tone: 'neutral' })}>{stateText}</Pill>
            <span className="bills-amount">{amount.text}</span>
            {pay && <ActionButton action={pay} look="soft" {...props} />}
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
