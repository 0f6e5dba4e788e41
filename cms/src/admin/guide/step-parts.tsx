'use client'
import type { GuideStep } from '@mosaic/schemas/release'
import { locales } from '@mosaic/schemas/text'
import type { Named } from '../fields/use-named.ts'
import type { TreeEditing } from '../fields/use-tree.ts'
import type { GuideIssue } from './guide-issues.ts'
import { led, mostSteps, stepMade, stepWritten, type Way } from './model.ts'
import type { GuideWords } from './words.ts'

/** What the parts of a step share. */
export type StepProps = {
  step: GuideStep
  at: number
  editing: TreeEditing<GuideStep>
  targets: readonly Named[]
  triggers: readonly Named[]
  images: readonly Named[]
  issues: readonly GuideIssue[]
  words: GuideWords
  language: 'it' | 'en'
  /** Puts the focus on an element by its id once it is drawn. */
  focus: (id: string) => void
}

export function titleId(at: number): string {
  return `mosaic-guide-${at}-title`
}

export function answerId(at: number, place: number): string {
  return `mosaic-guide-${at}-${place}-answer`
}

/** What a step is called in lists. */
export function nameOf(steps: readonly GuideStep[], at: number, words: GuideWords, language: 'it' | 'en'): string {
  const title = steps[at]?.title
  return [words.step(at + 1), title?.[language] ?? title?.it].filter(Boolean).join(' · ')
}

/** A text of a step in both languages. */
export function StepTexts({ step, at, editing, words, field }: StepProps & { field: 'title' | 'text' }) {
  const labels = field === 'title' ? words.titleIn : words.textIn
  return (
    <div className="mosaic-menu__texts">
      {locales.map((locale) => (
        <input
          key={locale}
          id={field === 'title' && locale === 'it' ? titleId(at) : undefined}
          type="text"
          lang={locale}
          aria-label={labels[locale]}
          placeholder={labels[locale]}
          className={field === 'title' ? 'mosaic-menu__title' : undefined}
          value={step[field]?.[locale] ?? ''}
          disabled={editing.isReadOnly}
          onChange={(event) =>
            editing.change(stepWritten(editing.items, at, field, locale, event.target.value), `${field} ${step.id} ${locale}`)
          }
        />
      ))}
    </div>
  )
}

/** Where a way goes: another step, or one that is made for it. */
export function StepSelect({ step, at, editing, words, language, focus, way, label }: StepProps & { way: Way; label: string }) {
  const { items, change, isReadOnly } = editing
  const value = (typeof way === 'number' ? step.answers?.[way]?.to : step[way]) ?? ''
  const choose = (to: string) => {
    if (to !== '+') return change(led(items, at, way, to))
    change(stepMade(items, at, way))
    focus(titleId(items.length))
  }
  return (
    <select aria-label={label} value={value} disabled={isReadOnly} onChange={(event) => choose(event.target.value)}>
      <option value="">{words.chooseStep}</option>
      {value !== '' && !items.some(({ id }) => id === value) && <option value={value}>{words.gone(value)}</option>}
      {items.map(({ id }, number) => (
        <option key={id} value={id}>
          {nameOf(items, number, words, language)}
        </option>
      ))}
      {items.length < mostSteps && <option value="+">{words.newStep}</option>}
    </select>
  )
}

type NamedSelectProps = {
  label: string
  empty: string
  value: string | undefined
  from: readonly Named[]
  words: GuideWords
  isReadOnly: boolean
  onChoose: (id: string | undefined) => void
}

/** A choice of another document; one that is gone stays to be seen. */
export function NamedSelect({ label, empty, value = '', from, words, isReadOnly, onChoose }: NamedSelectProps) {
  return (
    <select aria-label={label} value={value} disabled={isReadOnly} onChange={(event) => onChoose(event.target.value || undefined)}>
      <option value="">{empty}</option>
      {value !== '' && !from.some(({ id }) => id === value) && <option value={value}>{words.gone(value)}</option>}
      {from.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
