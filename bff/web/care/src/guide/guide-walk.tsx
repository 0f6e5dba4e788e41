import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { Words } from '@mosaic/widgets/tile'
import { failureOf, serverCodeOf } from '../../../home/src/api/client.ts'
import { moveBetween } from '../../../home/src/guide/follow.ts'
import { stepNumber } from '../../../home/src/guide/guide.ts'
import { useDesk, useTexts } from '../desk-context.tsx'
import type { CustomerPartProps } from '../slots.ts'
import { Panel } from '../ui/panel.tsx'
import { GuideEnd } from './guide-end.tsx'
import { GuideSaid } from './guide-said.tsx'
import { messages } from './messages.ts'
import type { GuideMark, GuideRun } from './types.ts'
import { useWalk, type Doing } from './use-guides.ts'
import { isOver, isSaid } from './walk.ts'

type GuideWalkProps = Pick<CustomerPartProps, 'customer'> & {
  run: GuideRun
  /** The agent has just asked for it. */ isAskedFor: boolean
  onLeave: () => void
}

/** One walk, at the step the customer is at too: the question to read out, his answer, and what has been found out by whom. */
export function GuideWalk({ run, customer, isAskedFor, onLeave }: GuideWalkProps) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const walk = useWalk(customer.id)
  const [notice, setNotice] = useNotice(run, customer.name)
  const heading = useHeading(run.step.id, isAskedFor)
  const isAsking = !isOver(run)

  const take = (doing: Doing) => {
    if (walk.isPending) return
    setNotice(undefined)
    // What this agent has done is no news to him.
    walk.mutate(doing, { onSuccess: (now) => setNotice(now ? now.message?.value : texts.gone) })
  }
  const answer = (id: string) => take({ type: 'answer', run: run.id, step: run.step.id, answer: id })
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = isAsking && /^[1-9]$/.test(event.key) ? run.step.answers[Number(event.key) - 1] : undefined
    if (chosen) answer(chosen.id)
  }
  const trouble = !walk.isError
    ? undefined
    : serverCodeOf(walk.error) === 'TOO_MANY'
      ? texts.enough
      : failureOf(walk.error) === 'UNREACHABLE'
        ? texts.unreachable
        : texts.wrong
  return (
    <Panel
      title={run.title.value}
      className="walk"
      aside={
        <button type="button" className="desk-link" aria-label={texts.leaveSpoken} onClick={onLeave}>
          {texts.leave}
        </button>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- short cuts for the buttons below */}
      <div className="walk-body" role="group" aria-label={run.title.value} onKeyDown={press}>
        <Checked marks={run.trail.filter((mark) => !isSaid(mark))} />
        <div role="status">{notice !== undefined && <p className="walk-notice">{notice}</p>}</div>
        {isAsking && <p className="desk-muted walk-count">{texts.step(stepNumber(run))}</p>}
        <h3 ref={heading} tabIndex={-1}>
          <Words text={run.step.title} locale={locale} />
        </h3>
        {run.step.text && (
          <p className="desk-muted">
            <Words text={run.step.text} locale={locale} />
          </p>
        )}
        {run.step.image && (
          <img
            className="walk-picture"
            src={run.step.image.url}
            width={run.step.image.width}
            height={run.step.image.height}
            alt={run.step.image.alt}
          />
        )}
        {isAsking ? (
          <Answers run={run} name={customer.name} busy={walk.isPending ? walk.variables : undefined} onAnswer={answer} />
        ) : (
          <GuideEnd run={run} customer={customer.id} onAgain={(step) => take({ type: 'back', run: run.id, step })} />
        )}
        <div role="alert">{trouble !== undefined && <p className="desk-failed">{trouble}</p>}</div>
        <GuideSaid
          marks={run.trail.filter(isSaid)}
          name={customer.name}
          onBack={run.isReported ? undefined : (step) => take({ type: 'back', run: run.id, step })}
        />
      </div>
    </Panel>
  )
}

type AnswersProps = { run: GuideRun; name: string; busy: Doing | undefined; onAnswer: (id: string) => void }

/** Each with the digit that is its key. */
function Answers({ run, name, busy, onAnswer }: AnswersProps) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  return (
    <ul className="walk-choices" aria-label={texts.answersFor(name)}>
      {run.step.answers.map(({ id, text, isChosen }, index) => {
        const isBusy = busy?.type === 'answer' && busy.answer === id
        return (
          <li key={id}>
            <button
              type="button"
              className="walk-answer"
              aria-busy={isBusy || undefined}
              aria-keyshortcuts={String(index + 1)}
              onClick={() => onAnswer(id)}
            >
              <kbd aria-hidden="true">{index + 1}</kbd>
              <span>
                <Words text={text} locale={locale} />
                {isChosen && <small>{texts.before}</small>}
              </span>
              {isBusy && <span className="spinner" aria-hidden="true" />}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function Checked({ marks }: { marks: readonly GuideMark[] }) {
  const { locale } = useDesk()
  const texts = useTexts(messages)
  const id = useId()
  if (marks.length === 0) return null
  return (
    <div className="walk-checked">
      <p id={id}>{texts.checked}</p>
      <ul aria-labelledby={id}>
        {marks.map(({ step, title, found }) => (
          <li key={step}>
            <Words text={title} locale={locale} /> <strong>{<Words text={found} locale={locale} />}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What somebody else has done in the walk while this agent looked at it. */
function useNotice(run: GuideRun, name: string) {
  const { staff } = useDesk()
  const texts = useTexts(messages)
  const [seen, setSeen] = useState(run)
  const state = useState<string>()
  if (seen !== run) {
    setSeen(run)
    const move = moveBetween(seen, run)
    if (move?.type === 'back') state[1](texts.hasGoneBack)
    else if (move) {
      const { by, agent, found } = move.mark
      const isOwn = by === 'agent' && agent === staff.name
      state[1](isOwn ? undefined : texts.hasAnswered(by === 'agent' ? (agent ?? '') : name, found.value))
    }
  }
  return state
}

/** Another question is where one goes on, for who answers by keyboard; whoever is elsewhere on the page stays there. */
function useHeading(step: string, isAskedFor: boolean) {
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef<string>(undefined)
  useEffect(() => {
    const isAnother = shown.current === undefined ? isAskedFor : shown.current !== step
    shown.current = step
    const { activeElement } = document
    const isHere = activeElement === document.body || heading.current?.closest('.walk')?.contains(activeElement)
    if (isAnother && isHere) heading.current?.focus()
  }, [step, isAskedFor])
  return heading
}
