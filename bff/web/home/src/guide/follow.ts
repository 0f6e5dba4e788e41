import type { TextView } from '@mosaic/widgets'
import type { GuideMark, GuideWalk } from './guide.ts'

/* A walk that somebody else may take part in: when to look at it again, and what has happened meanwhile. Pure. */

/** With somebody who helps, in milliseconds: he says on the telephone where they are. */
const togetherMs = 2_000
/** Somebody may be about to help, in milliseconds. */
const aloneMs = 5_000
/** A page on which nothing has happened for so long has been forgotten, in milliseconds. */
const patienceMs = 10 * 60_000

/**
 * How soon a walk is looked at again, in milliseconds; false: not by itself.
 * @param isHelped an agent has led the customer to where he is
 * @param hasFailed the last look did not get through: a server that has enough to do is not asked more
 * @param unchangedMs how long nothing has happened
 */
export function lookAgainIn(
  walk: Pick<GuideWalk, 'helper'> | null | undefined,
  { isHelped, hasFailed, unchangedMs }: { isHelped: boolean; hasFailed: boolean; unchangedMs: number },
): number | false {
  if (!walk || unchangedMs > patienceMs) return false
  return (walk.helper || isHelped) && !hasFailed ? togetherMs : aloneMs
}

type Mark = Pick<GuideMark, 'step' | 'kind'> & { found: TextView }
/** What somebody has done in a walk. */
export type Move<Own> = { type: 'answered'; mark: Own } | { type: 'back' }

/** What has happened between two looks at one walk: somebody has answered, or gone back; undefined: neither. */
export function moveBetween<Own extends Mark>(before: { trail: readonly Own[] }, after: { trail: readonly Own[] }): Move<Own> | undefined {
  const [was, is] = [before.trail.filter(isSaid), after.trail.filter(isSaid)]
  const last = is.at(-1)
  if (is.length < was.length) return { type: 'back' }
  // Also where somebody has gone back and on again between two looks.
  const hasChanged = is.some(({ step, found }, n) => step !== was[n]?.step || found.value !== was[n]?.found.value)
  return last && hasChanged ? { type: 'answered', mark: last } : undefined
}

/** What was said by somebody, not looked up. */
function isSaid({ kind }: Pick<GuideMark, 'kind'>): boolean {
  return kind !== 'check'
}
