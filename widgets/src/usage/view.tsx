import type { WidgetViewProps } from '../view-props.ts'
import { Icon } from '../views/icons.tsx'
import { ActionButton, Meter, Ring, TileHeader } from '../views/parts.tsx'
import type { UsageCounter, UsagePayload } from './present.ts'
import '../views/kinds.css'
import './view.css'

/** The counter people look for as a ring, the others of its group as bars under or beside it; other groups below, each under its name. */
export function View({ widget, payload, ...props }: WidgetViewProps<UsagePayload>) {
  const { counters } = payload
  const [first] = counters
  const main = counters.find(({ isUnlimited, group }) => !isUnlimited && group === first?.group) ?? first
  const beside = counters.filter((counter) => counter !== main && counter.group === main?.group)
  const groups = [...new Set(counters.map(({ group }) => group))].filter((group) => group !== main?.group)
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="data" title={widget.title} locale={props.locale} />}
      {main?.groupText && <p className="usage-group-name">{main.groupText}</p>}
      <div className="usage">
        {main && <MainCounter counter={main} />}
        {beside.length > 0 && <Counters counters={beside} />}
      </div>
      {main && <Counted counters={[main, ...beside]} />}
      {groups.map((group) => (
        <Group key={group} counters={counters.filter((counter) => counter.group === group)} />
      ))}
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" stretched {...props} />
        </div>
      )}
    </div>
  )
}

function Group({ counters }: { counters: readonly UsageCounter[] }) {
  return (
    <div className="usage-group">
      <p className="usage-group-name">{counters[0]?.groupText}</p>
      <Counters counters={counters} />
      <Counted counters={counters} />
    </div>
  )
}

/** What lags says so, once for all that were counted at the same time. */
function Counted({ counters }: { counters: readonly UsageCounter[] }) {
  const texts = new Set(counters.flatMap(({ countedText }) => countedText ?? []))
  return [...texts].map((text) => (
    <p key={text} className="figure-note">
      {text}
    </p>
  ))
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
        {counter.usedByLineText && <p className="figure-note">{counter.usedByLineText}</p>}
        {counter.resetText && <p className="figure-note">{counter.resetText}</p>}
      </div>
    </div>
  )
}

function Counters({ counters }: { counters: readonly UsageCounter[] }) {
  return (
    <ul className="usage-others">
      {counters.map((counter) => (
        <OtherCounter key={counter.id} counter={counter} />
      ))}
    </ul>
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
      {counter.usedByLineText && <p className="usage-own">{[counter.usedByLineText, counter.usedText].join(' · ')}</p>}
    </li>
  )
}

/** "12,5 GB" as a figure with its unit below; what has no end has no figure. */
function split({ isUnlimited, remainingText }: UsageCounter): { figure: string; unit?: string | undefined } {
  if (isUnlimited) return { figure: '∞' }
  const [figure = remainingText, ...unit] = remainingText.split(/[\s\u00a0]+/)
  return { figure, unit: unit.join(' ') }
}
