import type { CompiledContent, CompiledSurface } from '../release/compile.ts'
import type { Answers } from './answers.ts'
import type { Judge } from './facts.ts'
import type { Visit } from './visit.ts'

/**
 * Stage 3: the contents this customer may see now: within their validity, and with a trigger that is true. Unknown is not true:
 * missing data never makes anything appear. What will be shown for certain is already being asked for while the other triggers are judged.
 */
export async function qualify(
  { now, horizon }: Visit,
  surface: CompiledSurface,
  answers: Answers,
  judge: Judge,
): Promise<CompiledContent[]> {
  const at = now.getTime()
  const valid = surface.contents.filter(({ validFrom, validUntil }) => validFrom <= at && at < validUntil)
  horizon.until = Math.min(horizon.until, nextTurn(surface, at))
  answers.start(valid.flatMap(({ trigger, needs }) => trigger?.needs ?? needs))

  const qualified: CompiledContent[] = []
  for (const content of valid) {
    if (content.trigger) {
      const truth = judge.ask(content.trigger)
      if ((truth instanceof Promise ? await truth : truth) !== true) continue
      answers.start(content.needs)
    }
    qualified.push(content)
  }
  return qualified
}

/** When the validity of one of its contents begins or ends next: epoch milliseconds, or never. */
export function nextTurn({ contents }: CompiledSurface, at: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const { validFrom, validUntil } of contents) {
    if (validFrom > at && validFrom < next) next = validFrom
    if (validUntil > at && validUntil < next) next = validUntil
  }
  return next
}
