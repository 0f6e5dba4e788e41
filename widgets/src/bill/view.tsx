import type { WidgetViewProps } from '../view-props.ts'
import '../views/kinds.css'
import type { IconName } from '../views/icons.tsx'
import { ActionButton, Figure, Pill, TileHeader } from '../views/parts.tsx'
import type { BillPayload } from './present.ts'

const looks: Record<string, { tone: 'positive' | 'critical' | 'neutral'; icon?: IconName }> = {
  paid: { tone: 'positive', icon: 'check' },
  overdue: { tone: 'critical', icon: 'warning' },
}

export function View({ widget, payload, ...props }: WidgetViewProps<BillPayload>) {
  const { amount, state, stateText, issuedText, dueText, remainingText, totalDueText, paymentText, pay } = payload
  const notes = [remainingText, dueText ?? issuedText, totalDueText].filter(Boolean)
  const look = looks[state] ?? { tone: 'neutral' }
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="bill" title={widget.title} locale={props.locale} />}
      <Figure note={notes.join(' · ')}>{amount.text}</Figure>
      <p className="pill-row">
        <Pill {...look}>{stateText}</Pill>
      </p>
      {paymentText && <p className="tile-body">{paymentText}</p>}
      {(pay || widget.action) && (
        <div className="action-row tile-foot">
          {pay && <ActionButton action={pay} {...props} />}
          {widget.action && <ActionButton action={widget.action} look="link" stretched={!pay} {...props} />}
        </div>
      )}
    </div>
  )
}
