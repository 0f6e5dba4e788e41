import { walk, type GuideAnswers, type GuidePlace } from '@mosaic/schemas/guides'
import type { Guide } from '@mosaic/schemas/release'
import type { Truth } from '@mosaic/schemas/rules'
import { createAnswers } from '../home/answers.ts'
import type { HomeDependencies } from '../home/compose-home.ts'
import { createJudge, type Judge } from '../home/facts.ts'
import type { Visit } from '../home/visit.ts'

type WalkDependencies = Pick<HomeDependencies, 'bss' | 'factsDeadlineMs'>

/**
 * Where answers lead a customer now. What a guide checks is asked on the way, and only what lies on it; what cannot be found out in time is not known, and has
 * a way of its own.
 *
 * @param from the step to begin at; without it, or where there is none such, the first
 * @param judge for several guides of one customer: what one has asked, the next knows
 */
export async function walkNow(
  dependencies: WalkDependencies,
  visit: Visit,
  { steps }: Guide,
  { answers, from }: { answers: GuideAnswers; from: string | undefined },
  judge = judgeFor(dependencies, visit),
): Promise<GuidePlace> {
  const begun = steps.find(({ id }) => id === from)
  const guide = { steps: begun ? [begun, ...steps] : steps }
  const known = new Map<string, Truth>()
  // Each round asks what the one before came by for the first time: no more rounds than there are triggers in the guide.
  for (;;) {
    const wanted = new Set<string>()
    const place = walk(guide, answers, (trigger) => {
      if (!known.has(trigger)) wanted.add(trigger)
      return known.get(trigger)
    })
    if (wanted.size === 0) return place
    for (const id of wanted) {
      const trigger = visit.release.care.triggers.get(id)
      known.set(id, trigger && (await judge.ask(trigger)))
    }
  }
}

/** Who asks the rules of guides about one customer. */
export function judgeFor({ bss, factsDeadlineMs }: WalkDependencies, visit: Visit): Judge {
  return createJudge(visit, createAnswers(bss, visit.scope), factsDeadlineMs)
}
