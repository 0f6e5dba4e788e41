import { attributeByName, checkRule, compileRule, type Clock, type Fact, type Rule, type RuleGroup } from '@mosaic/schemas/rules'
import { witnessesOf } from './witnesses.ts'

/** One comparison that must come out true, or, when negated, false. */
export type Literal = { rule: Rule; isNegated: boolean }
type Conjunction = readonly Literal[]

/** Beyond so many alternatives nothing is claimed about a rule: it counts as one that may be true. */
const limit = 512

/**
 * Whether all the rules can be true of some customer at some moment from `clock` on. `false` is certain: no value of some attribute
 * passes its comparisons. `true` may be wrong, where only two different attributes exclude each other.
 *
 * Nothing is calculated symbolically: values around every constant of the rules are put before the very comparisons customers
 * are judged by, so this cannot disagree with them.
 */
export function canAllBeTrue(rules: readonly RuleGroup[], clock: Clock): boolean {
  if (rules.some((rule) => checkRule(rule).length > 0)) return true
  const alternatives = alternativesOf({ combinator: 'and', rules: [...rules] }, false)
  return (
    alternatives === undefined ||
    alternatives.some((conjunction) => momentsOf(conjunction, clock).some((moment) => holds(conjunction, moment)))
  )
}

/** The rule as "any of these, each with all of its comparisons"; `undefined` when there are too many. Negation goes down to the comparisons. */
function alternativesOf(group: RuleGroup, isNegated: boolean): Conjunction[] | undefined {
  const negated = isNegated !== (group.not ?? false)
  const parts = group.rules.map((node) => ('rules' in node ? alternativesOf(node, negated) : [[{ rule: node, isNegated: negated }]]))
  // An empty group is true for everybody, whatever joins it.
  if (parts.length === 0) return negated ? [] : [[]]
  const isAny = (group.combinator === 'or') !== negated
  let result: Conjunction[] = isAny ? [] : [[]]
  for (const part of parts) {
    if (!part) return undefined
    result = isAny ? [...result, ...part] : result.flatMap((left) => part.map((right) => [...left, ...right]))
    if (result.length > limit) return undefined
  }
  return result
}

/** Attributes are independent of each other, so each needs a value of its own that passes all that is asked of it. */
function holds(conjunction: Conjunction, clock: Clock): boolean {
  const byField = Map.groupBy(conjunction, ({ rule }) => rule.field)
  return [...byField].every(([field, literals]) => {
    const passes = compileRule({
      combinator: 'and',
      rules: literals.map(({ rule, isNegated }) => ({ combinator: 'and', not: isNegated, rules: [rule] })),
    })
    const witnesses: readonly Fact[] =
      field === 'now.date' ? [clock.now.toISOString()] : witnessesOf(attributeByName(field)!, literals, clock)
    return witnesses.some((witness) => passes({ [field]: witness }, clock) === true)
  })
}

/** Now, and every later moment at which a date named in the rules makes a difference. */
function momentsOf(conjunction: Conjunction, clock: Clock): Clock[] {
  const day = 86_400_000
  const now = clock.now.getTime()
  const named = conjunction
    .flatMap(({ rule: { value } }) => (Array.isArray(value) ? value : [value]))
    .map((value) => (typeof value === 'string' ? Date.parse(value) : Number.NaN))
  const later = named
    .flatMap((instant) => [instant - 1, instant, instant + 1, instant + day / 2, instant + day, instant + 2 * day])
    .filter((instant) => instant > now)
  return [clock, ...later.map((instant) => ({ ...clock, now: new Date(instant) }))]
}
