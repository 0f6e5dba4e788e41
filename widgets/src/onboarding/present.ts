import type { TwoLanguages } from '@mosaic/schemas/rules'
import { linkAction } from '../actions.ts'
import type { Face, LeaveOut, PresentInput } from '../definition.ts'
import { usableMethod } from '../pay-action.ts'
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

export type StepWant = 'account' | 'balance' | 'lines' | 'sim' | 'usage' | 'paymentMethods' | 'topUps' | 'spendingLimit'
type Input = PresentInput<typeof fields, never, StepWant>
export type StepSign = Input['fields']['steps'][number]['doneWhen']

/** What a step is known by to be done; `undefined` when nobody can tell, or the system that could does not answer. */
const isDone: Record<StepSign, (input: Input) => boolean | undefined> = {
  never: () => undefined,
  autopayOn: ({ data: { account } }) => account?.autopay,
  firstTopUp: ({ data: { balance } }) => balance && (balance.amount?.minor ?? 0) > 0,
  hasOption: ({ data: { lines }, lineId }) => lines && (lines.find(({ id }) => id === lineId)?.options.length ?? 0) > 0,
  simActive: ({ data: { sim } }) => sim && sim.state === 'active',
  firstUse: ({ data: { usage } }) => usage?.counters.some(({ used }) => used > 0),
  paymentMethodSet: ({ data: { paymentMethods }, moment }) => paymentMethods && usableMethod(paymentMethods, moment) !== undefined,
  // Asked for is as good as on: nobody should ask twice.
  autoTopUpOn: ({ data: { topUps } }) => topUps && topUps.auto !== undefined,
  spendingLimitSet: ({ data: { spendingLimit } }) => spendingLimit && spendingLimit.limit !== undefined,
}

export function present(input: Input): Face<OnboardingPayload> | LeaveOut {
  const { fields: own, format, text } = input
  const { locale } = format
  const steps = own.steps.flatMap((row, index) => stepView(row, index, input))
  const known = steps.filter((step) => step.isDone !== undefined)
  const done = known.filter((step) => step.isDone)
  if (steps.length === 0) return { leaveOut: 'NO_STEPS' }
  // A step whose system does not answer may still be to do: it keeps the others there.
  const couldBeKnown = own.steps.filter(({ label, doneWhen }) => text(label) && doneWhen !== 'never').length
  if (couldBeKnown > 0 && done.length === couldBeKnown) return { leaveOut: 'ALL_DONE' }

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
