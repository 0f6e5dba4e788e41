import { attributeByName } from './catalogue.ts'
import { checkRule } from './check.ts'
import { comparisonOf } from './compare.ts'
import type { Clock, Explanation, Facts, Rule, RuleGroup, Truth } from './types.ts'

/**
 * Why a rule comes out as it does for these facts: the same tree, each node with its verdict, each comparison with the value it
 * saw. The verdict at the top is the compiled rule's. A comparison that does not pass the check is unknown.
 */
export function explainRule(group: RuleGroup, facts: Facts, clock: Clock): Explanation {
  const rules = group.rules.map((node) => ('rules' in node ? explainRule(node, facts, clock) : explainOne(node, facts, clock)))
  const isNegated = group.not === true
  const outcome = verdict(
    group.combinator,
    rules.map((rule) => rule.outcome),
  )
  return {
    kind: 'group',
    combinator: group.combinator,
    not: isNegated,
    outcome: isNegated && outcome !== undefined ? !outcome : outcome,
    rules,
  }
}

function explainOne(rule: Rule, facts: Facts, clock: Clock): Explanation {
  const attribute = attributeByName(rule.field)
  const actual = attribute && facts[attribute.name]
  const isSound = attribute && checkRule({ combinator: 'and', rules: [rule] }).length === 0
  const outcome = isSound ? comparisonOf(attribute.type, rule)(actual, clock) : undefined
  return { kind: 'rule', field: rule.field, operator: rule.operator, expected: rule.value, actual, outcome }
}

function verdict(combinator: 'and' | 'or', outcomes: readonly Truth[]): Truth {
  if (outcomes.length === 0) return true
  if (combinator === 'and') return outcomes.includes(false) ? false : outcomes.includes(undefined) ? undefined : true
  return outcomes.includes(true) ? true : outcomes.includes(undefined) ? undefined : false
}
