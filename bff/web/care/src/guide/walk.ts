import type { GuideMark, GuideRun } from './types.ts'

/** What was said by somebody, not looked up. Pure. */
export function isSaid({ kind }: Pick<GuideMark, 'kind'>): boolean {
  return kind !== 'check'
}

/** At an end: there is nothing more to ask. Pure. */
export function isOver({ step }: Pick<GuideRun, 'step'>): boolean {
  return step.kind !== 'question'
}

/** The one to open by itself: what this agent is walking already. Pure. */
export function mineOf(runs: readonly GuideRun[]): GuideRun | undefined {
  return runs.find((run) => run.isMine && !isOver(run))
}
