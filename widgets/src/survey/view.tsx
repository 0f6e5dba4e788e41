import type { WidgetViewProps } from '../view-props.ts'
import { ActionButton, TileHeader, Words } from '../views/parts.tsx'
import type { SurveyPayload } from './present.ts'
import './view.css'

/** A question with its answers as buttons: below each other, or side by side as a scale between two ends. */
export function View({ widget, payload, ...props }: WidgetViewProps<SurveyPayload>) {
  const { question, body, look, answers, low, high } = payload
  return (
    <div className="tile-fill">
      <TileHeader icon="help" title={question} locale={props.locale} />
      {body && (
        <p className="tile-body">
          <Words text={body} locale={props.locale} />
        </p>
      )}
      <div className="survey tile-foot" data-look={look}>
        {answers.map((answer) => (
          <ActionButton key={answer.id} action={answer} look="soft" {...props} />
        ))}
      </div>
      {(low || high) && (
        <p className="survey-ends">
          <span>{low && <Words text={low} locale={props.locale} />}</span>
          <span>{high && <Words text={high} locale={props.locale} />}</span>
        </p>
      )}
      {widget.action && (
        <div className="action-row">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}
