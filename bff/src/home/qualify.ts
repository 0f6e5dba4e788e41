import type { CompiledContent, CompiledSurface } from '../release/compile.ts'
import type { Answers } from './answers.ts'
import type { Judge } from './facts.ts'
import type { Visit } from './visit.ts'

/**
 * Stage 3: the contents this customer may see now: within their validity, and with a trigger that is true. Unknown is not true:
 * missing data never makes anything appear. What will be shown for certain is already being asked for while triggers are judged.
 */
export async function qualify({ now }: Visit, surface: CompiledSurface, answers: Answers, judge: Judge): Promise<CompiledContent[]> {
  const valid = surface.contents.filter(({ validFrom, validUntil }) => validFrom <= now.getTime() && now.getTime() < validUntil)
  answers.start(valid.flatMap(({ trigger, needs }) => trigger?.needs ?? needs))

  const qualified: CompiledContent[] = []
  for (const content of valid) {
    if (!content.trigger || (await judge.ask(content.trigger)) === true) qualified.push(content)
  }
  return qualified
}
