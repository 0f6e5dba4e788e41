import type { WidgetViewProps } from '../view-props.ts'
import '../views/kinds.css'
import { ActionButton, Figure, Pill, TileHeader } from '../views/parts.tsx'
import type { BalancePayload } from './present.ts'

export function View({ widget, payload, ...props }: WidgetViewProps<BalancePayload>) {
  const { amount, lowText, expiryText, topUp } = payload
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="wallet" title={widget.title} locale={props.locale} />}
      <Figure note={expiryText}>{amount.text}</Figure>
      {lowText && (
        <p className="pill-row">
          <Pill tone="warning" icon="warning">
            {lowText}
          </Pill>
        </p>
      )}
      {(topUp || widget.action) && (
        <div className="action-row tile-foot">
          {topUp && <ActionButton action={topUp} look="soft" {...props} />}
          {widget.action && <ActionButton action={widget.action} look="link" stretched={!topUp} {...props} />}
        </div>
      )}
    </div>
  )
}
