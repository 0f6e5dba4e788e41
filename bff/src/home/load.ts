import type { ReadMethodName } from '@mosaic/schemas/bss'
import type { Outcomes } from '@mosaic/widgets'
import type { CompiledContent } from '../release/compile.ts'
import type { Answers } from './answers.ts'

/** A content, and what it is drawn from; there may be more than it needs. */
export type Loaded = { content: CompiledContent; outcomes: Outcomes }

/**
 * Stage 4: every content's data, all at once. Each waits for its own needs only, and no longer than its kind's deadline. At once when all is there.
 *
 * @param needs what all contents together need
 */
export function load(
  contents: readonly CompiledContent[],
  answers: Answers,
  needs: readonly ReadMethodName[] = needsOf(contents),
): Loaded[] | Promise<Loaded[]> {
  const all = answers.ready(needs)
  if (all) return contents.map((content) => ({ content, outcomes: all }))
  return Promise.all(contents.map((content) => Promise.resolve(loadOne(content, answers))))
}

function loadOne(content: CompiledContent, answers: Answers): Loaded | Promise<Loaded> {
  const outcomes = answers.outcomes(content.needs, content.deadlineMs)
  return outcomes instanceof Promise ? outcomes.then((landed) => ({ content, outcomes: landed })) : { content, outcomes }
}

/** Each once. */
export function needsOf(contents: readonly CompiledContent[]): ReadMethodName[] {
  return [...new Set(contents.flatMap(({ needs }) => needs))]
}
