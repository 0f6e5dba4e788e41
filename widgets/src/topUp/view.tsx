import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, TileHeader, Words } from '../views/parts.tsx'
import type { TopUpPayload } from './present.ts'
import '../views/kinds.css'

/** Amounts as buttons: one tap asks, a second one does it. */
export function View({ widget, payload, ...props }: WidgetViewProps<TopUpPayload>) {
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="bolt" title={widget.title} locale={props.locale} />}
      <p className="tile-body">{payload.body ? <Words text={payload.body} locale={props.locale} /> : payload.lineText}</p>
      <div className="amounts tile-foot">
        {payload.amounts.map(({ action }) => (
          <ActionButton key={action.id} action={action} look="soft" {...props} />
        ))}
      </div>
      {widget.action && (
        <div className="action-row">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}
