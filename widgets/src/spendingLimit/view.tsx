import type { WidgetViewProps } from '../view-props.ts'
import type { IconName } from '../views/icons.tsx'
import { ActionButton, Figure, Meter, Pill, TileHeader } from '../views/parts.tsx'
import type { SpendingLimitPayload } from './present.ts'
import '../views/kinds.css'

const looks: Record<string, { tone: 'neutral' | 'warning' | 'critical'; icon?: IconName }> = {
  near: { tone: 'warning', icon: 'warning' },
  reached: { tone: 'critical', icon: 'critical' },
}

export function View({ widget, payload, ...props }: WidgetViewProps<SpendingLimitPayload>) {
  const { spent, limitText, ratio, level, levelText, leftText } = payload
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="wallet" title={widget.title} locale={props.locale} />}
      <Figure note={[limitText, leftText].join(' · ')}>{spent.text}</Figure>
      <Meter ratio={ratio} isLow={level !== 'within'} />
      <p className="pill-row">
        <Pill {...(looks[level] ?? { tone: 'neutral' })}>{levelText}</Pill>
      </p>
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" stretched {...props} />
        </div>
      )}
    </div>
  )
}
