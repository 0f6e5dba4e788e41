import { Icon, Words } from '@mosaic/widgets/tile'
import { useApp, useMessages } from '../app-context.tsx'
import type { GuideStep, Said } from './guide.ts'

type GuideQuestionProps = { step: GuideStep; /** What is on its way. */ sending: Said | undefined; onAnswer: (answer: string) => void }

/** The answers of a question: a tap is an answer. What was answered before going back is marked. */
export function GuideQuestion({ step, sending, onAnswer }: GuideQuestionProps) {
  const { locale } = useApp()
  const texts = useMessages()
  return (
    <ul className="guide-answers">
      {step.answers.map(({ id, text, isChosen }) => (
        <li key={id}>
          <button
            type="button"
            className="menu-option"
            aria-busy={sending?.answer === id || undefined}
            data-chosen={isChosen || undefined}
            onClick={() => onAnswer(id)}
          >
            <span className="menu-text">
              <Words text={text} locale={locale} />
              {isChosen && <small>{texts.guideBefore}</small>}
            </span>
            {sending?.answer === id ? (
              <span className="spinner" aria-hidden="true" />
            ) : (
              <Icon name={isChosen ? 'check' : 'chevron'} className={isChosen ? '' : 'icon-directed'} />
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}
