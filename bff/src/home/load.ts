import type { Outcomes } from '@mosaic/widgets'
import type { CompiledContent } from '../release/compile.ts'
import type { Answers } from './answers.ts'

export type Loaded = { content: CompiledContent; outcomes: Outcomes }

/** Stage 4: every content's data, all at once. Each waits for its own needs only, and no longer than its kind's deadline. */
export function load(contents: readonly CompiledContent[], answers: Answers): Promise<Loaded[]> {
  answers.start(contents.flatMap(({ needs }) => needs))
  return Promise.all(contents.map(async (content) => ({ content, outcomes: await answers.outcomes(content.needs, content.deadlineMs) })))
}
