import { useId, useRef, useState } from 'react'
import type { ActionView } from '../view-model.ts'
import type { WidgetViewProps } from '../view-props.ts'
import { Icon } from '../views/icons.tsx'
import { ActionButton, TileHeader, Words } from '../views/parts.tsx'
import type { SurveyComment, SurveyPayload } from './present.ts'
import './view.css'

/** A question with its answers as buttons: below each other, or side by side as a scale between two ends. Whoever has answered is thanked. */
export function View({ widget, payload, ...props }: WidgetViewProps<SurveyPayload>) {
  const { question, body, look, answers, low, high, poll, thanks } = payload
  const choices = poll?.choices ?? answers
  return (
    <div className="tile-fill">
      <TileHeader icon="help" title={question} locale={props.locale} />
      {body && (
        <p className="tile-body">
          <Words text={body} locale={props.locale} />
        </p>
      )}
      {thanks && (
        <p className="survey-thanks" role="status">
          <Icon name="check" />
          <Words text={thanks} locale={props.locale} />
        </p>
      )}
      {!thanks && poll?.comment && (
        <WithComment comment={poll.comment} question={question.value} payload={payload} choices={choices} {...props} />
      )}
      {!thanks && !poll?.comment && (
        <>
          <div className="survey tile-foot" data-look={look}>
            {choices.map((choice) => (
              <ActionButton key={choice.id} action={choice} look="soft" {...props} />
            ))}
          </div>
          <Ends low={low} high={high} locale={props.locale} />
        </>
      )}
      {widget.action && (
        <div className="action-row">
          <ActionButton action={widget.action} look="link" {...props} />
        </div>
      )}
    </div>
  )
}

type Props = Omit<WidgetViewProps<SurveyPayload>, 'widget'> & { comment: SurveyComment; question: string; choices: readonly ActionView[] }

/** Chosen, commented on or not, and sent. */
function WithComment({ comment, question, payload: { look, low, high }, choices, locale, runAction, pendingActionId }: Props) {
  const [chosenId, setChosenId] = useState<string>()
  const [words, setWords] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const group = useRef<HTMLFieldSetElement>(null)
  const id = useId()
  const send = () => {
    const chosen = choices.find((choice) => choice.id === chosenId)
    setIsMissing(!chosen)
    if (chosen) runAction(commented(chosen, words.trim()))
    else group.current?.querySelector('input')?.focus()
  }
  return (
    <form
      className="survey-form tile-foot"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <fieldset ref={group} className="survey survey-choices" data-look={look} aria-describedby={isMissing ? `${id}-missing` : undefined}>
        <legend className="visually-hidden">{question}</legend>
        {choices.map((choice) => (
          <label key={choice.id} className="survey-choice">
            <input
              type="radio"
              name={id}
              value={choice.id}
              checked={choice.id === chosenId}
              onChange={() => {
                setChosenId(choice.id)
                setIsMissing(false)
              }}
            />
            <span>
              <Words text={choice.label} locale={locale} />
            </span>
          </label>
        ))}
      </fieldset>
      <Ends low={low} high={high} locale={locale} />
      {isMissing && (
        <p id={`${id}-missing`} className="survey-missing" role="alert">
          {comment.missingText}
        </p>
      )}
      <label htmlFor={`${id}-comment`}>{comment.label}</label>
      <textarea
        id={`${id}-comment`}
        rows={2}
        maxLength={comment.maxLength}
        value={words}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setWords(event.target.value)}
      />
      <p id={`${id}-hint`} className="survey-hint">
        {comment.hint}
      </p>
      <button type="submit" className="action action-main" disabled={pendingActionId !== undefined}>
        {comment.sendLabel}
      </button>
    </form>
  )
}

function Ends({ low, high, locale }: Pick<SurveyPayload, 'low' | 'high'> & { locale: Props['locale'] }) {
  if (!low && !high) return null
  return (
    <p className="survey-ends">
      <span>{low && <Words text={low} locale={locale} />}</span>
      <span>{high && <Words text={high} locale={locale} />}</span>
    </p>
  )
}

function commented(action: ActionView, comment: string): ActionView {
  if (action.__typename !== 'RunMutation' || comment === '') return action
  return { ...action, variables: [...action.variables, { name: 'comment', value: comment }] }
}
