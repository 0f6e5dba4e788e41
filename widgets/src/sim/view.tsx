import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { SimPayload } from './present.ts'
import './view.css'

const tones: Record<string, 'positive' | 'critical' | 'warning'> = { active: 'positive', blocked: 'critical', toInstall: 'warning' }

/** What a SIM is, how it is, and the way to another. */
export function View({ widget, payload, ...props }: WidgetViewProps<SimPayload>) {
  const { state, stateText, adviceText, body, facts, toEsim, replace } = payload
  const actions = [toEsim, replace].filter((action) => action !== undefined && action !== null)
  return (
    <div className="tile-fill">
      {widget.title && (
        <TileHeader
          icon="smartphone"
          title={widget.title}
          locale={props.locale}
          end={<Pill tone={tones[state] ?? 'neutral'}>{stateText}</Pill>}
        />
      )}
      {adviceText && <p className="tile-body">{adviceText}</p>}
      <dl className="sim-facts">
        {facts.map(({ id, label, value }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {body && (
        <p className="tile-body">
          <Words text={body} locale={props.locale} />
        </p>
      )}
      {(actions.length > 0 || widget.action) && (
        <div className="action-row tile-foot">
          {actions.map((action) => (
            <ActionButton key={action.id} action={action} look="soft" {...props} />
          ))}
          {widget.action && <ActionButton action={widget.action} look="link" {...props} />}
        </div>
      )}
    </div>
  )
}
