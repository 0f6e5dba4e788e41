'use client'
import { locales } from '@mosaic/schemas/text'
import type { KeyboardEvent } from 'react'
import { answerAdded, answerMoved, answerRemoved, answerWritten, mostAnswers } from './model.ts'
import { answerId, StepSelect, type StepProps } from './step-parts.tsx'

/** The answers of a question: what each says, and where it goes. */
export function AnswerRows(props: StepProps) {
  const { step, at, editing, words, focus } = props
  const { items, change, isReadOnly } = editing
  const { answers = [] } = step
  const add = (after: number) => {
    if (answers.length >= mostAnswers) return
    change(answerAdded(items, at, after))
    focus(answerId(at, after + 1))
  }
  const onKeyDown = (event: KeyboardEvent, place: number) => {
    const by = event.key === 'ArrowUp' ? -1 : 1
    if (event.key === 'Enter') add(place)
    else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      change(answerMoved(items, at, place, by))
      focus(answerId(at, Math.min(Math.max(place + by, 0), answers.length - 1)))
    } else return
    // Enter in a form would save it.
    event.preventDefault()
  }
  return (
    <>
      <ol>
        {answers.map((answer, place) => (
          <li key={answer.id}>
            <div className="mosaic-menu__option" role="group" aria-label={words.answer(place + 1)}>
              <div className="mosaic-menu__texts">
                {locales.map((locale) => (
                  <input
                    key={locale}
                    id={locale === 'it' ? answerId(at, place) : undefined}
                    type="text"
                    lang={locale}
                    aria-label={words.answerIn[locale]}
                    placeholder={words.answerIn[locale]}
                    value={answer.text[locale] ?? ''}
                    disabled={isReadOnly}
                    onKeyDown={(event) => onKeyDown(event, place)}
                    onChange={(event) =>
                      change(answerWritten(items, at, place, locale, event.target.value), `answer ${step.id} ${answer.id} ${locale}`)
                    }
                  />
                ))}
              </div>
              <div className="mosaic-menu__texts">
                <StepSelect {...props} way={place} label={words.to} />
                {!isReadOnly && (
                  <button
                    type="button"
                    aria-label={words.removeAnswer(place + 1)}
                    disabled={answers.length === 1}
                    onClick={() => {
                      change(answerRemoved(items, at, place))
                      focus(answerId(at, Math.max(place - 1, 0)))
                    }}
                  >
                    ✕
                  </button>
                )}
              </div>
            </div>
          </li>
        ))}
      </ol>
      {!isReadOnly && answers.length < mostAnswers && (
        <button type="button" className="mosaic-menu__quiet" onClick={() => add(answers.length - 1)}>
          {words.addAnswer}
        </button>
      )}
    </>
  )
}
