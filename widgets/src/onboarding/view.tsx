import type { WidgetViewProps } from '../view-props.ts'
import { Icon } from '../views/icons.tsx'
import { ActionButton, Meter, TileHeader, Words } from '../views/parts.tsx'
import type { OnboardingPayload, OnboardingStep } from './present.ts'
import './view.css'

/** The first steps as a list: those done have a tick, the others a way to do them. */
export function View({ widget, payload, ...props }: WidgetViewProps<OnboardingPayload>) {
  const { body, steps, ratio, progressText } = payload
  return (
    <div className="tile-fill">
      {widget.title && <TileHeader icon="check" title={widget.title} locale={props.locale} />}
      {body && (
        <p className="tile-body">
          <Words text={body} locale={props.locale} />
        </p>
      )}
      {progressText && (
        <div className="steps-progress">
          <p className="figure-note">{progressText}</p>
          <Meter ratio={ratio ?? 0} />
        </div>
      )}
      <ol className="steps">
        {steps.map((step) => (
          <Step key={step.id} step={step} {...props} />
        ))}
      </ol>
      {widget.action && (
        <div className="action-row tile-foot">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}

type StepProps = Omit<WidgetViewProps<OnboardingPayload>, 'widget' | 'payload'> & { step: OnboardingStep }

function Step({ step: { label, text, isDone, stateText, action }, ...props }: StepProps) {
  return (
    <li className="step" data-done={isDone || undefined}>
      <span className="step-mark">{isDone && <Icon name="check" />}</span>
      <div className="step-words">
        <p className="step-label">
          <Words text={label} locale={props.locale} />
        </p>
        {isDone && stateText && <p className="figure-note">{stateText}</p>}
        {!isDone && text && (
          <p className="tile-body">
            <Words text={text} locale={props.locale} />
          </p>
        )}
        {action && <ActionButton action={action} look="link" {...props} />}
      </div>
    </li>
  )
}
