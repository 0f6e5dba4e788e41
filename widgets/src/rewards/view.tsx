import type { WidgetViewProps } from '../view-props.ts'
import { Icon } from '../views/icons.tsx'
import { ActionButton, Figure, Meter, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { RewardItem, RewardsPayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

export function View({ widget, payload, ...props }: WidgetViewProps<RewardsPayload>) {
  const { pointsText, programme, expiryText, body, items } = payload
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="gift" title={widget.title} locale={props.locale} end={programme && <Pill>{programme}</Pill>} />}
      <Figure note={expiryText}>{pointsText}</Figure>
      {body && (
        <p className="tile-body">
          <Words text={body} locale={props.locale} />
        </p>
      )}
      {items.length > 0 && (
        <ul className="rows">
          {items.map((item) => (
            <li key={item.id} className="row">
              <Reward item={item} />
            </li>
          ))}
        </ul>
      )}
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}

function Reward({ item: { name, costText, untilText, isAffordable, ratio, stateText } }: { item: RewardItem }) {
  return (
    <>
      <span className="row-words reward-words">
        <span className="row-primary">{name}</span>
        <span className="row-secondary">{[stateText, untilText].filter(Boolean).join(' · ')}</span>
        {!isAffordable && <Meter ratio={ratio} />}
      </span>
      <span className="reward-cost">{costText}</span>
      {isAffordable && <Icon name="check" />}
    </>
  )
}
