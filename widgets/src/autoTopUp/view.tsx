import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { AutoTopUpPayload } from './present.ts'
import '../views/kinds.css'

const states = { it: { on: 'Attiva', off: 'Non attiva' }, en: { on: 'On', off: 'Off' } }

/** A line that tops itself up: how it stands, and the one thing to do about it. */
export function View({ widget, payload, ...props }: WidgetViewProps<AutoTopUpPayload>) {
  const { body, isOn, lineText, ruleText, nextText, amounts, turnOff } = payload
  const state = states[props.locale]
  return (
    <div className="tile-fill">
      {widget.title && (
        <TileHeader
          icon="refresh"
          title={widget.title}
          locale={props.locale}
          end={<Pill tone={isOn ? 'positive' : 'neutral'}>{isOn ? state.on : state.off}</Pill>}
        />
      )}
      <p className="tile-body">{body ? <Words text={body} locale={props.locale} /> : lineText}</p>
      <p className="tile-body">
        {ruleText} {nextText}
      </p>
      {amounts.length > 0 && (
        <div className="amounts tile-foot">
          {amounts.map(({ action }) => (
            <ActionButton key={action.id} action={action} look="soft" {...props} />
          ))}
        </div>
      )}
      {(turnOff ?? widget.action) && (
        <div className="action-row">
          {turnOff && <ActionButton action={turnOff} look="soft" {...props} />}
          {widget.action && <ActionButton action={widget.action} look="link" {...props} />}
        </div>
      )}
    </div>
  )
}
