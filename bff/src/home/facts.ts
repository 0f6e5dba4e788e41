import type { ReadMethodName } from '@mosaic/schemas/bss'
import { buildFacts, type Clock, type Facts, type Truth } from '@mosaic/schemas/rules'
import type { CompiledTrigger } from '../release/compile.ts'
import { resultsOf, type Answers } from './answers.ts'
import type { Visit } from './visit.ts'

/** Asks rules about one customer at one moment. */
export type Judge = {
  /** Waits for the facts a rule asks about, then asks it. What is late or failed is unknown to it. */
  ask(trigger: CompiledTrigger): Promise<Truth>
}

/**
 * Facts grow as rules ask for them, so that a rule never waits for a back-end that only a later one needs.
 *
 * @param allowanceMs how long a back-end may take to give a fact.
 */
export function createJudge({ release, session, device, lineId, locale, now }: Visit, answers: Answers, allowanceMs: number): Judge {
  const clock: Clock = { now, timeZone: release.brand.timeZone }
  const known = new Set<ReadMethodName>()
  const token = { locale: session.locale ?? locale, partyType: session.partyType }
  const context = { ...device, clock }
  let facts: Facts = buildFacts({ token, context, results: {}, lineId })

  return {
    async ask({ rule, needs }) {
      const isNews = needs.some((need) => !known.has(need))
      if (isNews) {
        for (const need of needs) known.add(need)
        const outcomes = await answers.outcomes([...known], allowanceMs)
        facts = buildFacts({ token, context, results: resultsOf(outcomes), lineId })
      }
      return rule(facts, clock)
    },
  }
}
