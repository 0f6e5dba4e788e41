import type { WidgetViewProps } from '../view-props.ts'
import { Icon } from '../views/icons.tsx'
import { ActionButton, Meter, Ring, TileHeader } from '../views/parts.tsx'
import type { UsageCounter, UsagePayload } from './present.ts'
import '../views/kinds.css'

/** The counter people look for as a ring, the others as bars under or beside it. */
export function View({ widget, payload, ...props }: WidgetViewProps<UsagePayload>) {
  const main = payload.counters.find(({ isUnlimited }) => !isUnlimited) ?? payload.counters[0]
  const others = payload.counters.filter((counter) => counter !== main)
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="data" title={widget.title} locale={props.locale} />}
      <div className="usage">
        {main && <MainCounter counter={main} />}
        {others.length > 0 && (
          <ul className="usage-others">
            {others.map((counter) => (
              <OtherCounter key={counter.id} counter={counter} />
            ))}
          </ul>
        )}
      </div>
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" stretched {...props} />
        </div>
      )}
    </div>
  )
}

function MainCounter({ counter }: { counter: UsageCounter }) {
  const { figure, unit } = split(counter)
  return (
    <div className="usage-main">
      <Ring ratio={counter.ratio} isLow={counter.isLow}>
        <span className="usage-figure" data-long={figure.length > 4 || undefined}>
          {figure}
        </span>
        {unit && <span className="usage-unit"> {unit}</span>}
      </Ring>
      <div className="usage-words">
        <p className="usage-name">{counter.name}</p>
        <p className="figure-note">{counter.isUnlimited ? counter.remainingText : counter.totalText}</p>
        {counter.resetText && <p className="figure-note">{counter.resetText}</p>}
      </div>
    </div>
  )
}

function OtherCounter({ counter }: { counter: UsageCounter }) {
  return (
    <li className="usage-other">
      <p className="usage-line">
        <Icon name={counter.type} />
        <span className="usage-name">{counter.name}</span>
        <span className="usage-left">
          <bdi>{counter.remainingText}</bdi> {counter.totalText && <bdi className="usage-total">{counter.totalText}</bdi>}
        </span>
      </p>
      {!counter.isUnlimited && <Meter ratio={counter.ratio} isLow={counter.isLow} />}
    </li>
  )
}

/** "12,5 GB" as a figure with its unit below; what has no end has no figure. */
function split({ isUnlimited, remainingText }: UsageCounter): { figure: string; unit?: string | undefined } {
  if (isUnlimited) return { figure: '∞' }
  const [figure = remainingText, ...unit] = remainingText.split(/[\s\u00a0]+/)
  return { figure, unit: unit.join(' ') }
}
