import type { GuideStep, StepKind } from '@mosaic/schemas/release'
import type { Locale, LocalizedText } from '@mosaic/schemas/text'

/* A guide under the hands of its editor: pure steps from one list to the next. */

/** A way on from a step: an answer by its place, or what a check finds. */
export type Way = number | CheckWay
export type CheckWay = 'whenTrue' | 'whenFalse' | 'whenUnknown'
export const checkWays: readonly CheckWay[] = ['whenTrue', 'whenFalse', 'whenUnknown']

export const mostSteps = 100
export const mostAnswers = 8

/** The first step of a guide that has none. */
export function firstStep(): GuideStep[] {
  return [{ id: 'step-1', kind: 'question', title: {}, answers: [newAnswer([])] }]
}

/** Changes fields of a step; one that is set to nothing goes. */
export function stepChanged(
  steps: readonly GuideStep[],
  at: number,
  change: { [K in keyof GuideStep]?: GuideStep[K] | undefined },
): GuideStep[] {
  return replaced(steps, at, (step) => without({ ...step, ...change }))
}

/** Makes another kind of step of it: what it says stays, where it leads goes. */
export function kindChosen(steps: readonly GuideStep[], at: number, kind: StepKind): GuideStep[] {
  return replaced(steps, at, ({ id, title, text, image }) =>
    without({ id, kind, title, text, image, ...(kind === 'question' && { answers: [newAnswer([])] }) }),
  )
}

export function stepWritten(steps: readonly GuideStep[], at: number, field: 'title' | 'text', locale: Locale, words: string): GuideStep[] {
  return replaced(steps, at, (step) => {
    const text = written(step[field], locale, words)
    return field === 'text' && Object.keys(text).length === 0 ? without({ ...step, text: undefined }) : { ...step, [field]: text }
  })
}

export function stepAdded(steps: readonly GuideStep[]): GuideStep[] {
  if (steps.length >= mostSteps) return [...steps]
  return [...steps, { id: freeId(steps, 'step'), kind: 'question', title: {}, answers: [newAnswer([])] }]
}

/** Makes a new step that a way leads to. */
export function stepMade(steps: readonly GuideStep[], at: number, way: Way): GuideStep[] {
  const more = stepAdded(steps)
  return more.length === steps.length ? more : led(more, at, way, more.at(-1)!.id)
}

/** Takes a step away; what led to it leads nowhere then. The last one stays. */
export function stepRemoved(steps: readonly GuideStep[], at: number): GuideStep[] {
  const gone = steps[at]
  if (!gone || steps.length === 1) return [...steps]
  return steps.toSpliced(at, 1).map((step) => {
    const own = step.answers ? { ...step, answers: step.answers.map((one) => (one.to === gone.id ? { ...one, to: '' } : one)) } : step
    return without({ ...own, ...Object.fromEntries(checkWays.filter((way) => own[way] === gone.id).map((way) => [way, undefined])) })
  })
}

export function stepMoved(steps: readonly GuideStep[], at: number, by: -1 | 1): GuideStep[] {
  return moved(steps, at, by)
}

/** Leads a way to a step; an empty id is nowhere. */
export function led(steps: readonly GuideStep[], at: number, way: Way, to: string): GuideStep[] {
  if (typeof way !== 'number') return stepChanged(steps, at, { [way]: to === '' ? undefined : to })
  return withAnswers(steps, at, (answers) => answers.map((one, place) => (place === way ? { ...one, to } : one)))
}

export function answerAdded(steps: readonly GuideStep[], at: number, after: number): GuideStep[] {
  return withAnswers(steps, at, (answers) => (answers.length < mostAnswers ? answers.toSpliced(after + 1, 0, newAnswer(answers)) : answers))
}

/** The last answer stays: without one nobody gets on. */
export function answerRemoved(steps: readonly GuideStep[], at: number, place: number): GuideStep[] {
  return withAnswers(steps, at, (answers) => (answers.length > 1 ? answers.toSpliced(place, 1) : answers))
}

export function answerMoved(steps: readonly GuideStep[], at: number, place: number, by: -1 | 1): GuideStep[] {
  return withAnswers(steps, at, (answers) => moved(answers, place, by))
}

export function answerWritten(steps: readonly GuideStep[], at: number, place: number, locale: Locale, words: string): GuideStep[] {
  return withAnswers(steps, at, (answers) =>
    answers.map((one, number) => (number === place ? { ...one, text: written(one.text, locale, words) } : one)),
  )
}

export type Answer = NonNullable<GuideStep['answers']>[number]

function withAnswers(steps: readonly GuideStep[], at: number, change: (answers: Answer[]) => Answer[]): GuideStep[] {
  return replaced(steps, at, (step) => ({ ...step, answers: change(step.answers ?? []) }))
}

function replaced(steps: readonly GuideStep[], at: number, change: (step: GuideStep) => GuideStep): GuideStep[] {
  return steps.map((step, index) => (index === at ? change(step) : step))
}

function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): Item[] {
  const item = items[at]
  const to = at + by
  return item === undefined || to < 0 || to >= items.length ? [...items] : items.toSpliced(at, 1).toSpliced(to, 0, item)
}

function written(text: LocalizedText | undefined, locale: Locale, words: string): LocalizedText {
  const { [locale]: _, ...others } = text ?? {}
  return words === '' ? others : { ...others, [locale]: words }
}

function newAnswer(answers: readonly Answer[]): Answer {
  return { id: freeId(answers, 'answer'), text: {}, to: '' }
}

function freeId(taken: readonly { id: string }[], name: string): string {
  let number = taken.length + 1
  while (taken.some(({ id }) => id === `${name}-${number}`)) number++
  return `${name}-${number}`
}

function without(step: { [K in keyof GuideStep]: GuideStep[K] | undefined }): GuideStep {
  return Object.fromEntries(Object.entries(step).filter(([, value]) => value !== undefined)) as GuideStep
}
