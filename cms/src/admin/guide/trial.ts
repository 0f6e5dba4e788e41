import { deadEnd, walk, type GuideMark } from '@mosaic/schemas/guides'
import type { GuideStep, OutcomeKind } from '@mosaic/schemas/release'
import type { Truth } from '@mosaic/schemas/rules'

/** What whoever tries a guide has said, in that order: answers, and what checks find. */
export type Tried = readonly ({ kind: 'answer'; step: string; answer: string } | { kind: 'check'; trigger: string; truth: Truth })[]

/** Where a trial stands: at a step that customers see, or at a check whose outcome is asked of the editor. */
export type TrialPlace = { step: GuideStep; trail: readonly GuideMark[]; outcome: OutcomeKind | undefined; isDeadEnd: boolean }

/** Walks as customers do, but stops at a check until somebody says what comes out. A trigger that is asked twice is asked about once. */
export function tryOut(steps: readonly GuideStep[], tried: Tried): TrialPlace {
  const truths = new Map(tried.flatMap((one) => (one.kind === 'check' ? [[one.trigger, one.truth] as const] : [])))
  const answers = tried.filter((one) => one.kind === 'answer')
  let asked: string | undefined
  const place = walk({ steps: [...steps] }, answers, (trigger) => {
    if (!truths.has(trigger)) asked ??= trigger
    return truths.get(trigger)
  })
  const at = place.trail.findIndex((mark) => mark.kind === 'check' && asked !== undefined && triggerOf(steps, mark.step) === asked)
  const step = steps.find(({ id }) => id === place.trail[at]?.step)
  if (step) return { step, trail: place.trail.slice(0, at), outcome: undefined, isDeadEnd: false }
  return { ...place, isDeadEnd: place.step === deadEnd }
}

function triggerOf(steps: readonly GuideStep[], id: string): string | undefined {
  return steps.find((step) => step.id === id)?.trigger
}
