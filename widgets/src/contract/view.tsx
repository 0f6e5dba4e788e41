import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, Meter, TileHeader } from '../views/parts.tsx'
import type { ContractPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

/** The contract and each device as bars that fill towards their end. */
export function View({ widget, payload, ...props }: WidgetViewProps<ContractPayload>) {
  const { term, instalments } = payload
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="clock" title={widget.title} locale={props.locale} />}
      <div className="contract">
        {term && (
          <div className="contract-part">
            {!term.isEnded && <p className="contract-name">{term.progressText}</p>}
            <Meter ratio={term.ratio} />
            <p className="figure-note">{[term.endText, term.penaltyText].filter(Boolean).join(' · ')}</p>
          </div>
        )}
        {instalments.map((device) => (
          <div key={device.id} className="contract-part">
            <p className="contract-name">{device.device}</p>
            <Meter ratio={device.ratio} />
            <p className="figure-note">{[device.paidText, device.leftText].filter(Boolean).join(' · ')}</p>
            <p className="figure-note">{[device.monthlyText, device.endText].filter(Boolean).join(' · ')}</p>
          </div>
        ))}
      </div>
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" stretched {...props} />
        </div>
      )}
    </div>
  )
}
