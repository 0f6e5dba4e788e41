'use client'
import { FieldDescription, FieldLabel, useFormFields } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'
import { useEffect, useRef } from 'react'
import { useNamed, type Named } from '../fields/use-named.ts'
import { useTree } from '../fields/use-tree.ts'
import '../menu/menu.css'
import { useWords } from '../words/language.ts'
import { guideIssues } from './guide-issues.ts'
import { GuideTrial } from './guide-trial.tsx'
import './guide.css'
import { firstStep, mostSteps, stepAdded } from './model.ts'
import { readSteps } from './read-guide.ts'
import { StepCard } from './step-card.tsx'
import { titleId } from './step-parts.tsx'
import { guideWords } from './words.ts'

/** The steps of a guide: written by keyboard, checked while they are written, and tried beside. */
export const GuideField: JSONFieldClientComponent = ({ field, path, readOnly }) => {
  const { language } = useWords()
  const words = guideWords[language]
  const editing = useTree(path, readOnly, readSteps)
  const { items: steps, change, isReadOnly } = editing
  const brand = useFormFields(([fields]) => fields['brand']?.value)
  const [targets, triggers, images] = [useNamed('targets', brand), useNamed('triggers', brand), useNamed('media', brand)]
  // Without what steps name nothing is said about it.
  const issues =
    targets.documents && triggers.documents && steps.length > 0
      ? guideIssues(words.name, steps, { targets: idsOf(targets.documents), triggers: idsOf(triggers.documents) })
      : []
  const wanted = useRef<string>(undefined)
  useEffect(() => {
    const element = wanted.current === undefined ? null : document.getElementById(wanted.current)
    // What was made a moment ago may be drawn later.
    if (!element) return
    element.focus()
    wanted.current = undefined
  })
  const focus = (id: string) => (wanted.current = id)
  const others = { targets: targets.documents ?? [], triggers: triggers.documents ?? [], images: images.documents ?? [] }

  return (
    <div className="field-type mosaic-menu" id={`field-${path.replaceAll('.', '__')}`}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <p className="field-description">{words.intro}</p>
      {(targets.hasFailed || triggers.hasFailed) && <p role="alert">{words.failed}</p>}
      <div className="mosaic-menu__head">
        <button type="button" disabled={editing.steps.done === 0} onClick={editing.undo}>
          {words.undo}
        </button>
        <button type="button" disabled={editing.steps.undone === 0} onClick={editing.redo}>
          {words.redo}
        </button>
        <span role="status" className="mosaic-menu__state" data-fine={issues.length === 0}>
          {steps.length > 0 && targets.documents && triggers.documents && (issues.length === 0 ? words.all : words.issues(issues.length))}
        </span>
      </div>
      {issues.length > 0 && (
        <ul className="mosaic-guide__faults" aria-label={words.faults}>
          {issues.map(({ message, severity, step }, number) => (
            <li key={number} data-severity={severity}>
              <button type="button" onClick={() => document.getElementById(titleId(step ?? 0))?.focus()}>
                {message[language]}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="mosaic-menu__both">
        <div className="mosaic-menu__levels">
          {steps.map((step, at) => (
            <StepCard key={step.id} {...{ step, at, editing, issues, words, language, focus, ...others }} />
          ))}
          {!isReadOnly && steps.length < mostSteps && (
            <button
              type="button"
              className="mosaic-menu__begin"
              onClick={() => {
                change(steps.length === 0 ? firstStep() : stepAdded(steps))
                focus(titleId(steps.length))
              }}
            >
              {steps.length === 0 ? words.begin : words.addStep}
            </button>
          )}
        </div>
        {steps.length > 0 && <GuideTrial steps={steps} targets={others.targets} images={others.images} words={words} />}
      </div>
      <FieldDescription path={path} description={field.admin?.description} />
    </div>
  )
}

function idsOf(documents: readonly Named[]): string[] {
  return documents.map(({ id }) => id)
}
