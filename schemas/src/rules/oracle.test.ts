import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileRule } from './compile.ts'
import { explainRule } from './explain.ts'
import { celOracle } from './testing/cel.ts'
import { clocks, factsFor, ruleGroups } from './testing/arbitraries.ts'
import { jsonLogicOracle } from './testing/json-logic.ts'
import type { Facts } from './types.ts'

const rulesPerRun = 1_500
const factsPerRule = 70
/** For a machine that is busy with other things. */
const patience = 300_000

describe('four evaluators and one verdict', () => {
  test(
    'the compiled rule, its explanation, JSONLogic and CEL agree on more than 100,000 random pairs',
    () => {
      const seen = { true: 0, false: 0, undefined: 0 }
      fc.assert(
        fc.property(cases, ({ rule, clock, facts }) => {
          const compiled = compileRule(rule)
          const jsonLogic = jsonLogicOracle(rule, clock)
          const cel = celOracle(rule, clock)
          for (const each of facts) {
            const outcome = compiled(each as Facts, clock)
            seen[String(outcome) as keyof typeof seen] += 1
            const others = { explained: explainRule(rule, each as Facts, clock).outcome, jsonLogic: jsonLogic(each), cel: cel(each) }
            if (others.explained !== outcome || others.jsonLogic !== outcome || others.cel !== outcome) {
              expect({ facts: each, ...others }).toEqual({ facts: each, explained: outcome, jsonLogic: outcome, cel: outcome })
            }
          }
        }),
        { numRuns: rulesPerRun },
      )
      expect(seen.true + seen.false + seen.undefined).toBeGreaterThanOrEqual(100_000)
      // A run in which one of the three hardly comes up would prove little.
      expect(Math.min(seen.true, seen.false, seen.undefined)).toBeGreaterThan(5_000)
    },
    patience,
  )
})

const cases = fc.tuple(ruleGroups(), clocks).chain(([rule, clock]) =>
  fc.record({
    rule: fc.constant(rule),
    clock: fc.constant(clock),
    facts: fc.array(factsFor(rule), { minLength: factsPerRule, maxLength: factsPerRule }),
  }),
)
