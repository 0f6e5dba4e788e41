import type { GuideStep, OutcomeKind } from '@mosaic/schemas/release'

/** Where somebody is in a guide: the answers so far say it all, so that agent and customer who have the same answers are at the same step. */
export type GuideAsked = { guideId: string; answers: readonly { step: string; answer: string }[] }

/** A step as it is shown. Checks are never shown: they have been asked on the way. */
export type GuidePlace = {
  step: GuideStep
  /** What has been found out and said, in the customer's words: for the ticket, the call-back and the agent. */
  trail: readonly { step: string; title: string; found: string }[]
  outcome: OutcomeKind | undefined
}

/** One walk through a guide: its answers are a stream, so that customer and agent who walk together add to the same one. */
export type GuideRun = {
  id: string
  brand: string
  guideId: string
  customerId: string
  lineId: string | undefined
  startedBy: 'customer' | 'agent'
}
export type GuideRuns = {
  start(wanted: Omit<GuideRun, 'id'>): Promise<GuideRun>
  get(id: string): Promise<{ run: GuideRun; asked: GuideAsked } | undefined>
  /** False: that step has been answered otherwise meanwhile; look again. Going back to a step drops what came after it. */
  answer(id: string, step: string, answer: string, by: 'customer' | 'agent'): Promise<boolean>
  backTo(id: string, step: string): Promise<boolean>
}
