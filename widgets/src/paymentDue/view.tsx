import type { WidgetViewProps } from '../view-props.ts'
import type { IconName } from '../views/icons.tsx'
import { ActionButton, Figure, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { PaymentDuePayload } from './present.ts'
import '../views/kinds.css'

const looks: Record<string, { tone: 'neutral' | 'positive' | 'warning' | 'critical'; icon?: IconName }> = {
  dueSoon: { tone: 'warning', icon: 'clock' },
  overdue: { tone: 'critical', icon: 'warning' },
  suspensionSoon: { tone: 'critical', icon: 'critical' },
  paying: { tone: 'positive', icon: 'refresh' },
}

export function View({ widget, payload, ...props }: WidgetViewProps<PaymentDuePayload>) {
  const { amount, stage, stageText, dueText, consequenceText, totalDueText, body, methodText, paymentText, pay } = payload
  const sentences = [consequenceText, paymentText, methodText].filter(Boolean)
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="bill" title={widget.title} locale={props.locale} />}
      <Figure note={[dueText, totalDueText].filter(Boolean).join(' · ')}>{amount.text}</Figure>
      <p className="pill-row">
        <Pill {...(looks[stage] ?? { tone: 'neutral' })}>{stageText}</Pill>
      </p>
      {body && (
        <p className="tile-body">
          <Words text={body} locale={props.locale} />
        </p>
      )}
      {sentences.map((sentence) => (
        <p key={sentence} className="tile-body">
          {sentence}
        </p>
      ))}
      {(pay || widget.action) && (
        <div className="action-row tile-foot">
          {pay && <ActionButton action={pay} {...props} />}
          {widget.action && <ActionButton action={widget.action} look="link" {...props} />}
        </div>
      )}
    </div>
  )
}
