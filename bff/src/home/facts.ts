import type { ReadMethodName } from '@mosaic/schemas/bss'
import { buildFacts, type Clock, type Facts, type Truth } from '@mosaic/schemas/rules'
import type { Outcomes } from '@mosaic/widgets'
import type { CompiledTrigger } from '../release/compile.ts'
import { resultsOf, type Answers } from './answers.ts'
import type { Visit } from './visit.ts'

/** Asks rules about one customer at one moment. */
export type Judge = {
  /** Waits for the facts a rule asks about, then asks it. What is late or failed is unknown to it. */
  ask(trigger: CompiledTrigger): Truth | Promise<Truth>
  /** What it knows by now; the same object until it learns more. Nothing before the first rule was asked. */
  facts(): Facts
  /** The methods it has drawn facts from. */
  needs(): readonly ReadMethodName[]
}

const nothing: Facts = {}

/**
 * Facts grow as rules ask for them, so that a rule never waits for a back-end that only a later one needs.
 *
 * @param allowanceMs how long a back-end may take to give a fact.
 */
export function createJudge(
  { release, session, device, lineId, locale, now, horizon }: Visit,
  answers: Answers,
  allowanceMs: number,
): Judge {
  const clock: Clock = { now, timeZone: release.brand.timeZone, horizon }
  const known = new Set<ReadMethodName>()
  const token = { locale: session.locale ?? locale, partyType: session.partyType }
  const context = { ...device, clock }
  let knownBits = 0
  let facts: Facts | undefined

  return {
    ask({ rule, needs, needsBits }) {
      // There may be a thousand rules to ask: whether one needs more than is known must cost next to nothing.
      if (facts && (needsBits & ~knownBits) === 0) return rule(facts, clock)
      for (const need of needs) known.add(need)
      knownBits |= needsBits
      const learn = (outcomes: Outcomes) => {
        facts = buildFacts({ token, context, results: resultsOf(outcomes), lineId }, release.attributes)
        return rule(facts, clock)
      }
      const outcomes = answers.outcomes([...known], allowanceMs)
      return outcomes instanceof Promise ? outcomes.then(learn) : learn(outcomes)
    },
    facts: () => facts ?? nothing,
    needs: () => [...known],
  }
}
