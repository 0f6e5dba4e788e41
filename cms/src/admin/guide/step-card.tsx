'use client'
import { outcomeKinds, stepKinds } from '@mosaic/schemas/release'
import { AnswerRows } from './answer-rows.tsx'
import { checkWays, kindChosen, stepChanged, stepMoved, stepRemoved } from './model.ts'
import { nameOf, NamedSelect, StepSelect, StepTexts, titleId, type StepProps } from './step-parts.tsx'

/** One step of a guide: what it is, what it says, and where it goes. */
export function StepCard(props: StepProps) {
  const { step, at, editing, issues, words, language, focus } = props
  const { items, change, isReadOnly } = editing
  const own = issues.filter((issue) => issue.step === at)
  const move = (by: -1 | 1) => {
    if (at + by < 0 || at + by >= items.length) return
    change(stepMoved(items, at, by))
    focus(titleId(at + by))
  }
  return (
    <section className="mosaic-menu__level" aria-label={nameOf(items, at, words, language)}>
      <header>
        <p className="mosaic-menu__where">
          {words.step(at + 1)}
          {at === 0 && ` · ${words.first}`}
        </p>
        {!isReadOnly && (
          <span className="mosaic-menu__buttons">
            <button type="button" aria-label={words.moveUp(at + 1)} disabled={at === 0} onClick={() => move(-1)}>
              ↑
            </button>
            <button type="button" aria-label={words.moveDown(at + 1)} disabled={at === items.length - 1} onClick={() => move(1)}>
              ↓
            </button>
            <button
              type="button"
              aria-label={words.removeStep(at + 1)}
              disabled={items.length === 1}
              onClick={() => {
                change(stepRemoved(items, at))
                focus(titleId(Math.max(at - 1, 0)))
              }}
            >
              ✕
            </button>
          </span>
        )}
      </header>
      <div className="mosaic-menu__texts">
        <select
          aria-label={words.kind}
          value={step.kind}
          disabled={isReadOnly}
          onChange={(event) => {
            const kind = stepKinds.find((one) => one === event.target.value)
            if (kind) change(kindChosen(items, at, kind))
          }}
        >
          {stepKinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
        {step.kind !== 'check' && (
          <NamedSelect
            label={words.image}
            empty={words.noImage}
            value={step.image}
            from={props.images}
            words={words}
            isReadOnly={isReadOnly}
            onChoose={(image) => change(stepChanged(items, at, { image }))}
          />
        )}
      </div>
      <StepTexts {...props} field="title" />
      {step.kind !== 'check' && <StepTexts {...props} field="text" />}
      {step.kind === 'question' && <AnswerRows {...props} />}
      {step.kind === 'check' && <CheckParts {...props} />}
      {step.kind === 'outcome' && <OutcomeParts {...props} />}
      {own.length > 0 && (
        <ul className="mosaic-menu__issues">
          {own.map(({ message, severity }) => (
            <li key={message.en} data-severity={severity}>
              {message[language]}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function CheckParts(props: StepProps) {
  const { step, at, editing, triggers, words } = props
  return (
    <div className="mosaic-guide__ways">
      <NamedSelect
        label={words.trigger}
        empty={words.chooseTrigger}
        value={step.trigger}
        from={triggers}
        words={words}
        isReadOnly={editing.isReadOnly}
        onChoose={(trigger) => editing.change(stepChanged(editing.items, at, { trigger }))}
      />
      {checkWays.map((way) => (
        <label key={way}>
          <span>{words.ways[way]}</span>
          <StepSelect {...props} way={way} label={words.ways[way]} />
        </label>
      ))}
    </div>
  )
}

function OutcomeParts({ step, at, editing, targets, words }: StepProps) {
  const { items, change, isReadOnly } = editing
  const choose = (value: string) => {
    const outcome = outcomeKinds.find((one) => one === value)
    change(stepChanged(items, at, { outcome, target: outcome === 'action' ? step.target : undefined }))
  }
  return (
    <div className="mosaic-guide__ways">
      <select aria-label={words.outcome} value={step.outcome ?? ''} disabled={isReadOnly} onChange={(event) => choose(event.target.value)}>
        <option value="">{words.chooseOutcome}</option>
        {outcomeKinds.map((kind) => (
          <option key={kind} value={kind}>
            {words.outcomes[kind]}
          </option>
        ))}
      </select>
      {step.outcome === 'action' && (
        <NamedSelect
          label={words.target}
          empty={words.chooseTarget}
          value={step.target}
          from={targets}
          words={words}
          isReadOnly={isReadOnly}
          onChoose={(target) => change(stepChanged(items, at, { target }))}
        />
      )}
    </div>
  )
}
