import type { TwoLanguages } from '@mosaic/schemas/rules'
import { linkAction } from '../actions.ts'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { say, sayText, spoken } from '../say.ts'
import type { ActionView, TextView } from '../view-model.ts'
import type { fields } from './widget.ts'

export type OnboardingStep = {
  id: string
  label: TextView
  text?: TextView | undefined
  /** Absent where nobody can tell. */
  isDone?: boolean | undefined
  stateText?: string | undefined
  action?: ActionView | undefined
}
export type OnboardingPayload = {
  body?: TextView | undefined
  steps: OnboardingStep[]
  ratio?: number | undefined
  progressText?: string | undefined
}

type Input = PresentInput<typeof fields, 'account' | 'balance' | 'lines'>
export type StepSign = Input['fields']['steps'][number]['doneWhen']

/** What a step is known by to be done. The data of a sign is only there when one of the steps asks for it. */
const isDone: Record<StepSign, (input: Input) => boolean | undefined> = {
  never: () => undefined,
  autopayOn: ({ data }) => data.account.autopay,
  firstTopUp: ({ data }) => (data.balance.amount?.minor ?? 0) > 0,
  hasOption: ({ data, lineId }) => (data.lines.find(({ id }) => id === lineId)?.options.length ?? 0) > 0,
}

export function present(input: Input): Face<OnboardingPayload> | LeaveOut {
  const { fields: own, format, text } = input
  const { locale } = format
  const steps = own.steps.flatMap((row, index) => stepView(row, index, input))
  const known = steps.filter((step) => step.isDone !== undefined)
  const done = known.filter((step) => step.isDone)
  if (steps.length === 0) return { leaveOut: 'NO_STEPS' }
  if (known.length > 0 && done.length === known.length) return { leaveOut: 'ALL_DONE' }

  const progressText = known.length > 0 ? say(locale, progressTexts(done.length, known.length)) : undefined
  const title = text(own.title) ?? sayText(locale, { it: 'Per cominciare', en: 'Getting started' })
  const body = text(own.body)
  const summary = spoken(
    body?.value,
    progressText,
    ...steps.map(({ label, stateText }) => [label.value, ...(stateText ? [stateText] : [])].join(', ')),
  )
  return {
    title,
    payload: { body, steps, ratio: known.length > 0 ? done.length / known.length : undefined, progressText },
    summary,
    list: {
      items: steps.map(({ id, label, text: more, stateText, action }) => ({
        id,
        primary: label.value,
        secondary: more?.value,
        value: stateText,
        action,
      })),
    },
    accessibility: { label: spoken(title.value, summary), role: 'list', liveRegion: false },
  }
}

function stepView(row: Input['fields']['steps'][number], index: number, input: Input): OnboardingStep[] {
  const { content, format, text } = input
  const label = text(row.label)
  if (!label) return []
  const id = `${content.id}:${index + 1}`
  const done = isDone[row.doneWhen](input)
  return [
    {
      id,
      label,
      text: text(row.text),
      isDone: done,
      stateText: done === undefined ? undefined : say(format.locale, done ? { it: 'Fatto', en: 'Done' } : { it: 'Da fare', en: 'To do' }),
      action: done ? undefined : linkAction(id, row.link, text),
    },
  ]
}

function progressTexts(done: number, all: number): TwoLanguages {
  const steps = all === 1 ? { it: '1 passo', en: '1 step' } : { it: `${all} passi`, en: `${all} steps` }
  if (done === 0) return { it: `${steps.it} da fare`, en: `${steps.en} to do` }
  return { it: done === 1 ? `1 passo su ${all} completato` : `${done} passi su ${all} completati`, en: `${done} of ${all} steps done` }
}
