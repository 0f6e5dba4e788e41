import type { WidgetViewProps } from '../view-props.ts'
import type { IconName } from '../views/icons.tsx'
import { ActionButton, Meter, TileHeader } from '../views/parts.tsx'
import type { UsageHistoryPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

const icons: Record<string, IconName> = { data: 'data', voice: 'voice', sms: 'sms', cost: 'wallet' }

export function View({ widget, payload, ...props }: WidgetViewProps<UsageHistoryPayload>) {
  const { what, months, averageText, trendText } = payload
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon={icons[what] ?? 'data'} title={widget.title} locale={props.locale} />}
      {averageText && (
        <div>
          <p className="history-average">{averageText}</p>
          {trendText && <p className="figure-note">{trendText}</p>}
        </div>
      )}
      <ul className="history-months">
        {months.map(({ id, monthText, amountText, ratio }) => (
          <li key={id}>
            <p className="history-line">
              <span>{monthText}</span>
              <bdi className="history-amount">{amountText}</bdi>
            </p>
            <Meter ratio={ratio} />
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
