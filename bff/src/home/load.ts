import type { Outcomes } from '@mosaic/widgets'
import type { CompiledContent } from '../release/compile.ts'
import type { Answers } from './answers.ts'

export type Loaded = { content: CompiledContent; outcomes: Outcomes }

/** Stage 4: every content's data, all at once. Each waits for its own needs only, and no longer than its kind's deadline. At once when all is there. */
export function load(contents: readonly CompiledContent[], answers: Answers): Loaded[] | Promise<Loaded[]> {
  for (const { needs } of contents) answers.start(needs)
  const outcomes = contents.map(({ needs, deadlineMs }) => answers.outcomes(needs, deadlineMs))
  const withContents = (landed: readonly Outcomes[]) => contents.map((content, index) => ({ content, outcomes: landed[index] as Outcomes }))
  if (!outcomes.some((one) => one instanceof Promise)) return withContents(outcomes as Outcomes[])
  return Promise.all(outcomes.map((one) => Promise.resolve(one))).then(withContents)
}
