import type { GuideStep, OutcomeKind, Trigger } from '@mosaic/schemas/release'
import type { MediaId } from './media.ts'

/* The steps of a guide, as short as they can be said. */

type Said = readonly [it: string, en: string]

export function question(
  id: string,
  title: Said,
  text: Said | undefined,
  answers: [id: string, text: Said, to: string][],
  image?: MediaId,
): GuideStep {
  const given = answers.map(([answer, said, to]) => ({ id: answer, text: both(said), to }))
  return { id, kind: 'question', title: both(title), ...(text && { text: both(text) }), ...(image && { image }), answers: given }
}

export function check(id: string, title: Said, trigger: Trigger, [whenTrue, whenFalse, whenUnknown]: [string, string, string]): GuideStep {
  return { id, kind: 'check', title: both(title), trigger: trigger.id, whenTrue, whenFalse, whenUnknown }
}

export function outcome(id: string, kind: OutcomeKind, title: Said, text?: Said, target?: string): GuideStep {
  return {
    id,
    kind: 'outcome',
    title: both(title),
    ...(text && { text: both(text) }),
    outcome: kind,
    ...(target !== undefined && { target }),
  }
}

function both([it, en]: Said) {
  return { it, en }
}
