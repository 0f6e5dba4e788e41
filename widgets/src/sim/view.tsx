import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, Pill, TileHeader, Words } from '../views/parts.tsx'
import type { SimPayload, SimReplacement } from './present.ts'
import './view.css'

const tones: Record<string, 'positive' | 'critical' | 'warning'> = { active: 'positive', blocked: 'critical', toInstall: 'warning' }

/** What a SIM is, how it is, and the way to another. */
export function View({ widget, payload, ...props }: WidgetViewProps<SimPayload>) {
  const { state, stateText, adviceText, body, facts, toEsim, replace, puk, replaceText, replacements } = payload
  const { showSimSecrets } = props
  // Where one can be ordered here, nobody is led elsewhere for it.
  const actions = [toEsim, replaceText ? undefined : replace].filter((action) => action !== undefined && action !== null)
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
      {replaceText && (
        <details className="sim-replace">
          <summary>{replaceText}</summary>
          {reasonsOf(replacements).map((ways) => (
            <div key={ways[0]?.reason} className="sim-reason">
              <p>{ways[0]?.reasonText}</p>
              <div className="action-row">
                {ways.map(({ id, order }) => (
                  <ActionButton key={id} action={order} look="soft" {...props} />
                ))}
              </div>
            </div>
          ))}
        </details>
      )}
      {(actions.length > 0 || puk || widget.action) && (
        <div className="action-row tile-foot">
          {puk && (
            <button type="button" className="action action-soft" aria-haspopup="dialog" onClick={() => showSimSecrets?.(puk.lineId)}>
              <Words text={puk.label} locale={props.locale} />
            </button>
          )}
          {actions.map((action) => (
            <ActionButton key={action.id} action={action} look="soft" {...props} />
          ))}
          {widget.action && <ActionButton action={widget.action} look="link" {...props} />}
        </div>
      )}
    </div>
  )
}

/** The ways to a new SIM, those of one reason together. */
function reasonsOf(replacements: readonly SimReplacement[]): SimReplacement[][] {
  return [...Map.groupBy(replacements, ({ reason }) => reason).values()]
}
